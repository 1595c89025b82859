import { closest } from '../../src/manifest/closest';

test.each([
  ['wroker', 'worker'],
  ['Worker', 'worker'],
  ['controlplane', 'control-plane'],
  ['control_plane', 'control-plane'],
  ['ectd', 'etcd'],
])('%s is near %s', (word, meant) => {
  expect(closest(word, ['etcd', 'master', 'control-plane', 'worker', 'registry'])).toBe(meant);
});

test('with half of its letters wrong a word is another one', () => {
  expect(closest('HTTP', ['SCTP', 'UDP'])).toBeUndefined();
});

test.each(['gpu', 'storage', 'k8s', ''])('nothing is near %j', (word) => {
  expect(closest(word, ['etcd', 'master', 'control-plane', 'worker', 'registry'])).toBeUndefined();
});

test('of candidates equally near the first wins', () => {
  expect(closest('cat', ['bat', 'car'])).toBe('bat');
});
