import type { ElementContent } from 'hast';
import type {
  Code,
  Definition,
  Image,
  Link,
  LinkReference,
  Node,
  Nodes,
  Parents,
  PhrasingContent,
  Root,
  RootContent
} from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { show } from './fault.ts';
import { citationKey } from './id.ts';
import type { Register } from './register.ts';
import type { Fence } from './outline.ts';
import type { Subject } from './shape.ts';
import type { Source } from '../story/story.ts';

/** Works cited at one spot: `[see @gady2015, p. 3; @katz2015]`, or `@gady2015` in the text. */
export interface Citation extends Node {
  type: 'citation';
  works: readonly { readonly id: string; readonly before: string; readonly after: string }[];
  /** True where the text itself names the author. */
  inText: boolean;
}

/** What stands between paragraphs, as it will be in the page but for the numbers of its citations. */
export interface Figure extends Node {
  type: 'figure';
  hast: ElementContent[];
}

/** Returns what a fence between paragraphs stands for, or null where it has a fault, which it then reports. */
export type ReadFigure = (name: string, fence: Fence, subject: Subject) => ElementContent[] | null;

/** Returns what the images of one paragraph stand for, or null where they have a fault, which it then reports. */
export type ReadImages = (images: readonly Image[], subject: Subject) => ElementContent[] | null;
declare module 'hast' {
  interface ElementContentMap {
    citation: Citation;
  }
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: Citation;
  }
  interface RootContentMap {
    citation: Citation;
    figure: Figure;
  }
}

/** A passage of prose whose citations have been found. */
export interface Prose {
  readonly children: RootContent[];
  /** Ids of the works cited, each as it was meant, in the order of first mention. */
  readonly cites: readonly string[];
  /** Links within the page, such as `#shoigu`, and their positions. */
  readonly anchors: readonly {
    readonly id: string;
    readonly line: number;
    readonly where: string;
  }[];
}

/**
 * Replaces `\@` while markdown is parsed, so that it is not taken for a citation. Both characters are of private
 * use (Unicode, 23.5).
 */
const plainAt = '\ue000\ue001';

/** A row of a table, or the line under its header, that is not part of one. */
const looseRow = /^\s*(\|.*\||:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)+\|?)\s*$/;

const notAfterWord = '(?<![\\p{L}\\p{N}_.])';
const citationPattern = new RegExp(`\\[([^[\\]]*)\\]|${notAfterWord}@(${citationKey})`, 'gu');
const workPattern = new RegExp(`^(.*?)${notAfterWord}-?@(${citationKey})(.*)$`, 'su');

/** Tables as GitHub writes them; of its other additions to CommonMark none is taken. */
function tables(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmTable());
  (data.fromMarkdownExtensions ??= []).push([gfmTableFromMarkdown()]);
}

/** Returns the syntax tree of a CommonMark text with tables. `firstLine` is the line of the file on which the text starts. */
export function parseMarkdown(text: string, firstLine: number): Root {
  const masked = text.replace(/\\[\\@]/g, (pair) => (pair === '\\@' ? plainAt : pair));
  return unified()
    .use(remarkParse)
    .use(tables)
    .parse('\n'.repeat(firstLine - 1) + masked);
}

/** Returns a text of the tree as the author wrote it, for texts that are not prose. */
export function asWritten(text: string): string {
  return text.replaceAll(plainAt, '\\@');
}

/** Returns the words of a tree without their markup. */
export function plainText(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value.replaceAll(plainAt, '@');
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

/** True where a text cites a work. */
export function hasCitation(text: string): boolean {
  return workPattern.test(text);
}

/** The ids of the works that a piece of a figure cites. */
function worksCited(node: ElementContent): string[] {
  if (node.type === 'citation') return node.works.map(({ id }) => id);
  return node.type === 'element' ? node.children.flatMap(worksCited) : [];
}

/**
 * Returns a passage with its citations and figures found; the tree passed in is changed. Only the prose of a step may
 * have figures, which `readFigure` reads, and images that stand by themselves, which `readImages` reads. Raw HTML, other
 * images, headings, code blocks, footnotes, tables that are not whole, links to anything but http, https, mailto and `#…`,
 * and unknown works are reported.
 */
export function readProse(
  children: RootContent[],
  works: Register<Source>,
  subject: Subject,
  readFigure?: ReadFigure,
  readImages?: ReadImages
): Prose {
  const cites = new Set<string>();
  const anchors: { id: string; line: number; where: string }[] = [];
  const complain = (line: number, expected: string, got: string) =>
    subject.report({ file: subject.file, line, where: subject.where, expected, got });

  const root: Root = { type: 'root', children };
  walk(root, false);
  return { children: root.children, cites: [...cites], anchors };

  function walk(parent: Parents, inLink: boolean): void {
    const rewritten = (parent.children as RootContent[]).flatMap((node): RootContent[] => {
      const line = node.position?.start.line ?? 1;
      switch (node.type) {
        case 'text':
          checkText(node.value, line);
          return citationsIn(node.value, line, inLink);
        case 'linkReference':
          if (isFootnote(node)) return [];
          break;
        case 'inlineCode':
          return [{ ...node, value: asWritten(node.value) }];
        case 'html':
          complain(line, 'prose must not contain HTML', show(node.value.split('\n')[0]));
          return [];
        case 'image':
        case 'imageReference':
          complain(
            line,
            readImages
              ? 'an image must stand by itself between blank lines, as ![words for it](media/port.jpg)'
              : 'images are only for the prose of a step',
            `an image, ${show(node.alt)}`
          );
          return [];
        case 'heading':
          complain(
            line,
            'headings must be # for a section or ## for a step',
            show(`${'#'.repeat(node.depth)} ${plainText(node)}`)
          );
          return [];
        case 'code':
          return figureIn(node, line);
        case 'paragraph': {
          const images = parent === root && readImages ? imagesAlone(node.children) : [];
          if (images.length === 0) break;
          const hast = readImages!(images, subject);
          return hast ? [{ type: 'figure', hast }] : [];
        }
        case 'definition':
          if (isFootnote(node)) return [];
          checkLink(node, line);
          break;
        case 'link':
          checkLink(node, line);
      }
      if ('children' in node)
        walk(node as Parents, inLink || node.type === 'link' || node.type === 'linkReference');
      return [node];
    });
    parent.children = rewritten as typeof parent.children;
  }

  function figureIn({ lang, value }: Code, line: number): Figure[] {
    if (readFigure && lang) {
      const hast = readFigure(lang, { text: asWritten(value), line: line + 1 }, subject);
      for (const id of (hast ?? []).flatMap(worksCited)) cites.add(works.meant(id) ?? id);
      return hast ? [{ type: 'figure', hast }] : [];
    }
    complain(line, 'prose must not contain code blocks', show(lang ?? value.split('\n')[0]));
    return [];
  }

  /** Returns the images of a paragraph that has nothing else. */
  function imagesAlone(children: readonly PhrasingContent[]): Image[] {
    const parts = children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
    const images = parts.filter((node) => node.type === 'image');
    return images.length === parts.length ? images : [];
  }

  function checkText(text: string, line: number): void {
    const lines = text.split('\n');
    for (const [i, written] of lines.entries()) {
      const [footnote] = /\[\^[^\]\s]+\]/.exec(written) ?? [];
      if (footnote !== undefined) complainOfFootnote(line + i, footnote);
    }
    const image = lines.findIndex((written) => written.includes('!['));
    if (image >= 0) {
      const expected =
        'an image must be written ![words for it](media/file.jpg "caption"): no space in its path, and straight quotes around the caption';
      complain(line + image, expected, show(lines[image]!.trim()));
    }
    const row = lines.findIndex((written) => looseRow.test(written));
    if (row < 0) return;
    const expected =
      'a table must have as many cells in its header as in the line of hyphens under it, and a blank line above';
    complain(line + row, expected, show(lines[row]!.trim()));
  }

  /** Reports a footnote whose mark or text was taken for a link. */
  function isFootnote({ label, position }: Definition | LinkReference): boolean {
    if (!label?.startsWith('^')) return false;
    complainOfFootnote(position?.start.line ?? 1, `[${label}]`);
    return true;
  }

  function complainOfFootnote(line: number, mark: string): void {
    const expected = 'prose must not contain footnotes: cite a work, [@id], or say it in the prose';
    complain(line, expected, show(mark));
  }

  function checkLink(node: Pick<Link, 'url' | 'title'>, line: number): void {
    node.url = node.url.replaceAll(plainAt, '@');
    if (node.title) node.title = node.title.replaceAll(plainAt, '@');
    if (/^#./.test(node.url)) anchors.push({ id: node.url.slice(1), line, where: subject.where });
    else if (!/^(https?:\/\/|mailto:)./i.test(node.url) || !URL.canParse(node.url)) {
      complain(line, 'a link must go to http://, https://, mailto: or #step', show(node.url));
    }
  }

  function citationsIn(text: string, line: number, inLink: boolean): RootContent[] {
    const nodes: RootContent[] = [];
    const addText = (value: string) => {
      if (value !== '') nodes.push({ type: 'text', value: value.replaceAll(plainAt, '@') });
    };
    let end = 0;
    for (const match of text.matchAll(citationPattern)) {
      const [whole, inner, key] = match;
      if (inner !== undefined && !hasCitation(inner)) continue;
      const citationLine = line + text.slice(0, match.index).split('\n').length - 1;
      const before = text.slice(end, match.index);
      addText(inner === undefined ? before : before.trimEnd());
      end = match.index + whole.length;
      if (inLink) complain(citationLine, 'a link must not contain citations', show(whole));
      nodes.push({
        type: 'citation',
        works: worksIn(inner ?? `@${key}`, citationLine),
        inText: inner === undefined
      });
    }
    addText(text.slice(end));
    return nodes;
  }

  function worksIn(list: string, line: number): Citation['works'] {
    return list.split(';').flatMap((part) => {
      const [, before = '', id, after = ''] = workPattern.exec(part) ?? [];
      if (id === undefined) {
        complain(
          line,
          'each part of a citation must name a work, as in [@a; @b]',
          show(part.trim())
        );
        return [];
      }
      if (works.find(id) === 'unknown') {
        const guess = works.didYouMean(id) || ' (a plain @ is written \\@)';
        complain(line, `a citation must name a work of ${works.file}${guess}`, show(`@${id}`));
      }
      cites.add(works.meant(id) ?? id);
      return [{ id, before: before.trimStart(), after: after.trimEnd() }];
    });
  }
}
