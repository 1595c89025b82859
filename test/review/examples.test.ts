import * as fs from 'node:fs';
import * as path from 'node:path';
import { reportsOf } from '../../scripts/write-reviews';
import { verdict } from '../../src/review/report/verdict';
import type { Review } from '../../src/review/change';

const examples = path.join(__dirname, '..', '..', 'examples');
const reviews = path.join(examples, 'reviews');
const read = (...steps: readonly string[]): string => fs.readFileSync(path.join(...steps), 'utf8');

/** What each example shows. */
const verdicts: Readonly<Record<string, string>> = {
  'one-to-two-replicas': '1 scale',
  'image-bump': '1 restart (3 pods)',
  'selector-mistake': '1 rejected',
  'cdk8s-plus-upgrade': '2 restarts (3 pods, 1 with downtime)',
  'node-added': '1 scale',
};

test('each review of the examples is named here', () => {
  expect(fs.readdirSync(reviews).sort()).toEqual(Object.keys(verdicts).sort());
});

test.each(Object.entries(verdicts))('examples/reviews/%s: %s, as it is committed', (name, said) => {
  const folder = path.join(reviews, name);
  const reports = reportsOf(folder);
  for (const [file, text] of Object.entries(reports)) expect(read(folder, file)).toBe(text);
  expect(verdict(JSON.parse(read(folder, 'review.json')) as Review)).toBe(said);
});

test('the first one changes nothing of the lesson but its replicas', () => {
  const lesson = read(examples, 'lesson', 'ng.yaml');
  expect(read(reviews, 'one-to-two-replicas', 'before.yaml')).toBe(lesson);
  expect(read(reviews, 'one-to-two-replicas', 'after.yaml')).toBe(
    lesson.replace('replicas: 1', 'replicas: 2'),
  );
});
