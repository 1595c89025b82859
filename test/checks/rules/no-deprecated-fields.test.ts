import { noDeprecatedFields as check } from '../../../src/checks/rules/no-deprecated-fields';
import { finds, podYaml, serviceYaml, workloadYaml } from '../finds';

const at = (yaml: string, kubernetesVersion = '1.30'): string[] =>
  finds(check, yaml, { kubernetesVersion });

test('warns of deprecated fields of pods, in every workload', () => {
  expect(at(podYaml('serviceAccount: web'))).toEqual([
    'warning Pod/web spec.serviceAccount: serviceAccount is deprecated since Kubernetes 1.19',
  ]);
  expect(
    at(workloadYaml('Deployment', '', 'nodeSelector: { beta.kubernetes.io/os: linux }')),
  ).toEqual([
    'warning Deployment/web spec.template.spec.nodeSelector["beta.kubernetes.io/os"]: the label beta.kubernetes.io/os is deprecated since Kubernetes 1.19',
  ]);
  expect(at(podYaml('volumes: [{ name: it, gitRepo: { repository: x } }]'))).toHaveLength(1);
});

test('passes what the API server adds to an object that it gives back', () => {
  expect(at(podYaml('serviceAccount: web, serviceAccountName: web'))).toEqual([]);
});

test('goes by the version', () => {
  const service = serviceYaml('type: LoadBalancer, loadBalancerIP: 192.0.2.1');
  expect(at(service, '1.23')).toEqual([]);
  expect(at(service, '1.24')).toHaveLength(1);
  const pod = podYaml().replace(
    'labels:',
    'annotations: { container.apparmor.security.beta.kubernetes.io/web: runtime/default }, labels:',
  );
  expect(at(pod, '1.29')).toEqual([]);
  expect(at(pod, '1.30')).toHaveLength(1);
});

test('warns of the annotation that named the class of an Ingress', () => {
  const ingress = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, annotations: { kubernetes.io/ingress.class: nginx } }`;
  expect(at(ingress)).toHaveLength(1);
});

test('passes an object without any', () => {
  expect(at(podYaml('serviceAccountName: web') + serviceYaml('ports: [{ port: 80 }]'))).toEqual([]);
});
