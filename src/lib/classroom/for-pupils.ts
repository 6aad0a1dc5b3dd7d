import type { Lesson } from '../lesson/lesson.ts';

/** A lesson without what is for the teacher's eyes: notes, and what is right. */
export function forPupils(lesson: Lesson): Lesson {
  return {
    ...lesson,
    steps: lesson.steps.map((step) => ({
      ...step,
      note: '',
      answer: step.answer && { ...step.answer, right: '' }
    }))
  };
}
