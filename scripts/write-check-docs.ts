// Writes docs/checks from the checks themselves: `npm run check-docs`. The tests hold the pages to them.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../src/checks/rules/index';
import { checkList, checkPage } from './check-page';

const folder = join(__dirname, '../docs/checks');
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) rmSync(join(folder, name));
for (const check of checks) writeFileSync(join(folder, `${check.id}.md`), checkPage(check));
writeFileSync(join(folder, 'README.md'), checkList(checks));
