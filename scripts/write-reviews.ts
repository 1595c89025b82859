// Writes the reports beside the two sides of each review in examples/reviews: `npm run examples`.
// The tests compare them.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { readFile } from '../src/manifest/read-files';
import { renderJson } from '../src/review/report/json';
import { renderMarkdown } from '../src/review/report/markdown';
import { review } from '../src/review/review';

/** Kubernetes version that the examples are for: the one of the lesson's cluster. */
const kubernetesVersion = '1.26';

/** The reports of one example, by the names of their files. */
export function reportsOf(folder: string): Readonly<Record<string, string>> {
  const [before = [], after = []] = ['before.yaml', 'after.yaml'].map((name) => {
    const { objects, problems } = readFile(path.join(folder, name));
    if (problems.length > 0) throw new Error(`${folder}/${name} can't be read`);
    return objects.map(({ manifest }) => manifest);
  });
  const found = review(before, after, { kubernetesVersion });
  return { 'review.md': renderMarkdown(found), 'review.json': renderJson(found) };
}

if (require.main === module) {
  const reviews = path.resolve('examples/reviews');
  for (const name of fs.readdirSync(reviews)) {
    const folder = path.join(reviews, name);
    for (const [file, text] of Object.entries(reportsOf(folder))) {
      fs.writeFileSync(path.join(folder, file), text);
    }
  }
}
