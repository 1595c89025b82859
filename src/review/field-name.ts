/** How reports name a field: `spec.template.spec.containers[nginx].image`. */
export function fieldName(path: readonly string[]): string {
  let name = '';
  for (const step of path) {
    if (step.startsWith('[')) name += step;
    else if (/^[\w-]+$/.test(step)) name += name === '' ? step : `.${step}`;
    else name += `[${JSON.stringify(step)}]`;
  }
  return name;
}
