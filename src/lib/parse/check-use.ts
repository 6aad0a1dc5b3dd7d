import { didYouMean } from './did-you-mean.ts';
import { show, type Report } from './fault.ts';
import { isCitationKey } from './id.ts';
import type { Outline } from './outline.ts';
import type { Prose } from './prose.ts';
import type { Register } from './register.ts';

/** Reports links within the page whose target is no step and no section. */
export function checkAnchors(
  passages: readonly Prose[],
  { steps, sections }: Outline,
  report: Report
): void {
  const ids = new Set([...steps, ...sections].map(({ id }) => id));
  for (const { id, line, where } of passages.flatMap(({ anchors }) => anchors)) {
    if (ids.has(id)) continue;
    const expected = `a link must go to a step or a section${didYouMean(id, ids)}`;
    report({ file: 'story.md', line, where, expected, got: show(`#${id}`) });
  }
}

/** Reports events that no step shows. */
export function checkAllShown(
  events: Register<unknown>,
  shown: ReadonlySet<string>,
  report: Report
): void {
  for (const id of events.ids) {
    if (shown.has(id)) continue;
    report({
      file: 'events.csv',
      line: events.lines.get(id) ?? 1,
      where: `event ${show(id)}`,
      expected: 'an event must be in the show list of a step',
      got: 'none'
    });
  }
}

/**
 * Reports works that neither the prose nor the credit cites. Works whose id cannot be cited have a fault of their
 * own.
 */
export function checkAllCited(
  sources: Register<unknown>,
  cited: ReadonlySet<string>,
  report: Report
): void {
  for (const id of sources.ids) {
    if (cited.has(id) || !isCitationKey(id)) continue;
    report({
      file: sources.file,
      line: sources.lines.get(id) ?? 1,
      where: `source ${show(id)}`,
      expected: 'a source must be cited in the prose or the credit',
      got: 'none'
    });
  }
}
