import type { Lesson } from '../lesson/lesson.ts';
import type { Step, Story } from '../story/story.ts';
import type { GroupName } from './audience.ts';

/** A step’s question on the worksheet. */
export interface Question {
  readonly step: Step;
  /** From 1, in the whole class’s order: it is the same on every group’s worksheet. */
  readonly number: number;
  /** What is written on the outline map where a place is asked for, `A`, `B` and so on; null elsewhere. */
  readonly letter: string | null;
}

/** The questions of a story, or those of a lesson’s group and of its whole class. `story` is as the lesson tells it. */
export function questionsOf(
  story: Story,
  lesson: Lesson | null = null,
  group: GroupName | null = null
): Question[] {
  let places = 0;
  return story.steps
    .filter(({ askHtml }) => askHtml !== '')
    .map((step, i) => ({
      step,
      number: i + 1,
      letter: step.answer?.form === 'place' ? letterOf(places++) : null
    }))
    .filter(({ step }) => {
      const own = groupsOf(lesson, step);
      return group === null || own.length === 0 || own.includes(group);
    });
}

/** The groups that a lesson has questions for, in order. */
export function groupsIn(story: Story, lesson: Lesson | null): GroupName[] {
  const asked = story.steps.filter(({ askHtml }) => askHtml !== '');
  return [...new Set(asked.flatMap((step) => groupsOf(lesson, step)))].sort();
}

function groupsOf(lesson: Lesson | null, { id }: Step): readonly GroupName[] {
  return lesson?.steps.find(({ step }) => step === id)?.groups ?? [];
}

/** `A` to `Z`, then `AA`. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
