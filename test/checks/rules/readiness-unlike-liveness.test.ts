import { readinessUnlikeLiveness as check } from '../../../src/checks/rules/readiness-unlike-liveness';
import { finds, podYaml } from '../finds';

const say = (readiness: string, liveness: string): string[] =>
  finds(check, podYaml('', `readinessProbe: { ${readiness} }, livenessProbe: { ${liveness} }`));

test('warns of two equal probes, whenever they begin', () => {
  expect(say('tcpSocket: { port: 80 }', 'tcpSocket: { port: 80 }, initialDelaySeconds: 9')).toEqual(
    [
      'warning Pod/web spec.containers[0].livenessProbe: it asks the same as the readinessProbe and gives up no later: after 30 s of failures, the readinessProbe after 30 s',
    ],
  );
});

test('passes a liveness that asks something else, or is more patient', () => {
  expect(say('tcpSocket: { port: 80 }', 'tcpSocket: { port: 81 }')).toEqual([]);
  expect(say('tcpSocket: { port: 80 }', 'tcpSocket: { port: 80 }, failureThreshold: 6')).toEqual(
    [],
  );
  expect(say('tcpSocket: { port: 80 }', 'tcpSocket: { port: 80 }, periodSeconds: 60')).toEqual([]);
});

test('passes one probe alone', () => {
  expect(finds(check, podYaml('', 'livenessProbe: { tcpSocket: { port: 80 } }'))).toEqual([]);
});
