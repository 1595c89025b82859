import { LazyResolver } from 'cdk8s';
import type { Construct } from 'constructs';
import { ManifestApp } from '../../src/app/manifest-app';
import { ManifestFile } from '../../src/app/manifest-file';

const file =
  (props: object, scope: unknown = new ManifestApp()) =>
  (): ManifestFile =>
    new ManifestFile(scope as Construct, 'ng', props);

test('an app of options of another form, all at once', () => {
  const props = { imageMirrors: 'docker.1ms.run', outdir: 5, recordConstructMetadata: 'yes' };
  expect(() => new ManifestApp(props as object)).toThrow(
    [
      `ManifestApp: imageMirrors must be a mapping of names to texts, got "docker.1ms.run". Write imageMirrors: { 'docker.io': 'docker.1ms.run' }.`,
      "ManifestApp: outdir must be a text, got 5. Write outdir: 'manifests'.",
      'ManifestApp: recordConstructMetadata must be true or false, got "yes". Write recordConstructMetadata: false.',
    ].join('\n'),
  );
});

test('an app of options whose values are wrong, together with those of another form', () => {
  const resolvers = [{}, new LazyResolver(), undefined, () => 1];
  const props = { outdir: 5, layout: 'flat', imageMirrors: { 'docker.io': 5 }, resolvers };
  expect(() => new ManifestApp(props as object)).toThrow(
    [
      "ManifestApp: outdir must be a text, got 5. Write outdir: 'manifests'.",
      'ManifestApp: imageMirrors["docker.io"] must be a registry, got 5. Use a host without "https://", such as "docker.1ms.run" or "registry.example.com/hub".',
      'ManifestApp layout: must be one of file-per-chart, file-per-object, got "flat". Write file-per-chart or file-per-object.',
      'ManifestApp resolvers[0]: must be a resolver, got a mapping. Give an object with a function resolve(context), as cdk8s has it.',
      'ManifestApp resolvers[2]: must be a resolver, got undefined. Give an object with a function resolve(context), as cdk8s has it.',
      'ManifestApp resolvers[3]: must be a resolver, got a function. Give an object with a function resolve(context), as cdk8s has it.',
    ].join('\n'),
  );
});

test('an option that there is not', () => {
  expect(() => new ManifestApp({ imageMirror: {} } as object)).toThrow(
    'ManifestApp: props must hold no unknown field, got imageMirror. Write imageMirrors if you mean that, or remove it.',
  );
});

test('a file of options of another form, all at once', () => {
  expect(file({ labels: 'nginx', folder: 5, cluster: 'cluster' })).toThrow(
    [
      `ng: labels must be a mapping of names to texts, got "nginx". Write labels: { app: 'nginx' }.`,
      'ng: folder must be a relative path, got 5. Use a path within the output folder, such as "staging" or "clusters/east".',
      'ng: cluster must be a cluster, got "cluster". Give the variable that holds the KubeKeyCluster, without quotes.',
    ].join('\n'),
  );
});

test('a file of a cluster that is none', () => {
  expect(file({ cluster: { version: 'v1.26.4' } })).toThrow(
    'ng: cluster must be a cluster, got {"version":"v1.26.4"}. Give the variable that holds the KubeKeyCluster.',
  );
});

test('a file in no app', () => {
  expect(file({}, null)).toThrow(
    'ng: the first argument must be a construct, got null. Give the app, or the file that it belongs to.',
  );
});
