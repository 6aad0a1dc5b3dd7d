/**
 * The step that an address's fragment names, and the lesson it carries: `#shoigu`, or
 * `#lesson=eJxTyk5MKk4tBQAJ&step=shoigu`.
 */
export interface Fragment {
  /** A step's id, or what is there in the place of one; empty where it names none. */
  readonly step: string;
  /** The lesson as its link has it; empty where the story is told whole. */
  readonly lesson: string;
}

/** Reads an address's fragment, with its `#`. */
export function readFragment(hash: string): Fragment {
  if (!hash.startsWith('#lesson=')) return { step: hash.slice(1), lesson: '' };
  const parts = new URLSearchParams(hash.slice(1));
  return { step: parts.get('step') ?? '', lesson: parts.get('lesson') ?? '' };
}

/** Writes a fragment, with its `#`; the empty string where it says nothing. */
export function writeFragment({ step, lesson }: Fragment): string {
  if (lesson === '') return step && `#${step}`;
  return `#lesson=${lesson}${step && `&step=${step}`}`;
}
