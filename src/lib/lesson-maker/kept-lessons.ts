import * as v from 'valibot';

/** How many lessons of a story a browser keeps; the oldest go first. */
const mostKept = 50;

const keptSchema = v.array(
  v.object({
    code: v.pipe(v.string(), v.regex(/^[\w-]+$/)),
    /** What it is called in the list. */
    name: v.pipe(v.string(), v.maxLength(200))
  })
);

/** A lesson that this browser keeps. */
export type KeptLesson = Readonly<v.InferOutput<typeof keptSchema>[number]>;

/** The browser's storage; null where it refuses it. */
export function lessonStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    // The reader's settings refuse it: the lesson is in the address, and may be saved as a file.
    return null;
  }
}

/** The lessons of a story that this browser keeps, the one changed last first. */
export function keptLessons(
  storage: Pick<Storage, 'getItem'> | null,
  story: string
): readonly KeptLesson[] {
  try {
    const { success, output } = v.safeParse(
      keptSchema,
      JSON.parse(storage?.getItem(keyOf(story)) ?? '[]')
    );
    return success ? output : [];
  } catch {
    // Another page has written there, or the browser refuses to read.
    return [];
  }
}

/**
 * Keeps a lesson in the place of the version of it that `before` was; an empty code forgets that one. Returns the lessons
 * that are kept now, or null where the browser has stored nothing.
 */
export function keepLesson(
  storage: Pick<Storage, 'getItem' | 'setItem'> | null,
  story: string,
  lesson: KeptLesson,
  before: string
): readonly KeptLesson[] | null {
  const others = keptLessons(storage, story).filter(
    ({ code }) => code !== before && code !== lesson.code
  );
  const kept = [...(lesson.code === '' ? [] : [lesson]), ...others].slice(0, mostKept);
  try {
    storage?.setItem(keyOf(story), JSON.stringify(kept));
    return storage === null ? null : kept;
  } catch {
    // The storage is full or refused.
    return null;
  }
}

function keyOf(story: string): string {
  return `lessons of ${story}`;
}
