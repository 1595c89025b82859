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

function yamlFiles(folder: string): Record<string, string> {
  return Object.fromEntries(
    (fs.readdirSync(folder, { recursive: true }) as string[])
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]),
  );
}

test.each(names)('examples/%s writes the YAML that is committed beside it', (name) => {
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
    const written = yamlFiles(outdir);
    expect(Object.keys(written)).not.toEqual([]);
    expect(written).toEqual(yamlFiles(path.join(examples, name)));
    for (const text of Object.values(written)) {
      for (const document of parseAllDocuments(text)) expect(document.errors).toEqual([]);
    }
  } finally {
    fs.rmSync(outdir, { recursive: true, force: true });
  }
});
