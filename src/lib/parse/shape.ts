import * as v from 'valibot';
import { didYouMean, nearest } from './did-you-mean.ts';
import { show, type Report } from './fault.ts';
import type { Located, Path } from './located.ts';

/** Text that is not empty, without the spaces around it. */
export const text = (name: string) =>
  v.pipe(v.string(`${name} must be text`), v.trim(), v.nonEmpty(`${name} must not be empty`));

/** What a value belongs to: its file, the words that name it in a fault, and where faults are reported. */
export interface Subject {
  readonly file: string;
  readonly where: string;
  readonly report: Report;
}

/**
 * Returns the value at a path, in the form a schema gives it, or null where it does not fit; each issue is reported
 * at its line. The messages of the schema say what was expected: `zoom must be 0 to 22`. Keys in `misspelt`, which
 * `checkKeys` has reported, are not also reported as missing.
 */
export function checkShape<const S extends v.GenericSchema>(
  data: Located,
  path: Path,
  schema: S,
  subject: Subject,
  misspelt: readonly string[] = []
): v.InferOutput<S> | null {
  const result = v.safeParse(schema, valueAt(data, path));
  if (result.success) return result.output;
  const reported = new Set<string>();
  for (const issue of result.issues) {
    const keys = (issue.path ?? []).map((item) => item.key as string | number);
    const missing = issue.kind === 'schema' && issue.expected === `"${String(keys.at(-1))}"`;
    if (missing && misspelt.includes(String(keys.at(-1)))) continue;
    const expected = missing ? `${String(keys.at(-1))} is required` : issue.message;
    const position = data.at([...path, ...keys]);
    if (reported.has(`${position.line} ${expected}`)) continue;
    reported.add(`${position.line} ${expected}`);
    subject.report({ ...subjectOf(subject), ...position, expected, got: show(issue.input) });
  }
  return null;
}

/**
 * Reports the unknown keys of the object at a path, and returns the known keys that they are misspellings of.
 * `others: 'allowed'` accepts keys that other programs add (geojson.io's `marker-color`), unless they look like a
 * misspelling of a known one.
 */
export function checkKeys(
  data: Located,
  path: Path,
  known: readonly string[],
  subject: Subject,
  others: 'refused' | 'allowed' = 'refused',
  alsoKnown: readonly string[] = []
): string[] {
  const misspelt: string[] = [];
  const value = valueAt(data, path);
  if (typeof value !== 'object' || value === null) return misspelt;
  for (const key of Object.keys(value)) {
    if (known.includes(key) || alsoKnown.includes(key)) continue;
    const unused = known.filter((name) => !Object.hasOwn(value, name));
    const guess = nearest(key, unused);
    if (guess === null && others === 'allowed') continue;
    if (guess !== null) misspelt.push(guess);
    const rule = others === 'allowed' ? 'a key looks misspelt' : `keys must be ${known.join(', ')}`;
    const expected = rule + didYouMean(key, unused);
    subject.report({ ...subjectOf(subject), ...data.at([...path, key]), expected, got: show(key) });
  }
  return misspelt;
}

/** Returns the value at a path, or undefined. */
export function valueAt(data: Located, path: Path): unknown {
  let value = data.value;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

function subjectOf({ file, where }: Subject): { file: string; where: string } {
  return { file, where };
}
