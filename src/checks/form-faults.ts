import type { FieldForm } from '../facts/kubernetes/field-forms';
import type { Definition } from '../facts/kubernetes/schema';
import { isFields, type Fields } from '../manifest/manifest';
import { labelKeyProblem, labelValueProblem } from '../manifest/names';
import { show } from '../errors';
import { formProblem } from './form-problem';
import { fieldOf, type FaultKind, type Place, type SchemaFault } from './schema-fault';

const labelFix =
  "Use letters, digits, '-', '_' and '.', 63 characters at most; longer text fits into an annotation.";

/** Adds what is wrong with the form of a value, or of the items of a list. */
export function addFormFaults(
  faults: SchemaFault[],
  value: unknown,
  form: FieldForm,
  place: Place,
): void {
  if (form === 'labels') {
    addLabelFaults(faults, value, place);
    return;
  }
  const kind = form === 'selector-key' || form === 'selector-value' ? 'wrong-label' : 'wrong-form';
  const add = (one: unknown, at: Place): void => {
    const found = formProblem(form, one);
    if (found !== undefined) faults.push({ kind, field: fieldOf(at), ...found });
  };
  if (Array.isArray(value)) {
    value.forEach((one, step) => {
      add(one, { above: place, step });
    });
  } else if (isFields(value)) {
    for (const step of Object.keys(value)) add(value[step], { above: place, step });
  } else {
    add(value, place);
  }
}

function addLabelFaults(faults: SchemaFault[], labels: unknown, place: Place): void {
  if (!isFields(labels)) return;
  for (const [key, value] of Object.entries(labels)) {
    const ofKey = labelKeyProblem(key);
    if (ofKey !== undefined) {
      faults.push({
        kind: 'wrong-label',
        field: fieldOf(place, key),
        problem: `the key of a label ${ofKey}, got ${show(key)}`,
        fix: "Use a name, or a domain, '/' and a name, such as app.kubernetes.io/name.",
      });
    }
    const ofValue = typeof value === 'string' ? labelValueProblem(value) : undefined;
    if (ofValue === undefined) continue;
    const problem = `the value ${ofValue}, got ${show(String(value))}`;
    faults.push({ kind: 'wrong-label', field: fieldOf(place, key), problem, fix: labelFix });
  }
}

/** Adds what does not fit together in a struct. */
export function addStructFaults(
  faults: SchemaFault[],
  value: Fields,
  { name, fields, isRequirement, alternatives }: Definition,
  place: Place | undefined,
): void {
  if (isRequirement) addRequirementFault(faults, value, name, place);
  if (alternatives === undefined) return;
  // An unknown field may be the one that is missing: it is reported as such.
  if (Object.keys(value).some((key) => !fields.has(key))) return;
  const known = alternatives.of.filter((key) => fields.has(key));
  const given = known.filter((key) => isGiven(value[key]));
  if (given.length === 1 || (given.length === 0 && !alternatives.isNeeded)) return;
  faults.push({
    kind: 'wrong-form',
    field: fieldOf(place),
    problem:
      given.length === 0
        ? `must have one of ${known.join(', ')}`
        : `must have only one of ${given.join(' and ')}`,
    fix: given.length === 0 ? `Write ${known.join(' or ')}.` : 'Leave one of them.',
    from: known.map((key) => fieldOf(place, key)),
  });
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

/** How many values each operator takes. */
const amounts: Readonly<Record<string, readonly [number, number, string]>> = {
  In: [1, Infinity, 'one or more values'],
  NotIn: [1, Infinity, 'one or more values'],
  Exists: [0, 0, 'no values'],
  DoesNotExist: [0, 0, 'no values'],
  Gt: [1, 1, 'exactly one value'],
  Lt: [1, 1, 'exactly one value'],
};

/** What looks for labels is reported with the labels, what looks for nodes with the scheduling. */
const kindsOfRequirement: Readonly<Record<string, FaultKind>> = {
  'core.v1.NodeSelectorRequirement': 'wrong-requirement',
  'meta.v1.LabelSelectorRequirement': 'wrong-label',
};

function addRequirementFault(
  faults: SchemaFault[],
  { operator, values = [] }: Fields,
  name: string,
  place: Place | undefined,
): void {
  const amount = Object.hasOwn(amounts, String(operator)) ? amounts[String(operator)] : undefined;
  // Values that are no list are reported by their type.
  if (amount === undefined || (values !== null && !Array.isArray(values))) return;
  const [least, most, words] = amount;
  const count = values === null ? 0 : values.length;
  if (count >= least && count <= most) return;
  faults.push({
    kind: kindsOfRequirement[name] ?? 'wrong-form',
    field: fieldOf(place, 'values'),
    problem: `the operator ${String(operator)} takes ${words}, got ${show(values ?? [])}`,
    fix: most === 0 ? 'Take values out, or write operator: In.' : `Write ${words}.`,
  });
}
