import { selectorOf } from '../../src/workloads/selector';

test('the label app selects, and comes before app.kubernetes.io/name', () => {
  expect(selectorOf({ 'app.kubernetes.io/name': 'a', app: 'b', tier: 'c' }, 'web')).toEqual({
    app: 'b',
  });
});

test('the label app.kubernetes.io/name selects where there is no app', () => {
  const labels = { 'app.kubernetes.io/instance': 'x', 'app.kubernetes.io/name': 'a' };
  expect(selectorOf(labels, 'web')).toEqual({ 'app.kubernetes.io/name': 'a' });
});

test.each([{}, { tier: 'c' }, { app: undefined }])(
  'the name selects where labels are %j',
  (labels) => {
    expect(selectorOf(labels, 'web')).toEqual({ app: 'web' });
  },
);
