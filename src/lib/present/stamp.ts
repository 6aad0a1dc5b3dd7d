import * as v from 'valibot';

export const stampSchema = v.object({
  rev: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER - 1)),
  writer: v.pipe(v.string(), v.minLength(1), v.maxLength(64))
});

/** The revision of a state: how many changes led to it, and the window that made the last one. */
type Stamp = Readonly<v.InferOutput<typeof stampSchema>>;

/** Whether one revision is newer than another. Of two made at once, every window takes the same. */
export function isNewer(one: Stamp, other: Stamp): boolean {
  return one.rev === other.rev ? one.writer > other.writer : one.rev > other.rev;
}
