import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import {
  check,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderText,
  reportGithub,
  reportJson,
  reportSarif,
  reportText,
  review,
  writeYaml,
  type Manifest,
} from 'cdk8s-groundwork';
import { Manifests, matchManifestFile } from 'cdk8s-groundwork/testing';
import { readManifests } from '../src/manifest/read';
import { renderGithub } from '../src/review/report/github';
import { secretPlaces } from './secret-places';

const [old, current] = ['S3cr3tMarker11', 'S3cr3tMarker22'];
const encoded = [old, current].map((secret) => Buffer.from(secret).toString('base64'));
/** What of the secrets a text shows; tags within it hide nothing. */
const shownIn = (text: string): readonly string[] =>
  ['S3cr3t', ...encoded].filter(
    (part) => text.replace(/<[^<>]*>/g, '').includes(part) || text.includes(part),
  );

const findingsOf = (manifest: Manifest): string => {
  const objects = readManifests(writeYaml([manifest]), 'it.yaml').objects;
  const found = (['recommended', 'production'] as const).flatMap((profile) =>
    check(objects, { profile }),
  );
  return [
    reportText(found),
    reportJson(found, '1.36'),
    reportSarif(found),
    reportGithub(found),
  ].join('\n');
};
const reviewOf = (before: readonly Manifest[], after: readonly Manifest[]): string => {
  const found = review(before, after);
  return [
    JSON.stringify(found),
    renderText(found),
    renderMarkdown(found),
    renderJson(found),
    renderHtml(found, before, after),
    renderGithub(found, readManifests(writeYaml(after), 'it.yaml').objects),
  ].join('\n');
};

const places = secretPlaces().map(({ what, holding }) => [what, holding] as const);

test('there are many places', () => {
  expect(places.length).toBeGreaterThan(150);
});

describe('no secret is shown', () => {
  test.each(places)('in findings: %s', (_, holding) => {
    expect(shownIn(findingsOf(holding(old)))).toEqual([]);
  });

  test.each(places)('in a review, which tells of the change: %s', (_, holding) => {
    const [before, after] = [holding(old), holding(current)];
    const { changes } = review([before], [after]);
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) expect(change.before).not.toEqual(change.after);
    expect(shownIn(reviewOf([before], [after]))).toEqual([]);
  });

  test.each(places)('in a review of an object that is new, or gone: %s', (_, holding) => {
    expect(review([], [holding(old)]).changes).toHaveLength(1);
    expect(shownIn(reviewOf([], [holding(old)]))).toEqual([]);
    expect(shownIn(reviewOf([holding(old)], []))).toEqual([]);
  });

  test.each(places)('in a snapshot, and by one that differs: %s', (_, holding) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'secrets-'));
    try {
      const run = { testFile: path.join(folder, 'it.test.ts') };
      const matched = (manifest: Manifest, update: 'none' | 'new'): string =>
        matchManifestFile([manifest], 'it.yaml', { ...run, update }).message;
      matched(holding(old), 'new');
      expect(shownIn(fs.readFileSync(path.join(folder, 'it.yaml'), 'utf8'))).toEqual([]);
      // What is hidden equals anything, and the rest is still compared.
      expect(matched(holding(current), 'none')).toBe('');
      const message = matched({ ...holding(current), more: { password: current } }, 'none');
      expect(message).not.toBe('');
      expect(shownIn(message)).toEqual([]);
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });

  test.each(places)('by a test that fails: %s', (_, holding) => {
    const [before, after] = [holding(old), holding(current)];
    const found = Manifests.of([before]).all(before.kind)[0]!;
    const expected = { ...after, apiVersion: 'v0' };
    let message = '';
    try {
      found.toContain(expected);
    } catch (error) {
      message = String(error);
    }
    expect(message).not.toBe('');
    expect(shownIn(message)).toEqual([]);
  });
});
