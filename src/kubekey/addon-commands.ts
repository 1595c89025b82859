import { show } from '../errors';
import { fieldsAt, textAt } from '../manifest/fields';
import { at, type Fields } from '../manifest/manifest';
import { shellLine } from './shell-word';

/** The command lines that install an add-on as kk 3 does, by Helm and kubectl. */
export function addonCommands(addon: Fields): readonly string[] {
  const name = String(addon['name']);
  const namespace = textAt(addon, 'namespace') ?? 'default';
  const chart = fieldsAt(addon, 'sources', 'chart');
  const yaml = fieldsAt(addon, 'sources', 'yaml');
  return [
    ...scripts(name, addon, 'preInstall', 'before'),
    ...(Object.keys(chart).length === 0 ? [] : [helmLine(name, namespace, chart)]),
    ...(yaml['values'] === undefined
      ? []
      : [`# ${show(name)}: fill in the Go templates of the files first.`]),
    ...(texts(yaml['path']).length === 0 ? [] : [kubectlLine(textAt(addon, 'namespace'), yaml)]),
    ...scripts(name, addon, 'postInstall', 'after'),
  ];
}

function helmLine(name: string, namespace: string, chart: Fields): string {
  const repo = textAt(chart, 'repo');
  const folder = textAt(chart, 'path');
  const own = String(chart['name']);
  return shellLine(
    ...['helm', 'upgrade', '--install', name],
    repo === undefined && folder !== undefined ? `${folder.replace(/\/+$/, '')}/${own}` : own,
    ...option('--repo', repo),
    ...option('--version', textAt(chart, 'version')),
    ...['--namespace', namespace, '--create-namespace'],
    ...option('--values', textAt(chart, 'valuesFile')),
    ...texts(chart['values']).flatMap((value) => ['--set', value]),
    chart['wait'] === true ? '--wait' : undefined,
  );
}

function kubectlLine(namespace: string | undefined, yaml: Fields): string {
  return shellLine(
    ...['kubectl', 'apply', '--server-side', '--force-conflicts', '--validate=false'],
    ...option('--namespace', namespace),
    ...texts(yaml['path']).flatMap((path) => ['--filename', path]),
  );
}

/** The scripts of an add-on run on hosts, which a command line here can't do. */
function scripts(name: string, addon: Fields, list: string, when: string): readonly string[] {
  const found = at(addon, list);
  return Array.isArray(found) && found.length > 0
    ? [`# ${show(name)}: run the scripts of ${list} on the hosts ${when} this.`]
    : [];
}

function option(flag: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [flag, value];
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
