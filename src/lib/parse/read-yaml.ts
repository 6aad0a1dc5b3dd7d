import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node, YAMLParseError } from 'yaml';
import { show } from './fault.ts';
import type { Located, Position, SyntaxFault } from './located.ts';

/**
 * Returns the data of a YAML 1.2 text, or its first syntax fault. `firstLine` is the line of the file on
 * which the text starts. Tabs in the indentation, aliases and tags are refused.
 */
export function readYaml(text: string, firstLine = 1): Located | SyntaxFault {
  const tab = text.split('\n').findIndex((line) => /^\s*\t/.test(line));
  if (tab >= 0) {
    return {
      line: firstLine + tab,
      column: 1,
      expected: 'YAML must be indented with spaces',
      got: 'a tab'
    };
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const position = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: firstLine + Math.max(line, 1) - 1, column: Math.max(col, 1) };
  };

  const error = document.errors[0];
  if (error) {
    const { line, column } = position(openQuote(error, document) ?? error.pos[0]);
    const got = text.split('\n')[line - firstLine]?.trim();
    return {
      line,
      column,
      expected: `must be YAML: ${yamlComplaint(error)}`,
      got: got ? show(got) : 'its end'
    };
  }
  let refused: SyntaxFault | null = null;
  visit(document, {
    Node(_, node) {
      const what = isAlias(node) ? 'an alias' : 'tag' in node && node.tag ? 'a tag' : null;
      if (what === null) return undefined;
      refused = {
        ...position(node.range?.[0] ?? 0),
        expected: 'YAML without aliases and tags',
        got: what
      };
      return visit.BREAK;
    }
  });
  if (refused) return refused;

  return {
    value: document.toJS(),
    at(path) {
      let node: Node | null = document.contents;
      let offset = node?.range?.[0] ?? 0;
      for (const key of path) {
        if (isMap(node)) {
          const pair = node.items.find(
            (item) => isScalar(item.key) && String(item.key.value) === String(key)
          );
          if (!pair) break;
          offset = (pair.key as Node).range?.[0] ?? offset;
          node = pair.value as Node | null;
        } else if (isSeq(node)) {
          const item = node.items[Number(key)] as Node | undefined;
          if (!item) break;
          offset = item.range?.[0] ?? offset;
          node = item;
        } else break;
      }
      return position(offset);
    }
  };
}

/** Returns the parser's message as the rest of a sentence. */
function yamlComplaint({ message }: YAMLParseError): string {
  const words = (message.charAt(0).toLowerCase() + message.slice(1)).replace(/["'](?=quote)/, '');
  return /^nested mappings/i.test(words)
    ? `${words} (text with a colon in it needs quotes around it)`
    : words;
}

/**
 * The parser reports a quote that is never closed at the end of the text. Returns where it opens, null for other
 * errors.
 */
function openQuote({ message }: YAMLParseError, document: Document.Parsed): number | null {
  if (!message.startsWith('Missing closing')) return null;
  let start: number | null = null;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE')) start = range?.[0] ?? start;
    }
  });
  return start;
}
