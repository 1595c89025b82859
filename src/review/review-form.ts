import { oneOf, text, wrong, type Form } from '../manifest/form';
import { isFields } from '../manifest/manifest';
import { kindOf } from '../manifest/plain-data';
import { effects } from './change';

const effect = oneOf(effects);

/** What `review` gives, as far as the reports read it. */
export const reviewForm: Form = (value, path) => {
  if (!isFields(value) || !Array.isArray(value['changes'])) {
    return wrong(path, `must be a review, got ${kindOf(value)}`, 'Give what review() gives.');
  }
  return [
    ...text(value['kubernetesVersion'], `${path}.kubernetesVersion`),
    ...value['changes'].flatMap((one: unknown, index) => change(one, `${path}.changes[${index}]`)),
  ];
};

const change: Form = (value, path) =>
  isFields(value) && isFields(value['object']) && typeof value['explanation'] === 'string'
    ? effect(value['effect'], `${path}.effect`)
    : wrong(path, `must be a change, got ${kindOf(value)}`, 'Give what review() gives.');
