import { countProblem, imageProblem, portProblem } from '../../src/manifest/scalars';

test.each([1, 80, 65535])('%p is a port', (port) => {
  expect(portProblem(port)).toBeUndefined();
});

test.each([0, -1, 65536, 8080.5, NaN, Infinity, '80', null, undefined, true])(
  '%p is no port',
  (port) => {
    expect(portProblem(port)).toBe('must be a whole number from 1 to 65535');
  },
);

test.each([0, 1, 2147483647])('%p is a count', (count) => {
  expect(countProblem(count)).toBeUndefined();
});

test.each([-1, 1.5, NaN, '1', 2147483648, null])('%p is no count', (count) => {
  expect(countProblem(count)).toBe('must be a whole number, 0 or more');
});

test.each(['nginx', 'nginx:1.27', 'registry.example.com:5000/team/web@sha256:abc'])(
  '%p is an image',
  (image) => {
    expect(imageProblem(image)).toBeUndefined();
  },
);

test.each([
  ['', 'must not be empty'],
  ['ngi nx', 'must hold no spaces'],
  ['nginx\n', 'must hold no spaces'],
  [undefined, 'must be given'],
  [1, 'must be text'],
])('%p is no image', (image, problem) => {
  expect(imageProblem(image)).toBe(problem);
});
