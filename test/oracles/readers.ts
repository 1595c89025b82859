import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as jsYaml from 'js-yaml';
import { parse } from 'yaml';

// The 3.x line has no types of its own under this name.
const jsYaml3 = createRequire(__filename)('js-yaml-3') as { load(text: string): unknown };

/** What a reader makes of one YAML text of one document. */
export interface Reading {
  readonly value?: unknown;
  readonly error?: string;
}

/** A YAML reader that others wrote. */
export interface Reader {
  readonly name: string;
  /** Reads many texts at once: the ones outside this process take time to start. */
  readonly readAll: (texts: readonly string[]) => readonly Reading[];
  /** Tells that the reader refuses half characters, as everything that holds text in UTF-8 does. */
  readonly refusesHalfCharacters: boolean;
}

function inProcess(name: string, read: (text: string) => unknown): Reader {
  const readAll = (texts: readonly string[]): Reading[] =>
    texts.map((text) => {
      try {
        return { value: read(text) };
      } catch (error) {
        return { error: String(error) };
      }
    });
  return { name, readAll, refusesHalfCharacters: false };
}

/** The readers that are npm packages, always at hand. */
export const readers: readonly Reader[] = [
  inProcess('yaml 1.1', (text) => parse(text, { version: '1.1' }) as unknown),
  inProcess('yaml 1.2', (text) => parse(text, { version: '1.2' }) as unknown),
  // It refuses more than 100 levels unless told otherwise.
  inProcess('js-yaml 5', (text) => jsYaml.load(text, { maxDepth: 1000 })),
  inProcess('js-yaml 3', (text) => jsYaml3.load(text)),
];

/** Readers of other languages, or why this machine has none. */
export type Elsewhere = { readonly readers: readonly Reader[] } | { readonly missing: string };

function elsewhere(
  names: readonly string[],
  command: string,
  args: readonly string[],
  refusesHalfCharacters: readonly string[],
): readonly Reader[] {
  return names.map((name) => ({
    name,
    refusesHalfCharacters: refusesHalfCharacters.includes(name),
    readAll: (texts) => {
      const output = execFileSync(command, args, {
        input: JSON.stringify(texts),
        maxBuffer: 1 << 30,
        encoding: 'utf8',
      });
      return (JSON.parse(output) as Record<string, Reading>[]).map(({ [name]: found }) => {
        if (found === undefined) return { error: 'not read' };
        return 'value' in found ? { ...found, value: withMappings(found.value) } : found;
      });
    },
  }));
}

/**
 * Mappings come as pairs, since the keys themselves can't be trusted to `JSON.parse`: in the V8 of
 * Node 24 it takes the key `"\\ufffe"` for `"\\\\"` if an object before it had that key at its place.
 */
function withMappings(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withMappings);
  const { fields } = value as { readonly fields: readonly (readonly [string, unknown])[] };
  const mapping = {};
  for (const [key, item] of fields) {
    Object.defineProperty(mapping, key, {
      value: withMappings(item),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return mapping;
}

/** PyYAML, in Python and with libyaml, if `python3` has it. */
export function pythonReaders(): Elsewhere {
  const probe = 'import yaml; print(int(hasattr(yaml, "CSafeLoader")))';
  const { status, stdout } = spawnSync('python3', ['-c', probe], { encoding: 'utf8' });
  if (status !== 0) return { missing: 'python3 with PyYAML is not installed' };
  const names = stdout.trim() === '1' ? ['pure', 'libyaml'] : ['pure'];
  const script = join(__dirname, 'pyyaml.py');
  return { readers: elsewhere(names, 'python3', [script], ['libyaml']) };
}

/**
 * Go's readers: yaml.v2, yaml.v3 and the one that kubectl and the API server use.
 *
 * @param network whether Go may download them; else they are used if an earlier run did
 */
export function goReaders(network: boolean): Elsewhere {
  if (spawnSync('go', ['version']).status !== 0) return { missing: 'Go is not installed' };
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-oracle-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const program = join(folder, 'reader');
  const { status } = spawnSync('go', ['build', '-o', program, '.'], {
    cwd: join(__dirname, 'go'),
    env: { ...process.env, ...(network ? {} : { GOPROXY: 'off' }), GOFLAGS: '-mod=readonly' },
  });
  if (status !== 0) {
    return { missing: "Go's YAML modules are not downloaded; `npm run fuzz` does it" };
  }
  const names = ['v2', 'v3', 'sigs'];
  return { readers: elsewhere(names, program, [], names) };
}
