import { parse, type AnyNode, type ValueNode } from '@humanwhocodes/momoa';
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, visit, type Node } from 'yaml';
import { show } from './fault.ts';

/** Keys and indexes that lead to a value, from the outside in: `['features', 2, 'geometry']`. */
export type Path = readonly (string | number)[];

/** A place in a file; lines and columns from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Data read from a text that still knows where in the text each part of it stands. */
export interface Located {
  readonly value: unknown;
  /** Where the key or the list item at a path stands; where the path breaks off, its last part that exists. */
  at(path: Path): Position;
}

/** Why a text could not be read. */
export interface SyntaxFault extends Position {
  readonly expected: string;
  readonly got: string;
}

/**
 * Returns the data of a YAML 1.2 text, or its first syntax fault. `firstLine` is the line of the file on
 * which the text starts. Tabs in the indentation, aliases and tags are refused.
 */
export function readYaml(text: string, firstLine = 1): Located | SyntaxFault {
  const tab = text.split('\n').findIndex((line) => /^\s*\t/.test(line));
  if (tab >= 0) {
    return { line: firstLine + tab, column: 1, expected: 'YAML is indented with spaces', got: 'a tab' };
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const position = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: firstLine + Math.max(line, 1) - 1, column: Math.max(col, 1) };
  };

  const error = document.errors[0];
  if (error) return { ...position(error.pos[0]), expected: 'must be YAML', got: yamlComplaint(error.message) };
  let refused: SyntaxFault | null = null;
  visit(document, {
    Node(_, node) {
      const what = isAlias(node) ? 'an alias' : 'tag' in node && node.tag ? 'a tag' : null;
      if (what === null) return undefined;
      refused = { ...position(node.range?.[0] ?? 0), expected: 'YAML without aliases and tags', got: what };
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
          const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
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

/** Returns the data of a JSON text, or its first syntax fault. Comments and trailing commas are refused. */
export function readJson(text: string): Located | SyntaxFault {
  let body: ValueNode;
  try {
    body = parse(text, { mode: 'json', ranges: true }).body;
  } catch (error) {
    const { line, column } = positionOf(error);
    return { line, column, ...jsonComplaint(text.split('\n')[line - 1]?.slice(column - 1) ?? '') };
  }
  const bad = badString(body, text);
  if (bad) return bad;

  return {
    value: JSON.parse(text),
    at(path) {
      let node: ValueNode = body;
      let { start } = node.loc;
      for (const key of path) {
        if (node.type === 'Object') {
          const member = node.members.findLast((item) => item.name.type === 'String' && item.name.value === key);
          if (!member) break;
          start = member.loc.start;
          node = member.value;
        } else if (node.type === 'Array') {
          const element = node.elements[Number(key)];
          if (!element) break;
          start = element.value.loc.start;
          node = element.value;
        } else break;
      }
      return { line: start.line, column: start.column };
    }
  };
}

/** Tells data from a syntax fault. */
export function isLocated(read: Located | SyntaxFault): read is Located {
  return 'at' in read;
}

function yamlComplaint(message: string): string {
  return message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
}

function jsonComplaint(rest: string): { expected: string; got: string } {
  const word = /^(?:[\w.+-]+|.)/u.exec(rest)?.[0];
  return {
    expected: 'must be JSON (names and texts in double quotes, no comments, no comma after the last item)',
    got: word === undefined ? 'the end of the file' : show(word)
  };
}

/** Momoa's errors carry `line` and `column`; anything else thrown is a defect, not a fault of the author. */
function positionOf(error: unknown): Position {
  if (error instanceof Error && 'line' in error && 'column' in error) {
    return { line: Number(error.line), column: Number(error.column) };
  }
  throw error;
}

/** Returns a fault for a line break or another control character inside a text, which Momoa lets pass. */
function badString(node: AnyNode, text: string): SyntaxFault | null {
  switch (node.type) {
    case 'String': {
      const [start, end] = node.range ?? [0, 0];
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      if (!/[\u0000-\u001f]/.test(text.slice(start, end))) return null;
      const { line, column } = node.loc.start;
      return { line, column, expected: 'must be JSON (no line break or tab inside a text)', got: show(node.value) };
    }
    case 'Object':
      return first(node.members, (member) => badString(member.name, text) ?? badString(member.value, text));
    case 'Array':
      return first(node.elements, (element) => badString(element.value, text));
    default:
      return null;
  }
}

function first<T>(items: readonly T[], find: (item: T) => SyntaxFault | null): SyntaxFault | null {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return null;
}
