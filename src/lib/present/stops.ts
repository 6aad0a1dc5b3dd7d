import type { Step } from '../story/story.ts';

/** What the screen shows at a step: its question, with its events held back; all of it; or the story's end. */
export const faces = ['question', 'whole', 'end'] as const;
type Face = (typeof faces)[number];

/** A stop of a presentation: a step with one of its faces. */
export interface Stop {
  /** Index of the step. */
  readonly step: number;
  readonly face: Face;
}

/**
 * The stops of a story in order. `questions` says of each step whether it has a question for the class; where questions
 * are asked, such a step has two stops. After the last step comes the end.
 */
export function stopsOf(questions: readonly boolean[], asked: boolean): readonly Stop[] {
  return [
    ...questions.flatMap((question, step): Stop[] => [
      ...(question && asked ? [{ step, face: 'question' } as const] : []),
      { step, face: 'whole' }
    ]),
    { step: questions.length - 1, face: 'end' }
  ];
}

/** The stop after another; after the end, the end. */
export function nextStop(stops: readonly Stop[], from: Stop): Stop {
  const at = stops.findIndex((stop) => sameStop(stop, from));
  return stops[Math.min(stops.length - 1, at + 1)]!;
}

/** The stop before another, the step's own question among them; before the first stop, that one. */
export function previousStop(stops: readonly Stop[], from: Stop): Stop {
  const at = stops.findIndex((stop) => sameStop(stop, from));
  return stops[Math.max(0, at - 1)]!;
}

/**
 * The stop at which a jump arrives at a step: its first, ahead or back, since nobody knows whether the class has seen
 * the answer. From the end to the last step, it is as the class has just seen it.
 */
export function stopAt(stops: readonly Stop[], step: number, from: Stop): Stop {
  if (step !== from.step) return firstStop(stops, step);
  return from.face === 'end' ? wholeStop(stops, step) : from;
}

/** A step's first stop: its question where one is asked. */
export function firstStop(stops: readonly Stop[], step: number): Stop {
  return stops.find((stop) => stop.step === step) ?? stops[0]!;
}

/** A step with all that it shows. */
function wholeStop(stops: readonly Stop[], step: number): Stop {
  return stops.find((stop) => stop.step === step && stop.face === 'whole') ?? stops[0]!;
}

/**
 * The stop itself, or the nearest where there is no such stop: a question after questions were turned off, or a step
 * that this version of the story does not have.
 */
export function heldTo(stops: readonly Stop[], stop: Stop): Stop {
  if (stops.some((each) => sameStop(each, stop))) return stop;
  return wholeStop(stops, Math.min(stop.step, stops.at(-1)!.step));
}

/** Whether a stop asks the class to find a place: nothing on the map may name it then. */
export function asksForPlace({ face }: Stop, { answer }: Pick<Step, 'answer'>): boolean {
  return face === 'question' && answer?.form === 'place';
}

export function sameStop(a: Stop, b: Stop): boolean {
  return a.step === b.step && a.face === b.face;
}
