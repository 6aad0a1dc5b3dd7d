import { encodeLesson } from '../lesson/lesson-code.ts';
import { newLessonStep, wholeLesson, type Lesson, type LessonStep } from '../lesson/lesson.ts';
import type { Story } from '../story/story.ts';

/** A step of the story in the list that a teacher works on. */
export interface DraftRow {
  /** The step's id. */
  readonly id: string;
  /** Whether the lesson has it. */
  readonly isTaught: boolean;
  readonly taught: LessonStep;
}

/** A lesson in the making: all steps of its story in the teacher's order, those of the lesson ticked. */
export class LessonDraft {
  readonly story: Story;
  title = $state('');
  minutes = $state(45);
  rows = $state.raw<readonly DraftRow[]>([]);
  /** The lesson's link code; empty before the first has been made. */
  code = $state('');
  readonly lesson: Lesson | null = $derived.by(() => {
    const steps = this.rows.filter(({ isTaught }) => isTaught).map(({ taught }) => taught);
    if (steps.length === 0) return null;
    const { title, minutes, story } = this;
    return { version: 1, story: story.slug, title: title.trim(), minutes, steps };
  });
  /** Minutes that are given to steps, and how many steps have none of their own. */
  readonly given: { readonly minutes: number; readonly open: number } = $derived.by(() => {
    const steps = this.lesson?.steps ?? [];
    return {
      minutes: steps.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
      open: steps.filter(({ minutes }) => minutes === null).length
    };
  });
  readonly #onCode: (code: string, before: string) => void;
  #encoding = 0;

  /** `onCode` hears of each code that a change has led to, and of the one before it. */
  constructor(story: Story, onCode: (code: string, before: string) => void) {
    this.story = story;
    this.#onCode = onCode;
    this.#fill(wholeLesson(story));
  }

  /** Takes a lesson as it was made before. */
  load(lesson: Lesson, code: string): void {
    this.#fill(lesson);
    this.#encoding++;
    this.code = code;
  }

  /** Begins a new lesson that teaches the whole story. */
  reset(): void {
    this.load(wholeLesson(this.story), '');
  }

  rename(title: string): void {
    this.title = title;
    void this.#encode();
  }

  /** Sets the length of the lesson, minutes. */
  setMinutes(minutes: number): void {
    this.minutes = minutes;
    void this.#encode();
  }

  /** Takes a step into the lesson, or leaves it out. */
  tick(id: string, isTaught: boolean): void {
    this.#change((row) => (row.id === id ? { ...row, isTaught } : row));
  }

  tickAll(isTaught: boolean): void {
    this.#change((row) => ({ ...row, isTaught }));
  }

  /** Changes what the lesson says of a step. */
  edit(id: string, changes: Partial<LessonStep>): void {
    this.#change((row) =>
      row.id === id ? { ...row, taught: { ...row.taught, ...changes } } : row
    );
  }

  /** Puts the steps into another order, by their ids. */
  arrange(ids: readonly string[]): void {
    this.rows = ids.flatMap((id) => this.rows.find((row) => row.id === id) ?? []);
    void this.#encode();
  }

  /** Moves a step up (-1) or down (1) by one. */
  move(id: string, by: -1 | 1): void {
    const ids = this.rows.map((row) => row.id);
    const at = ids.indexOf(id);
    const to = at + by;
    if (at < 0 || to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(at, 1));
    this.arrange(ids);
  }

  #change(make: (row: DraftRow) => DraftRow): void {
    this.rows = this.rows.map(make);
    void this.#encode();
  }

  /** A lesson's steps in its order; a step that it leaves out follows the one before it in the story. */
  #fill(lesson: Lesson): void {
    this.title = lesson.title;
    this.minutes = lesson.minutes;
    const rows: DraftRow[] = lesson.steps.map((taught) => ({
      id: taught.step,
      isTaught: true,
      taught
    }));
    let before = '';
    for (const { id } of this.story.steps) {
      if (!rows.some((row) => row.id === id)) {
        const at = rows.findIndex((row) => row.id === before) + 1;
        rows.splice(at, 0, { id, isTaught: false, taught: newLessonStep(id) });
      }
      before = id;
    }
    this.rows = rows;
  }

  async #encode(): Promise<void> {
    const mine = ++this.#encoding;
    const code = this.lesson === null ? '' : await encodeLesson(this.lesson);
    // A later change is on its way.
    if (mine !== this.#encoding) return;
    const before = this.code;
    this.code = code;
    this.#onCode(code, before);
  }
}
