import { review } from '../../src/review/review';
import { rolloutOf, rolloutSentence } from '../../src/review/rollout';

/**
 * What Kubernetes documents: `maxUnavailable` as a percentage is rounded down, `maxSurge` up; both can't
 * come to 0 at once, then one pod may be unavailable. Said with whole numbers and without the code's way.
 */
function documented(replicas: number, surge: number | string, unavailable: number | string) {
  const parts = (value: number | string): { whole: number; rest: number } => {
    if (typeof value === 'number') return { whole: value, rest: 0 };
    const hundredths = Number.parseInt(value, 10) * replicas;
    const rest = hundredths % 100;
    return { whole: (hundredths - rest) / 100, rest };
  };
  const up = parts(surge);
  const most = up.rest === 0 ? up.whole : up.whole + 1;
  const down = parts(unavailable).whole;
  const missing = most === 0 && down === 0 ? 1 : down;
  return { most, least: missing > replicas ? 0 : replicas - missing };
}

const replicas = Array.from({ length: 11 }, (_, index) => index);
const amounts = [
  0,
  1,
  2,
  3,
  5,
  10,
  '0%',
  '1%',
  '10%',
  '20%',
  '25%',
  '29%',
  '33%',
  '34%',
  '50%',
  '75%',
  '99%',
  '100%',
];

describe.each(replicas)('%d replicas', (number) => {
  test.each(amounts)('with a surge of %s', (surge) => {
    for (const unavailable of amounts) {
      const { most, least } = documented(number, surge, unavailable);
      const rollout = rolloutOf(number, surge, unavailable);
      expect({ unavailable, most: rollout.surge, least: rollout.stayUp }).toEqual({
        unavailable,
        most,
        least,
      });
    }
  });
});

describe('the documented examples', () => {
  test.each([
    [4, '25%', '25%', 1, 3],
    [3, '25%', '25%', 1, 3],
    [1, '25%', '25%', 1, 1],
    [10, '25%', '25%', 3, 8],
    [10, '30%', '30%', 3, 7],
    [3, 1, 1, 1, 2],
    [2, 0, '25%', 0, 1],
    [1, 0, 1, 0, 0],
    [3, 0, '100%', 0, 0],
  ])('%d replicas, surge %s, unavailable %s', (number, surge, unavailable, extra, stayUp) => {
    expect(rolloutOf(number, surge, unavailable)).toMatchObject({ surge: extra, stayUp });
  });
});

test('the sentence says how many stay up and what starts first', () => {
  expect(rolloutSentence(rolloutOf(3, 1, 1))).toBe(
    '2 of 3 pods stay up; one extra is started first.',
  );
  expect(rolloutSentence(rolloutOf(10, 3, 2))).toBe(
    '8 of 10 pods stay up; 3 extra are started first.',
  );
  expect(rolloutSentence(rolloutOf(3, 0, 1))).toBe(
    '2 of 3 pods stay up; no extra pod is started first.',
  );
  expect(rolloutSentence(rolloutOf(1, 1, 0))).toBe(
    'The only pod stays up until its successor is ready; one extra is started first.',
  );
});

describe('a changed image of a Deployment', () => {
  const deployment = (image: string, spec: object) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'a', image }] },
      },
      ...spec,
    },
  });
  const effectOf = (spec: object, ...around: { apiVersion: string; kind: string }[]) =>
    review([deployment('a:1', spec), ...around], [deployment('a:2', spec), ...around]).changes[0];

  test('restarts every pod once, by the numbers that it wants', () => {
    expect(effectOf({ replicas: 3 })).toMatchObject({ effect: 'rolling-restart', pods: 3 });
    expect(effectOf({})).toMatchObject({ effect: 'rolling-restart', pods: 1 });
  });

  test('means downtime where no pod stays up', () => {
    const rolling = { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } };
    expect(effectOf({ strategy: rolling })).toMatchObject({
      effect: 'restart-with-downtime',
      pods: 1,
    });
    expect(effectOf({ replicas: 3, strategy: { type: 'Recreate' } })).toMatchObject({
      effect: 'restart-with-downtime',
      pods: 3,
      explanation: expect.stringContaining('all 3 pods stop before a new one starts') as string,
    });
  });

  test('restarts nothing where it is paused or runs no pod', () => {
    expect(effectOf({ replicas: 3, paused: true })).toMatchObject({ effect: 'rollout-setting' });
    expect(effectOf({ replicas: 0 })).toMatchObject({ effect: 'rollout-setting' });
  });

  test('tells the time budget and the waiting for each pod', () => {
    const told = effectOf({ replicas: 3, progressDeadlineSeconds: 90, minReadySeconds: 10 });
    expect(told?.explanation).toContain('no progress for 90 s');
    expect(told?.explanation).toContain('ready for 10 s');
  });

  test('tells of the autoscaler that sets the number of pods', () => {
    const scaler = {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web' },
      spec: { scaleTargetRef: { kind: 'Deployment', name: 'web' }, minReplicas: 4, maxReplicas: 9 },
    };
    const told = effectOf({}, scaler);
    expect(told).toMatchObject({ effect: 'rolling-restart', pods: 4 });
    expect(told?.explanation).toContain(
      'HorizontalPodAutoscaler web sets the number of pods (4 to 9)',
    );
  });

  test('warns of a volume that only one node can mount', () => {
    const claim = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'] },
    };
    const template = (image: string) => ({
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          containers: [{ name: 'a', image }],
          volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'data' } }],
        },
      },
    });
    const { changes } = review(
      [deployment('a:1', template('a:1')), claim],
      [deployment('a:2', template('a:2')), claim],
    );
    expect(changes[0]?.advice).toContain('data can be mounted by one node only');
  });
});
