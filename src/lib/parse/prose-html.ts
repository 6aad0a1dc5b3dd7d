import type { Element, ElementContent } from 'hast';
import type { RootContent, Table } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { defaultHandlers, type Options } from 'remark-rehype';
import { unified } from 'unified';
import { element } from '../markup/hast.ts';
import { plainText, type Citation, type Figure } from './prose.ts';
import type { Source } from '../story/story.ts';

/** What citations are rendered with. */
export interface CitedWorks {
  /** The number of each work, from 1; null for prose without numbers. */
  readonly numbers: ReadonlyMap<string, number> | null;
  readonly works: ReadonlyMap<string, Source>;
  /** Records a citation of a work and returns the id of its element. */
  readonly addUse: (work: string) => string;
}

/**
 * Returns prose as HTML, safe to insert. Citations become numbers in superscript brackets that link to
 * `#source-ID`, each with an id of its own; one in the text is preceded by the names of its authors. The space
 * before a bracket is dropped, since superscript is set close. Where `numbers` is null there are no numbers and
 * nothing is recorded: of a citation in the text only the names of its authors remain. `definitions` are those of
 * the whole file, for links by reference.
 */
export function proseToHtml(
  children: readonly RootContent[],
  definitions: readonly RootContent[],
  cited: CitedWorks
): string {
  const processor = unified()
    .use(remarkRehype, {
      handlers: {
        table: tableToHast,
        citation: (_: unknown, node: Citation) => citationToHast(node, cited),
        figure: (_: unknown, node: Figure) => withNumbers(node.hast, cited)
      }
    })
    .use(rehypeStringify);
  return processor
    .stringify(processor.runSync({ type: 'root', children: [...children, ...definitions] }))
    .trim();
}

/** Says by a class how the cells of a table are aligned: the attribute for it is of an older HTML. */
function alignByClass(node: Element): void {
  const { align, ...rest } = node.properties;
  if (align !== undefined && align !== null)
    node.properties = { ...rest, className: [`align-${String(align)}`] };
  for (const child of node.children) if (child.type === 'element') alignByClass(child);
}

type Handler = NonNullable<NonNullable<Options['handlers']>['table']>;

/** Returns a table in a box of its own, which scrolls where the table is wider than the page. */
const tableToHast: Handler = (state, node: Table) => {
  const names = (node.children[0]?.children ?? []).map(plainText).filter(Boolean);
  const box = {
    className: ['wide-table'],
    role: 'region',
    ariaLabel: `Table: ${names.join(', ')}`
  };
  const table = defaultHandlers.table(state, node);
  alignByClass(table);
  return element('div', { ...box, tabIndex: 0 }, [table]);
};

/** Returns a figure with its citations as numbers; without numbers, for the screen, also without what is folded away. */
function withNumbers(nodes: readonly ElementContent[], cited: CitedWorks): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'citation') return citationToHast(node, cited);
    if (node.type !== 'element') return [node];
    if (cited.numbers === null && node.tagName === 'details') return [];
    return [{ ...node, children: withNumbers(node.children, cited) }];
  });
}

function citationToHast(
  { works: cited, inText }: Citation,
  { numbers, works, addUse }: CitedWorks
): ElementContent[] {
  const work = works.get(cited[0]?.id ?? '');
  const authors: ElementContent[] =
    inText && work ? [{ type: 'text', value: authorsOf(work) }] : [];
  if (numbers === null) return authors;
  const plain = cited.every(({ before, after }) => before === '' && after === '');
  const children = cited.flatMap(({ id, before, after }, index): ElementContent[] => [
    { type: 'text', value: (index === 0 ? '' : plain ? ', ' : '; ') + before },
    element(
      'a',
      {
        className: ['cite'],
        id: addUse(id),
        href: `#source-${encodeURIComponent(id)}`,
        dataSource: id
      },
      [
        element('span', { className: ['visually-hidden'] }, [{ type: 'text', value: 'source ' }]),
        { type: 'text', value: String(numbers.get(id) ?? '') }
      ]
    ),
    { type: 'text', value: after }
  ]);
  const brackets = element('sup', { className: ['cites'] }, [
    { type: 'text', value: '[' },
    ...children,
    { type: 'text', value: ']' }
  ]);
  return [...authors, brackets];
}

/**
 * Returns the authors of a work as a sentence names them: one, two, or the first `et al.`; its title where it has
 * none.
 */
function authorsOf({ author = [], title }: Source): string {
  const [first, second, third] = author.map(({ family, literal }) => family ?? literal ?? '');
  if (!first) return title;
  if (!second) return first;
  return third ? `${first} et al.` : `${first} and ${second}`;
}
