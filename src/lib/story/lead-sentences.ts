import type { PhrasingContent, RootContent } from 'mdast';
import { plainText } from './prose.ts';

/** A lead shorter than this many letters takes the next sentence in. */
const leadLetters = 70;

/**
 * How a passage of prose begins, for a screen: the first sentences of its first paragraph, as many as it takes
 * to say something, whole. Of prose without a paragraph, its first block; the tree given is left as it is.
 *
 * @param lang BCP 47; sentences end by that language's rules
 */
export function leadSentences(children: readonly RootContent[], lang: string): RootContent[] {
  const paragraph = children.find(({ type }) => type === 'paragraph');
  if (paragraph?.type !== 'paragraph') return children.slice(0, 1);
  // A line's end inside a paragraph ends no sentence.
  const text = plainText(paragraph).replaceAll('\n', ' ');
  let length = 0;
  for (const { segment } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)) {
    if (length > 0 && text.slice(0, length).trim().length >= leadLetters) break;
    length += segment.length;
  }
  const kept = text.slice(0, length).trimEnd().length;
  return [{ ...paragraph, children: cut(paragraph.children, { left: kept }) }];
}

/** The first letters of a run of text with its markup; a citation at the cut stays. */
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
