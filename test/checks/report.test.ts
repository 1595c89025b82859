import type { Finding } from '../../src/checks/check';
import { countFindings, reportText } from '../../src/checks/report';

function finding(name: string, over: Partial<Finding> = {}): Finding {
  return {
    check: 'valid-node-port',
    severity: 'error',
    object: { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name },
    field: 'spec.ports[0].nodePort',
    problem: 'nodePort must be within 30000-32767, got 80',
    fix: 'Choose a port in that range.',
    origin: { file: 'ng.yaml', line: 12, column: 7 },
    ...over,
  };
}

test('findings are grouped by object, worst first, each with its place and its fix', () => {
  const text = reportText([
    finding('calm', { severity: 'warning' }),
    finding('web', { severity: 'warning', field: '', problem: 'has no pods' }),
    finding('web'),
    finding('built', { origin: { construct: 'ng/service' }, field: '' }),
  ]);
  expect(text).toMatchInlineSnapshot(`
   "Service shop/web
     ng.yaml:12:7 spec.ports[0].nodePort
       error: nodePort must be within 30000-32767, got 80 (valid-node-port)
       fix: Choose a port in that range.
     ng.yaml:12:7
       warning: has no pods (valid-node-port)
       fix: Choose a port in that range.

   Service shop/built
     ng/service
       error: nodePort must be within 30000-32767, got 80 (valid-node-port)
       fix: Choose a port in that range.

   Service shop/calm
     ng.yaml:12:7 spec.ports[0].nodePort
       warning: nodePort must be within 30000-32767, got 80 (valid-node-port)
       fix: Choose a port in that range.

   2 errors, 2 warnings
   "
  `);
});

test('nothing found gives no text', () => {
  expect(reportText([])).toBe('');
  expect(countFindings([])).toBe('no findings');
});

test('colours are written only where they are asked for', () => {
  const escape = String.fromCharCode(27);
  expect(reportText([finding('web')])).not.toContain(escape);
  expect(reportText([finding('web')], { color: true })).toContain(escape);
});

test('objects of one name in two files stand apart', () => {
  const text = reportText([
    finding('web'),
    finding('web', { origin: { file: 'other.yaml', line: 1, column: 1 } }),
  ]);
  expect(text.match(/^Service shop\/web$/gm)).toHaveLength(2);
});

test('one finding is counted in the singular', () => {
  expect(countFindings([finding('web')])).toBe('1 error');
  expect(countFindings([finding('a'), finding('b', { severity: 'warning' }), finding('c')])).toBe(
    '2 errors, 1 warning',
  );
});

test('control characters of a manifest do not reach the terminal', () => {
  const escape = String.fromCharCode(27);
  const text = reportText([finding(`web${escape}[31m`, { problem: 'got\n  fake: line' })]);
  expect(text).not.toContain(escape);
  expect(text).toContain('Service shop/web\\u001b[31m');
  expect(text).not.toContain('\n  fake');
});
