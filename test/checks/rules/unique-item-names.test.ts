import { uniqueItemNames as check } from '../../../src/checks/rules/unique-item-names';
import { finds, podYaml } from '../finds';

const webhooks = (list: string): string => `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: hooks }
webhooks: ${list}
`;

test.each([
  webhooks(
    '[{ name: a.example.com }, { name: b.example.com, matchConditions: [{ name: a }, { name: b }] }]',
  ),
  podYaml('securityContext: { sysctls: [{ name: a, value: "1" }, { name: b, value: "1" }] }'),
  podYaml('resourceClaims: [{ name: a }, { name: b }]'),
  podYaml('', 'volumeDevices: [{ name: a, devicePath: /a }, { name: b, devicePath: /b }]'),
])('passes names that differ', (yaml) => {
  expect(finds(check, yaml)).toEqual([]);
});

test.each([
  [
    webhooks('[{ name: a.example.com }, { name: a.example.com }]'),
    'ValidatingWebhookConfiguration/hooks webhooks[1].name: "a.example.com" is there already',
  ],
  [
    webhooks('[{ name: a.example.com, matchConditions: [{ name: a }, { name: a }] }]'),
    'ValidatingWebhookConfiguration/hooks webhooks[0].matchConditions[1].name: "a" is there already',
  ],
  [
    podYaml('securityContext: { sysctls: [{ name: a, value: "1" }, { name: a, value: "2" }] }'),
    'Pod/web spec.securityContext.sysctls[1].name: "a" is there already',
  ],
  [
    podYaml('resourceClaims: [{ name: a }, { name: a }]'),
    'Pod/web spec.resourceClaims[1].name: "a" is there already',
  ],
  [
    podYaml('', 'volumeDevices: [{ name: a, devicePath: /a }, { name: b, devicePath: /a }]'),
    'Pod/web spec.containers[0].volumeDevices[1].devicePath: "/a" is there already',
  ],
])('reports a name that is there twice', (yaml, found) => {
  expect(finds(check, yaml)).toEqual([`error ${found}`]);
});

test('reports a device that is written twice once', () => {
  const device = '{ name: a, devicePath: /a }';
  expect(finds(check, podYaml('', `volumeDevices: [${device}, ${device}]`))).toHaveLength(1);
});
