/** One step of the way to a field: a key of a mapping, or a position in a list (from 0). */
export type FieldStep = string | number;

const bareKey = /^[A-Za-z0-9_-]+$/;
const nextStep = /(\.?)([A-Za-z0-9_-]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;

/**
 * Writes the way to a field as findings name it: `spec.ports[0].nodePort`.
 *
 * A key of anything but letters, digits, `-` and `_` stands in brackets, as JSON writes it:
 * `metadata.labels["app.kubernetes.io/name"]`. No steps give the empty text: the object itself.
 */
export function formatField(...steps: readonly FieldStep[]): string {
  return appendField('', ...steps);
}

/** Writes the way to a field below another one, which is given as `formatField` writes it. */
export function appendField(field: string, ...steps: readonly FieldStep[]): string {
  let text = field;
  for (const step of steps) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (!bareKey.test(step)) text += `[${JSON.stringify(step)}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}

/** The steps of a field that `formatField` wrote, or undefined where the text is not of that form. */
export function parseField(field: string): FieldStep[] | undefined {
  // Programs in JavaScript can give anything.
  if (typeof (field as unknown) !== 'string') return undefined;
  const steps: FieldStep[] = [];
  let end = 0;
  while (end < field.length) {
    nextStep.lastIndex = end;
    const found = nextStep.exec(field);
    if (found === null) return undefined;
    const [, dot, key, index, quoted] = found;
    if (key !== undefined) {
      // A dot stands between two steps, and only there.
      if ((dot === '') !== (end === 0)) return undefined;
      steps.push(key);
    } else if (index !== undefined) {
      steps.push(Number(index));
    } else {
      const text = parseQuoted(quoted ?? '');
      if (text === undefined) return undefined;
      steps.push(text);
    }
    end = nextStep.lastIndex;
  }
  return steps;
}

function parseQuoted(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}
