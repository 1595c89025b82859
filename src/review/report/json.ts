import { throwProblems } from '../../errors';
import { printableJson } from '../../manifest/printable';
import type { Review } from '../change';
import { reviewForm } from '../review-form';

/**
 * The review as JSON: `{ version, kubernetesVersion, summary, changes }`. Each change has all of its
 * fields; a value that isn't there is `null`.
 *
 * @throws GroundworkError where it is no review
 */
export function renderJson(review: Review): string {
  throwProblems(reviewForm(review, 'review'), renderJson);
  const changes = review.changes.map(
    ({ object, field, before, after, effect, explanation, advice, pods }) => ({
      object: {
        apiVersion: object.apiVersion,
        kind: object.kind,
        namespace: object.namespace ?? null,
        name: object.name,
      },
      field,
      before: before ?? null,
      after: after ?? null,
      effect,
      explanation,
      advice: advice ?? null,
      ...(pods === undefined ? {} : { pods }),
    }),
  );
  return `${printableJson({ ...review, changes })}\n`;
}
