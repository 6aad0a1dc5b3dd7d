/** Whom a handout is for. */
export const audiences = ['everyone', 'student', 'teacher'] as const;
export type Audience = (typeof audiences)[number];

export const audienceWords: Readonly<Record<Audience, string>> = {
  everyone: 'The story',
  student: 'Student: with questions and lines to write on',
  teacher: 'Teacher: with questions and speaker notes'
};

/** The audience that an address asks for (`?for=student`); anything else is everyone. */
export function audienceOf(search: URLSearchParams): Audience {
  const asked = search.get('for');
  return audiences.find((audience) => audience === asked) ?? 'everyone';
}
