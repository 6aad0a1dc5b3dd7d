import type { Lesson } from './lesson.ts';

/** A lesson that a page shows, as it fits the story. */
export interface TaughtLesson {
  /** As its link has it. */
  readonly code: string;
  readonly lesson: Lesson;
  /** How long each of its steps takes, minutes. */
  readonly stepMinutes: readonly number[];
}
