import type { Stop } from '$lib/present/stops.ts';
import type { Step } from '$lib/story/story.ts';

/** What comes next, in words for the speaker: a step's title, and which side of its question. */
export function nextWords(steps: readonly Pick<Step, 'title'>[], now: Stop, next: Stop): string {
  const { title } = steps[next.step]!;
  if (next.face === 'end') return 'The end, with the handout';
  if (next.face === 'question') return `${title}: the question`;
  return next.step === now.step ? `${title}: the answer` : title;
}
