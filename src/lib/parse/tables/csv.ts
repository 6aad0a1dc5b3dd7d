/** A row of a table: the line it starts on (from 1) and its cells, unquoted and trimmed. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A quote that breaks the table: where it opens, what was expected and what was found. */
export interface CsvFault {
  readonly line: number;
  readonly expected: string;
  readonly got: string;
}

/**
 * Returns the rows of a comma-separated text (RFC 4180, lines ending in `\n`), each with the line it starts on,
 * which `d3-dsv` does not give. Blank lines are skipped. Where a quote is wrong, it returns the rows before it and
 * the fault. `separator`, one character, is for a text that uses another one than the comma.
 */
export function parseCsv(
  text: string,
  separator = ','
): { rows: CsvRow[]; fault: CsvFault | null } {
  const unquoted = new RegExp(`[^${separator}\\n]*`, 'y');
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let rowLine = 1;
  let at = 0;

  const endRow = () => {
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: rowLine, cells });
    cells = [];
    rowLine = ++line;
  };

  while (at < text.length) {
    if (text[at] === '"') {
      const quoted = /"([^"]*(?:""[^"]*)*)"/y;
      quoted.lastIndex = at;
      const match = quoted.exec(text);
      if (!match) {
        return {
          rows,
          fault: { line, expected: 'a quote must be closed', got: firstWords(text, at) }
        };
      }
      at = quoted.lastIndex;
      if (at < text.length && text[at] !== separator && text[at] !== '\n') {
        const name = separator === ',' ? 'a comma' : separator === ';' ? 'a semicolon' : 'a tab';
        const expected = `${name} or the end of the line must follow a closing quote`;
        return { rows, fault: { line, expected, got: firstWords(text, at) } };
      }
      cells.push(match[1]!.replaceAll('""', '"').trim());
      line += match[1]!.split('\n').length - 1;
    } else {
      unquoted.lastIndex = at;
      cells.push(unquoted.exec(text)![0].trim());
      at = unquoted.lastIndex;
    }
    if (text[at] === separator) {
      at++;
      if (at === text.length || text[at] === '\n') cells.push('');
    }
    if (text[at] === '\n') {
      at++;
      endRow();
    }
  }
  if (cells.length > 0) endRow();
  return { rows, fault: null };
}

function firstWords(text: string, at: number): string {
  const words = text.slice(at, at + 24).split('\n')[0]!;
  return JSON.stringify(words.length < 24 ? words : `${words}…`);
}
