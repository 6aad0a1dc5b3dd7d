import type { PhrasingContent, RootContent } from 'mdast';
import { plainText } from './prose.ts';

/** A lead shorter than this many letters also takes in the next sentence. */
const leadLetters = 70;

/**
 * How a passage of prose begins, for the screen of a presentation: whole sentences from the start of its first
 * paragraph, enough to say something. Of prose without a paragraph it is the first block. The tree passed in is not
 * changed.
 *
 * @param lang BCP 47; sentences end by that language's rules
 */
export function leadSentences(children: readonly RootContent[], lang: string): RootContent[] {
  const paragraph = children.find(({ type }) => type === 'paragraph');
  if (paragraph?.type !== 'paragraph') return children.slice(0, 1);
  // A line break inside a paragraph does not end a sentence.
  const text = plainText(paragraph).replaceAll('\n', ' ');
  let length = 0;
  for (const { segment } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)) {
    if (length > 0 && text.slice(0, length).trim().length >= leadLetters) break;
    length += segment.length;
  }
  const kept = text.slice(0, length).trimEnd().length;
  return [{ ...paragraph, children: cut(paragraph.children, { left: kept }) }];
}

/** The first letters of a run of text with its markup; a citation at the cut is kept. */
function cut(children: readonly PhrasingContent[], letters: { left: number }): PhrasingContent[] {
  return children.flatMap((node): PhrasingContent[] => {
    if (letters.left <= 0 && node.type !== 'citation') return [];
    if ('children' in node) {
      return [{ ...node, children: cut(node.children, letters) } as PhrasingContent];
    }
    if (!('value' in node)) return [node];
    const value = node.value.slice(0, letters.left);
    letters.left -= node.value.length;
    return [{ ...node, value }];
  });
}
