import { parse, type AnyNode, type ValueNode } from '@humanwhocodes/momoa';
import { show } from './fault.ts';
import type { Located, Position, SyntaxFault } from './located.ts';

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
          const member = node.members.findLast(
            (item) => item.name.type === 'String' && item.name.value === key
          );
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

function jsonComplaint(rest: string): { expected: string; got: string } {
  const word = /^(?:[\w.+-]+|.)/u.exec(rest)?.[0];
  return {
    expected:
      'must be JSON (names and texts in double quotes, no comments, no comma after the last item)',
    got: word === undefined ? 'the end of the file' : show(word)
  };
}

/** Momoa's errors have `line` and `column`; anything else thrown is a bug, not a fault of the author's. */
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
      return {
        line,
        column,
        expected: 'must be JSON (no line break or tab inside a text)',
        got: show(node.value)
      };
    }
    case 'Object':
      return first(
        node.members,
        (member) => badString(member.name, text) ?? badString(member.value, text)
      );
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
