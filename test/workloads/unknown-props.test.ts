import { Chart, Testing } from 'cdk8s';
import { NodePortService } from '../../src/workloads/node-port-service';
import { unknownProps } from '../../src/workloads/unknown-props';
import { WebApp } from '../../src/workloads/web-app';

test('says nothing of known props, and of those that say nothing', () => {
  expect(
    unknownProps('ng/web', { image: 'nginx', port: undefined, x: undefined }, ['image']),
  ).toEqual([]);
});

test('names the prop that was likely meant', () => {
  expect(
    unknownProps('ng/web', { imagePullPolice: 'Always' }, ['image', 'imagePullPolicy']),
  ).toEqual([
    {
      path: 'ng/web',
      problem: 'props must hold no unknown field, got imagePullPolice',
      fix: 'Write imagePullPolicy if you mean that, or remove it.',
    },
  ]);
});

test('lists the props that there are where none is near', () => {
  const [problem] = unknownProps('ng/web', { hostNetwork: true }, ['image', 'port']);
  expect(problem?.fix).toBe('Remove it; there are image, port.');
});

test('finds what is spread into the props, where the compiler does not look', () => {
  const chart = new Chart(Testing.app(), 'ng');
  const common = { image: 'nginx:1.27', port: 80, replica: 2 };
  expect(() => new WebApp(chart, 'web', { ...common })).toThrow(
    'ng/web/deployment: props must hold no unknown field, got replica. Write replicas',
  );
  const service = { selects: { app: 'web' }, port: 80, nodeport: 30007 };
  expect(() => new NodePortService(chart, 'service', { ...service })).toThrow(
    'ng/service: props must hold no unknown field, got nodeport. Write nodePort',
  );
});
