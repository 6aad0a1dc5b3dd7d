import type { Lesson } from '../lesson/lesson.ts';

/** A group that a class is divided into, `A` to `D`. */
export type GroupName = Lesson['steps'][number]['groups'][number];

/** Whom a handout is for: `student` is the worksheet, `key` its answers, `tactile` the sheets for readers who are blind. */
export const audiences = ['everyone', 'student', 'key', 'teacher', 'tactile'] as const;
export type Audience = (typeof audiences)[number];

export const audienceWords: Readonly<Record<Audience, string>> = {
  everyone: 'The story',
  student: 'Student: a worksheet with a map to draw on',
  key: 'Answer key to the worksheet',
  teacher: 'Teacher: with questions and speaker’s notes',
  tactile: 'Tactile maps with Braille, for swell paper'
};

/** Which handout is printed. */
export interface HandoutChoice {
  readonly audience: Audience;
  readonly large: boolean;
  /** A group’s worksheet or key; null for the whole class’s. */
  readonly group: GroupName | null;
}

/** The story, as the page comes. */
export const storyAlone: HandoutChoice = { audience: 'everyone', large: false, group: null };

/** As in a lesson, whose code this page does not load. */
const groups: readonly GroupName[] = ['A', 'B', 'C', 'D'];

/** The handout that an address asks for, such as `?for=student&print=large`; what it does not name is as the page comes. */
export function choiceOf(search: URLSearchParams): HandoutChoice {
  const [asked, group] = [search.get('for'), search.get('group')];
  return {
    audience: audiences.find((audience) => audience === asked) ?? storyAlone.audience,
    large: search.get('print') === 'large',
    group: groups.find((each) => each === group) ?? null
  };
}

/** The query of the address of a handout, with its question mark; empty for the story. */
export function searchOf({ audience, large, group }: HandoutChoice): string {
  const search = new URLSearchParams({
    ...(audience === storyAlone.audience ? {} : { for: audience }),
    ...(large ? { print: 'large' } : {}),
    ...(group === null ? {} : { group })
  }).toString();
  return search === '' ? '' : `?${search}`;
}
