/** A fault in a story folder: where it is, what was expected and what was found. */
export interface Fault {
  /** The file's name inside the story folder, such as `story.md`. */
  readonly file: string;
  /** From 1, as editors count. */
  readonly line: number;
  /** From 1, as editors count. */
  readonly column?: number;
  /** The part of the file that the fault is in, such as `step "shoigu"`; empty where it concerns the whole file. */
  readonly where: string;
  readonly expected: string;
  readonly got: string;
}

/** Records a fault, or a warning. Parsing goes on, so that an author sees all faults at once. */
export type Report = (fault: Fault) => void;

/**
 * Thrown by `parseStory`: all faults of one story folder, sorted by file and line. In the message many of one sort are
 * one line.
 */
export class StoryError extends Error {
  override readonly name = 'StoryError';
  readonly slug: string;
  readonly faults: readonly Fault[];

  constructor(slug: string, faults: readonly Fault[]) {
    const sorted = faults.toSorted(byFileAndLine);
    super(foldFaults(sorted).map(formatFault).join('\n'));
    this.slug = slug;
    this.faults = sorted;
  }
}

/** As many faults of one sort are each a line of their own. */
const mostAlike = 5;

/**
 * Returns faults with those of one sort as one, where they are many: the first, which then says how many more there
 * are. Of one sort are faults of a file that expect the same, whatever is there instead.
 */
export function foldFaults(faults: readonly Fault[]): Fault[] {
  const sorts = new Map<string, Fault[]>();
  const sortOf = ({ file, expected }: Fault) => `${file} ${expected.replace(/ \(.*\)$/, '')}`;
  for (const fault of faults) {
    const alike = sorts.get(sortOf(fault));
    if (alike) alike.push(fault);
    else sorts.set(sortOf(fault), [fault]);
  }
  return faults.flatMap((fault) => {
    const alike = sorts.get(sortOf(fault))!;
    if (alike.length <= mostAlike) return fault;
    if (fault !== alike[0]) return [];
    const more = (alike.length - 1).toLocaleString('en');
    const last = Math.max(...alike.map(({ line }) => line));
    return { ...fault, got: `${fault.got}, and ${more} more like it, to line ${last}` };
  });
}

/**
 * Returns a fault as one line of text:
 * `story.md:42 step "shoigu": zoom must be 0 to 22, got "five"`.
 */
export function formatFault({ file, line, where, expected, got }: Fault): string {
  return `${file}:${line}${where && ` ${where}`}: ${expected}, got ${got}`;
}

/** Returns a warning, which is a fault that does not refuse the story, as one line of text. */
export function formatWarning(fault: Fault): string {
  return formatFault({ ...fault, expected: `warning: ${fault.expected}` });
}

/**
 * Returns a value as an author would recognise it: text in double quotes, lists and objects as JSON, `nothing` for
 * null and undefined; cut off after 80 characters.
 */
export function show(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (typeof value === 'string') return JSON.stringify(cut(value));
  return cut(typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? typeof value));
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function byFileAndLine(a: Fault, b: Fault): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compare(a.expected, b.expected)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
