import { show } from './fault.ts';

/** Why a text could not be decoded as UTF-8. */
interface EncodingFault {
  readonly line: number;
  readonly expected: string;
  readonly got: string;
  /** Whether nothing of the text can be read. */
  readonly unreadable: boolean;
}

/**
 * Returns what tells that a file is not UTF-8, or null: in a text so decoded, the bytes of another encoding have become
 * U+FFFD or NUL.
 */
export function encodingFault(file: string, text: string): EncodingFault | null {
  const how = file.endsWith('.csv')
    ? 'in Excel, save as “CSV UTF-8”; in LibreOffice, choose the character set UTF-8'
    : 'save it again with that encoding';
  const expected = `file must be UTF-8 (${how})`;
  const unreadable = (got: string) => ({ line: 1, expected, got, unreadable: true });
  if (text.startsWith('PK\u0003\u0004')) return unreadable('a workbook, such as .xlsx or .ods');
  if (text.includes('\0')) return unreadable('UTF-16');
  const lost = text.indexOf('\ufffd');
  if (lost < 0) return null;
  const [word] = /[^\s,;"]*$/.exec(text.slice(0, lost))!;
  const [rest] = /^[^\s,;"]*/.exec(text.slice(lost))!;
  return {
    line: text.slice(0, lost).split(/\r\n?|\n/).length,
    expected,
    got: `another encoding, such as Windows-1252, in ${show(word + rest)}`,
    unreadable: false
  };
}
