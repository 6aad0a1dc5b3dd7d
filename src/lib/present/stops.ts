/** What stands on the screen at a step: its question with its events held back, all of it, or the story's end. */
export const faces = ['question', 'whole', 'end'] as const;
type Face = (typeof faces)[number];

/** Where a presentation stands: at a step, with one of its faces. */
export interface Stop {
  /** Index of the step. */
  readonly step: number;
  readonly face: Face;
}

/**
 * The stops of a story in order, for steps that have a question for the class (true) or none. Where questions
 * are asked, such a step has two stops; after the last step comes the end.
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

/** The stop that a press forward leads to; at the end it stays there. */
export function nextStop(stops: readonly Stop[], from: Stop): Stop {
  const at = stops.findIndex((stop) => sameStop(stop, from));
  return stops[Math.min(stops.length - 1, at + 1)]!;
}

/**
 * The stop that a press back leads to: the step before as it was left, its question answered. From the end it
 * is the last step; from the first step it is that step's first stop.
 */
export function previousStop(stops: readonly Stop[], from: Stop): Stop {
  if (from.face === 'end') return wholeStop(stops, from.step);
  return from.step === 0 ? stops[0]! : wholeStop(stops, from.step - 1);
}

/** The stop at which a step is met: ahead with its question first, behind or here as it was left. */
export function stopAt(stops: readonly Stop[], step: number, from: Stop): Stop {
  if (step < from.step || (step === from.step && from.face === 'end'))
    return wholeStop(stops, step);
  if (step === from.step) return from;
  return firstStop(stops, step);
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
 * The stop nearest to one that may not be among them, such as a question after questions were turned off, or
 * one of another edition of the story.
 */
export function heldTo(stops: readonly Stop[], stop: Stop): Stop {
  if (stops.some((each) => sameStop(each, stop))) return stop;
  return wholeStop(stops, Math.min(stop.step, stops.at(-1)!.step));
}

export function sameStop(a: Stop, b: Stop): boolean {
  return a.step === b.step && a.face === b.face;
}
