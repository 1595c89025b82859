import { Lazy } from 'cdk8s';
import { formProblem, soundProps, type PropForms } from '../../src/manifest/props';

interface Props {
  readonly image: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly probe?: object;
  readonly command?: string[];
  readonly ports?: object[];
}

const forms: PropForms<Props> = {
  image: true,
  labels: { app: 'nginx' },
  probe: { port: 80 },
  command: ['sh', '-c'],
  ports: [{ port: 80 }],
};

/** The lines that props are refused with. */
function refusal(props: object): string[] {
  return soundProps('ng/web', props as Props, forms).problems.map(
    ({ path, problem, fix }) => `${path}: ${problem}. ${fix}`,
  );
}

test('props of the right form come back as they are', () => {
  const props = { image: 'nginx', labels: {}, command: [], ports: [{}], probe: undefined };
  const sound = soundProps('ng/web', props as unknown as Props, forms);
  expect(sound.props).toBe(props);
  expect(sound.problems).toEqual([]);
});

test('what is known only at synth may become a mapping or a list', () => {
  const late: unknown = Lazy.any({ produce: () => [] });
  expect(refusal({ labels: late, command: late, ports: [late] })).toEqual([]);
  expect(refusal({ command: ['sh', late] })).toEqual([]);
});

test('each prop of another form is a problem, and is left out', () => {
  const props = { image: 'nginx', labels: 'nginx', command: 'sh', ports: 80, probe: null };
  expect(refusal(props)).toEqual([
    `ng/web: labels must be a mapping of names to texts, got "nginx". Write labels: { app: 'nginx' }.`,
    `ng/web: command must be a list of texts, got "sh". Write command: ['sh', '-c'].`,
    'ng/web: ports must be a list of mappings, got 80. Write ports: [{ port: 80 }].',
    'ng/web: probe must be a mapping, got null. Write probe: { port: 80 }.',
  ]);
  const { props: sound } = soundProps('ng/web', props as unknown as Props, forms);
  expect(sound).toEqual({ image: 'nginx' });
});

test('the items of a list have a form, too', () => {
  expect(refusal({ command: ['sleep', 5], ports: ['80'] })).toEqual([
    `ng/web: command must be a list of texts, got ["sleep",5]. Write command: ['sh', '-c'].`,
    'ng/web: ports must be a list of mappings, got ["80"]. Write ports: [{ port: 80 }].',
  ]);
});

test('says nothing of props that say nothing', () => {
  expect(refusal({ labels: undefined, x: undefined })).toEqual([]);
});

test('names the prop that was likely meant, or all that there are', () => {
  expect(refusal({ comand: ['sh'], hostNetwork: true })).toEqual([
    'ng/web: props must hold no unknown field, got comand. Write command if you mean that, or remove it.',
    'ng/web: props must hold no unknown field, got hostNetwork. Remove it; there are image, labels, probe, command, ports.',
  ]);
});

test('a name that every object has is no prop', () => {
  expect(refusal({ toString: 1, constructor: 2 })).toHaveLength(2);
});

test('missing props are an empty mapping, and any other value is refused', () => {
  expect(soundProps('ng/web', undefined as unknown as Props, forms).props).toEqual({});
  expect(() => soundProps('ng/web', 'nginx' as unknown as Props, forms)).toThrow(
    `ng/web: props must be a mapping, got "nginx". Write them in braces, such as { name: 'web' }.`,
  );
});

test('a value that may hold a secret is not shown', () => {
  expect(formProblem('env', { DB_PASSWORD: 'x1' }, [{}])?.problem).toBe(
    'env must be a list of mappings, got {"DB_PASSWORD":"<redacted>"}',
  );
});

test('a text must be a text, and the fix names only the last part of the field', () => {
  expect(formProblem('etcd.type', 5, 'kubeadm')).toEqual({
    problem: 'etcd.type must be a text, got 5',
    fix: "Write type: 'kubeadm'.",
  });
});
