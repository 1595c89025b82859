// The table of speeds that both READMEs show, from bench/results.json, which `npm run bench` writes.
import * as fs from 'node:fs';

interface Row {
  readonly work: string;
  readonly against: string;
  readonly value: number;
  readonly bound: number;
  readonly atMost: boolean;
  readonly unit: string;
}

interface Results {
  readonly machine: string;
  readonly date: string;
  readonly rows: readonly Row[];
}

const english = {
  head: ['Work', 'Against', 'Measured', 'Aim'],
  atMost: 'at most',
  atLeast: 'at least',
  on: 'Measured on ',
  words: (text: string): string => text,
};

const inChinese: Readonly<Record<string, string>> = {
  '5,000 Deployment + Service pairs, one file': '5,000 对 Deployment 和 Service，一个文件',
  '5,000 Deployment + Service pairs, one file, all checks on':
    '5,000 对 Deployment 和 Service，一个文件，所有检查都打开',
  '5,000 Deployment + Service pairs, one file, whole process':
    '5,000 对 Deployment 和 Service，一个文件，整个进程',
  'all checks at synth, 10,000 objects': 'synth 时的所有检查，10,000 个对象',
  '10,000 objects checked': '检查 10,000 个对象',
  '20,000 to 80,000 objects checked': '检查 20,000 到 80,000 个对象',
  '5,000 pairs of AppDeployment and NodePortService': '5,000 对 AppDeployment 和 NodePortService',
  'the writer alone, warm': '只写 YAML，预热之后',
  '1,000 charts of one pair': '1,000 个 chart，每个一对',
  'a chain of 100 dependent charts': '100 个 chart 依次依赖',
  '10,000 to 200,000 objects in one file': '一个文件里 10,000 到 200,000 个对象',
  '1,000 to 8,000 charts': '1,000 到 8,000 个 chart',
  '200,000 objects: peak memory above the tree': '200,000 个对象：构造树之外的内存峰值',
  'review of 10,000 objects, 1 % changed': '审阅 10,000 个对象，1 % 有改动',
  'review of 10,000 objects, none changed': '审阅 10,000 个对象，没有改动',
  'review of 20,000 to 80,000 objects': '审阅 20,000 到 80,000 个对象',
  'process start to files, the lesson': '课程示例，从进程启动到写完文件',
  'the first finding in the lesson: cdk8s-groundwork check':
    '课程示例里的第一个问题：cdk8s-groundwork check',
  'cdk8s.App.synth()': 'cdk8s.App.synth()',
  'the synth itself': 'synth 本身',
  'JSON.parse + yaml of the same': '同样内容的 JSON.parse 加 yaml 解析',
  'itself: peak memory': '自身：内存峰值',
  'kubernetes-models + yaml': 'kubernetes-models 加 yaml',
  'cdk8s-plus-28 in cdk8s.App': 'cdk8s.App 里的 cdk8s-plus-28',
  yaml: 'yaml',
  'js-yaml': 'js-yaml',
  'JSON.stringify': 'JSON.stringify',
  '(cdk8s does not end)': '（cdk8s 不会结束）',
  'itself: time per object': '自身：每个对象的时间',
  'itself: time per chart': '自身：每个 chart 的时间',
  'twice the output + 100 MB': '输出的两倍加 100 MB',
  'reading both sides': '读入两边',
  'node -e "require(\'cdk8s\')"': 'node -e "require(\'cdk8s\')"',
  'node -e 0': 'node -e 0',
  'times faster': '倍速',
  'times its time': '倍的时间',
  '×': '倍',
  s: '秒',
  MiB: 'MiB',
  'ms more': '多 # 毫秒',
};

const chinese: typeof english = {
  head: ['工作', '相比', '测得', '目标'],
  atMost: '至多',
  atLeast: '至少',
  on: '测量环境：',
  words(text) {
    const found = inChinese[text];
    if (found === undefined) throw new Error(`"${text}" has no Chinese in scripts/bench-table.ts`);
    return found;
  },
};

/** The table, with the machine and the date below it. */
export function benchTable(language: 'en' | 'zh-CN'): string {
  const { head, atMost, atLeast, on, words } = language === 'en' ? english : chinese;
  const { machine, date, rows } = JSON.parse(
    fs.readFileSync('bench/results.json', 'utf8'),
  ) as Results;
  const lines = rows.map((row) => [
    words(row.work),
    words(row.against),
    measured(number(row.value), words(row.unit)),
    `${row.atMost ? atMost : atLeast} ${number(row.bound)}`,
  ]);
  return [
    ...[head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`),
    '',
    `${on}${machine}, ${date}.`,
  ].join('\n');
}

/** The number before its unit, or where the unit says by `#`. */
function measured(value: string, unit: string): string {
  return unit.includes('#') ? unit.replace('#', value) : `${value} ${unit}`;
}

function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
