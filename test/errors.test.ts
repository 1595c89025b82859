import { inspect } from 'node:util';
import { ApiObject } from 'cdk8s';
import { ManifestApp } from '../src/app/manifest-app';
import { ManifestFile } from '../src/app/manifest-file';
import { GroundworkError, show } from '../src/errors';
import { NodePortService } from '../src/workloads/node-port-service';

const problem = {
  path: 'ng/web',
  problem: 'port must be a number, got "80"',
  fix: 'Take the quotes off.',
};

test('an error says each problem once, also where Node prints it', () => {
  const error = new GroundworkError(problem, { ...problem, path: 'ng/db', fix: '' });
  expect(error.message).toBe(
    'ng/web: port must be a number, got "80". Take the quotes off.\nng/db: port must be a number, got "80"',
  );
  expect(inspect(error).split('ng/db')).toHaveLength(2);
  expect(error.problems).toHaveLength(2);
  expect(error).toMatchObject(problem);
});

test('the stack begins where the author made the construct', () => {
  const make = (): unknown => new ManifestApp({ outdir: 5 } as object);
  const make2 = (): unknown =>
    new NodePortService(new ManifestFile(new ManifestApp(), 'ng'), 'service', {} as never);
  for (const one of [make, make2]) {
    const [frame] = stackOf(one);
    expect(frame).toContain(__filename);
  }
});

test('the stack begins where the author made a construct of a class of their own', () => {
  class ShopFile extends ManifestFile {}
  const [frame] = stackOf(() => new ShopFile(new ManifestApp(), '../shop'));
  expect(frame).toContain('errors.test.ts');
  expect(frame).not.toContain('ShopFile');
});

test('the stack begins where the author asked for the files', () => {
  const app = new ManifestApp();
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', spec: { replicas: 'two' } };
  new ApiObject(new ManifestFile(app, 'ng'), 'web', deployment);
  expect(stackOf(() => app.synthYaml())[0]).toContain(__filename);
});

/** The places that the error of a call came from, the innermost first. */
function stackOf(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(GroundworkError);
    return ((error as Error).stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  }
  return [];
}

test('a value is shown whatever its own toJSON does', () => {
  expect(show({ toJSON: () => undefined })).toBe('nothing');
  expect(show({ big: 1n })).toBe('an object that JSON can not hold');
});
