import * as v from 'valibot';
import { answerForms, type Step, type Story } from '../story/story.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be an id'));
const text = (most: number) =>
  v.pipe(
    v.string('must be text'),
    v.trim(),
    v.maxLength(most, `must have at most ${most} characters`)
  );
const minutesRule = 'must be whole minutes, 1 to 600';
const minutes = v.pipe(
  v.number(minutesRule),
  v.integer(minutesRule),
  v.minValue(1, minutesRule),
  v.maxValue(600, minutesRule)
);

/** The groups that a class may be divided into. */
export const groupNames = ['A', 'B', 'C', 'D'] as const;

const answerSchema = v.object({
  form: v.picklist(answerForms, `must be ${answerForms.join(', ')}`),
  choices: v.optional(v.pipe(v.array(text(120)), v.maxLength(8, 'must be at most 8')), []),
  unit: v.optional(text(40), ''),
  right: v.optional(text(2000), '')
});

const stepSchema = v.object({
  step: id,
  /** How long it is to take; null leaves it a share of what the others leave of the lesson. */
  minutes: v.optional(v.nullable(minutes), null),
  /** The groups that its question is for; none means the whole class. */
  groups: v.optional(v.array(v.picklist(groupNames, 'must be A, B, C or D')), []),
  /** A question in the place of the story's; empty asks none; null asks the story's. */
  ask: v.optional(v.nullable(text(2000)), null),
  /** What an answer to it is; null where the class talks about it, or as the story has it where the question is its. */
  answer: v.optional(v.nullable(answerSchema), null),
  /** For the speaker, before the story's own notes. */
  note: v.optional(text(4000), ''),
  /** What the screen says in the place of the story's lines; empty leaves them. */
  screen: v.optional(text(600), '')
});

const lessonSchema = v.object({
  version: v.literal(1, 'must be 1'),
  /** The story's slug. */
  story: id,
  /** Empty where it has the story's. */
  title: v.optional(text(120), ''),
  minutes,
  steps: v.pipe(
    v.array(stepSchema, 'must be a list of steps'),
    v.minLength(1, 'must have at least one step'),
    v.maxLength(300, 'must have at most 300 steps'),
    v.check(
      (steps) => new Set(steps.map(({ step }) => step)).size === steps.length,
      'must have each step once'
    )
  )
});

/** A lesson made of a story: which of its steps are taught, in which order, for how long, and what is asked. Plain data. */
export type Lesson = Readonly<v.InferOutput<typeof lessonSchema>>;
export type LessonStep = Lesson['steps'][number];

/** Thrown where a lesson cannot be read: what was expected and found, all at once. */
export class LessonError extends Error {
  override readonly name = 'LessonError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/**
 * The lesson in some data.
 *
 * @throws {LessonError} naming all its faults: `steps[2].minutes must be whole minutes, 1 to 600, got 0`
 */
export function checkLesson(data: unknown): Lesson {
  const { success, output, issues } = v.safeParse(lessonSchema, data);
  if (success) return output;
  throw new LessonError(
    issues.map(({ path = [], input, kind, message }) => {
      const where = path
        .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
        .join('')
        .replace(/^\./, '');
      const missing = input === undefined;
      const got = JSON.stringify(input) ?? 'nothing';
      const rule = kind === 'schema' && !message.startsWith('must') ? 'must fit' : message;
      return missing
        ? `${where || 'the lesson'} is required`
        : `${where || 'the lesson'} ${rule}, got ${got.length > 60 ? `${got.slice(0, 59)}…` : got}`;
    })
  );
}

/** A lesson as it fits a story, and what of it does not. */
export interface FittedLesson {
  readonly lesson: Lesson;
  /** In sentences: `The story has no step “visit” any more.` */
  readonly misfits: readonly string[];
}

/**
 * Fits a lesson to the story as it is now: steps and places that are gone are left out and named, the rest works.
 *
 * @throws {LessonError} where it belongs to another story, or none of its steps is left
 */
export function fitLesson(story: Story, lesson: Lesson): FittedLesson {
  if (lesson.story !== story.slug)
    throw new LessonError([`The lesson is of another story, ${lesson.story}.`]);
  const misfits: string[] = [];
  const steps = lesson.steps.flatMap((taught): LessonStep[] => {
    if (!story.steps.some(({ id }) => id === taught.step)) {
      misfits.push(
        `The story has no step “${taught.step}” any more: the lesson goes on without it.`
      );
      return [];
    }
    const { answer } = taught;
    const isPlaceGone =
      answer?.form === 'place' &&
      answer.right !== '' &&
      !story.places.some(({ id }) => id === answer.right);
    if (!isPlaceGone) return [taught];
    misfits.push(
      `The story has no place “${answer.right}” any more: the question of “${taught.step}” has no right answer.`
    );
    return [{ ...taught, answer: { ...answer, right: '' } }];
  });
  if (steps.length === 0) throw new LessonError([...misfits, 'No step of the lesson is left.']);
  return { lesson: { ...lesson, steps }, misfits };
}

/** A lesson that teaches a whole story in an hour of 45 minutes. */
export function wholeLesson(story: Story): Lesson {
  return {
    version: 1,
    story: story.slug,
    title: '',
    minutes: 45,
    steps: story.steps.map(({ id }) => newLessonStep(id))
  };
}

/** A step of a lesson as the story has it. */
export function newLessonStep(step: string): LessonStep {
  return { step, minutes: null, groups: [], ask: null, answer: null, note: '', screen: '' };
}

/**
 * How long each step of a lesson takes, minutes: what its teacher says, and of the rest of the lesson an equal share; no
 * less than half a minute, where nothing is left.
 */
export function stepMinutes({ minutes: hour, steps }: Lesson): number[] {
  const given = steps.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  const open = steps.filter(({ minutes }) => minutes === null).length;
  const share = Math.max(0.5, (hour - given) / Math.max(1, open));
  return steps.map(({ minutes }) => minutes ?? share);
}

/** What an answer to a step's question is in a lesson. */
export function answerIn(taught: LessonStep, step: Step): Step['answer'] {
  if (taught.ask === '') return null;
  return taught.answer ?? (taught.ask === null ? step.answer : null);
}
