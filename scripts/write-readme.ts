// Puts the files, the picture and the table of speeds that the READMEs show into their places, and the
// fences of README.md into README.zh-CN.md: `npm run readme`. The tests hold the READMEs to them.
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { benchTable } from './bench-table';

const table = /<!-- bench -->\n[\s\S]*?<!-- \/bench -->/;
const fence = /<!-- (?<marker>[^>]+) -->\n\n```(?<language>\w+)\n(?<body>[\s\S]*?)```\n/g;

/** The picture of the architecture, drawn from the imports. */
export function picture(): string {
  return execFileSync(
    'npx',
    'depcruise src --include-only ^src --exclude ^src/(errors|index).ts -T mermaid --collapse ^src/[^/]+'.split(
      ' ',
    ),
    { encoding: 'utf8' },
  );
}

function filled(marker: string, body: string): string {
  if (marker.startsWith('file: ')) return fs.readFileSync(marker.slice('file: '.length), 'utf8');
  return marker === 'picture' ? picture() : body;
}

function bench(language: 'en' | 'zh-CN'): string {
  return `<!-- bench -->\n\n${benchTable(language)}\n\n<!-- /bench -->`;
}

const english = fs
  .readFileSync('README.md', 'utf8')
  .replace(
    fence,
    (_, marker: string, language: string, body: string) =>
      `<!-- ${marker} -->\n\n\`\`\`${language}\n${filled(marker, body)}\`\`\`\n`,
  );
fs.writeFileSync(
  'README.md',
  english.replace(table, () => bench('en')),
);
const fences = [...english.matchAll(fence)].map(([text]) => text);
const chinese = fs
  .readFileSync('README.zh-CN.md', 'utf8')
  .replace(fence, (text) => fences.shift() ?? text)
  .replace(table, () => bench('zh-CN'));
fs.writeFileSync('README.zh-CN.md', chinese);
