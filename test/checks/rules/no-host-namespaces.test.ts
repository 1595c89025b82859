import { noHostNamespaces as check } from '../../../src/checks/rules/no-host-namespaces';
import { finds, podYaml, workloadYaml } from '../finds';

test('warns of each namespace of the node that a pod shares', () => {
  expect(finds(check, podYaml('hostNetwork: true, hostPID: true, hostIPC: true'))).toHaveLength(3);
  expect(finds(check, workloadYaml('Deployment', '', 'hostPID: true'))[0]).toMatch(
    /^warning Deployment\/web spec\.template\.spec\.hostPID: /,
  );
});

test('passes a pod that shares none', () => {
  expect(finds(check, podYaml('hostNetwork: false'))).toEqual([]);
});
