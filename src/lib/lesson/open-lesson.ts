import type { Story } from '../story/story.ts';
import { decodeLesson } from './lesson-code.ts';
import { fitLesson, stepMinutes } from './lesson.ts';
import type { TaughtLesson } from './taught-lesson.ts';
import { taughtStory } from './taught-story.ts';

/** A lesson with the story as it tells it. */
export interface OpenedLesson {
  readonly taught: Story;
  readonly lesson: TaughtLesson;
  /** What of it does not fit the story any more, in sentences. */
  readonly misfits: readonly string[];
}

/**
 * Opens the lesson that a link carries.
 *
 * @throws {LessonError} where it is none, or none of this story
 */
export async function openLesson(story: Story, code: string): Promise<OpenedLesson> {
  const { lesson, misfits } = fitLesson(story, await decodeLesson(code));
  return {
    taught: taughtStory(story, lesson),
    lesson: { code, lesson, stepMinutes: stepMinutes(lesson) },
    misfits
  };
}
