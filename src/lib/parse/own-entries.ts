import { show } from './fault.ts';
import type { Located, Path } from './located.ts';
import { valueAt, type Subject } from './shape.ts';

/** An entry of a mapping in the front matter, such as one of the story's own kinds. */
export interface OwnEntry {
  readonly id: string;
  readonly path: Path;
  /** What its faults belong to. */
  readonly subject: Subject;
  /** Reports a fault of it, at a key below it. */
  complain(key: Path, expected: string, got: string): void;
}

/**
 * Returns the entries of the front matter's mapping `key`; none where it is missing, or no mapping, which is reported.
 *
 * @param noun what faults call an entry: `kind`
 * @param example an entry as it is written: `battle: {name: Battle}`
 */
export function ownEntries(
  frontMatter: Located,
  key: string,
  { noun, example }: { readonly noun: string; readonly example: string },
  subject: Subject
): OwnEntry[] {
  const own = valueAt(frontMatter, [key]);
  if (own === undefined) return [];
  const { file, where, report } = subject;
  if (typeof own !== 'object' || own === null || Array.isArray(own)) {
    const expected = `${key} must be a mapping, such as ${example}`;
    report({ file, where, ...frontMatter.at([key]), expected, got: show(own) });
    return [];
  }
  return Object.keys(own).map((id) => {
    const path = [key, id];
    const named = { ...subject, where: `${noun} ${show(id)}` };
    return {
      id,
      path,
      subject: named,
      complain: (inner, expected, got) =>
        report({
          file,
          where: named.where,
          ...frontMatter.at([...path, ...inner]),
          expected,
          got
        })
    };
  });
}
