// Writes docs/checks from the checks themselves: `npm run check-docs`. The tests hold the pages to them.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { optionFindings } from '../src/checks/option-findings';
import { checks } from '../src/checks/rules/index';
import { checkList, checkPage, isDocumented, optionFindingPage } from './check-page';

const folder = join(__dirname, '../docs/checks');
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) rmSync(join(folder, name));
const pages: [string, string][] = [
  ...checks.filter(isDocumented).map((it): [string, string] => [it.id, checkPage(it)]),
  ...optionFindings.map((it): [string, string] => [it.id, optionFindingPage(it)]),
];
for (const [id, page] of pages) writeFileSync(join(folder, `${id}.md`), page);
writeFileSync(join(folder, 'README.md'), checkList(checks, optionFindings));
