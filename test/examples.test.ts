import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { parseAllDocuments } from 'yaml';

const root = path.resolve(__dirname, '..');
const examples = path.join(root, 'examples');
const names = fs
  .readdirSync(examples)
  .filter((name) => fs.existsSync(path.join(examples, name, 'main.ts')));

/** The files of a folder that end so, by name. */
function filesIn(folder: string, ending: RegExp): Record<string, string> {
  return Object.fromEntries(
    (fs.readdirSync(folder, { recursive: true }) as string[])
      .filter((name) => ending.test(name))
      .sort()
      .map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]),
  );
}

test.each(names)('examples/%s writes the files that are committed beside it', (name) => {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'example-'));
  try {
    execFileSync(process.execPath, ['--import', 'tsx', path.join(examples, name, 'main.ts')], {
      cwd: root,
      env: {
        ...process.env,
        CDK8S_OUTDIR: outdir,
        TSX_TSCONFIG_PATH: path.join(examples, 'tsconfig.json'),
      },
      stdio: 'pipe',
    });
    const folder = path.join(examples, name);
    const yaml = filesIn(outdir, /\.yaml$/);
    expect(yaml).not.toEqual({});
    expect(yaml).toEqual(filesIn(folder, /\.yaml$/));
    // A script may also be written by hand.
    expect(filesIn(folder, /\.sh$/)).toMatchObject(filesIn(outdir, /\.sh$/));
    for (const text of Object.values(yaml)) {
      for (const document of parseAllDocuments(text)) expect(document.errors).toEqual([]);
    }
  } finally {
    fs.rmSync(outdir, { recursive: true, force: true });
  }
});
