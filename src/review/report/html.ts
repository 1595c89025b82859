import { throwProblems } from '../../errors';
import { rankOf, type Effect, type Review } from '../change';
import type { Manifest } from '../../manifest/manifest';
import { objectsForm } from '../../manifest/manifest-form';
import { manifestOf, type ReadObject } from '../../manifest/read-object';
import { reviewForm } from '../review-form';
import { escapeHtml } from './escape-html';
import { badge, htmlObject } from './html-object';
import { htmlPicture } from './html-picture';
import { htmlStyle } from './html-style';
import { keyOf, sidesOf } from './sides';
import { objectsOf, sequence, verdict, type ReviewedObject } from './verdict';

/** Up to this many objects are open when the page is; of more only the bad ones. */
const mostOpen = 3;
/** The most bad objects that are open when the page is. */
const mostBadOpen = 10;

/**
 * The review as one HTML file that needs nothing else: no scripts, nothing from elsewhere, light and dark
 * as the reader's system asks. The verdict first, a picture of the app, then object by object, worst first,
 * with both sides of each.
 *
 * @param before the objects that were reviewed, as they are applied now
 * @param after the objects that were reviewed, as they are to be applied
 * @throws GroundworkError where it is no review
 */
export function renderHtml(
  review: Review,
  before: readonly (Manifest | ReadObject)[],
  after: readonly (Manifest | ReadObject)[],
): string {
  throwProblems(
    [
      ...reviewForm(review, 'review'),
      ...objectsForm(before, 'before'),
      ...objectsForm(after, 'after'),
    ],
    renderHtml,
  );
  const [old, next] = [before.map(manifestOf), after.map(manifestOf)];
  const objects = objectsOf(review);
  const ids = new Map(objects.map(({ object }, index) => [keyOf(object), `o${index + 1}`]));
  const sides = sidesOf(old, next);
  const picture = htmlPicture(review, old, next, ids);
  const title = escapeHtml(verdict(review));
  const steps = sequence(review).map((step) => `<li>${escapeHtml(step)}</li>`);
  const sections = objects.map((reviewed, index) =>
    htmlObject(reviewed, sides(reviewed.object), {
      id: `o${index + 1}`,
      isOpen: isOpen(reviewed, index, objects.length),
    }),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<title>Review: ${title}</title>
<style>${htmlStyle()}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="for">What applying this change does, for Kubernetes ${escapeHtml(review.kubernetesVersion)}.</p>
${steps.length === 0 ? '' : `<ol class="order">${steps.join('')}</ol>\n`}</header>
<main>
${picture === '' ? '' : `<h2>The app</h2>\n${picture}`}${objects.length === 0 ? '' : `<h2>Object by object</h2>\n${index(objects)}`}${sections.join('')}</main>
<footer>Made by cdk8s-groundwork, without asking a cluster.</footer>
</body>
</html>
`;
}

function isOpen({ worst }: ReviewedObject, index: number, number: number): boolean {
  if (number <= mostOpen) return true;
  return rankOf(worst) <= rankOf('data-risk') && index < mostBadOpen;
}

/** How many objects have each effect as their worst, with a link to the first of them. */
function index(objects: readonly ReviewedObject[]): string {
  const found = new Map<Effect, { readonly first: number; number: number }>();
  for (const [position, { worst }] of objects.entries()) {
    const known = found.get(worst);
    if (known === undefined) found.set(worst, { first: position + 1, number: 1 });
    else known.number += 1;
  }
  const links = [...found].map(
    ([effect, { first, number }]) =>
      `<a href="#o${first}">${badge(effect, `${number} ${effect}`)}</a>`,
  );
  return `<nav aria-label="Objects by their worst effect">${links.join('')}</nav>\n`;
}
