/** `7:05`, or `1:02:03` from an hour on. Of what has not begun, `0:00`. */
export function clockWords(elapsedMs: number): string {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** How far a talk has come against its plan. */
export interface Pace {
  /** Whole minutes: above 0 ahead of the plan, below 0 behind it, 0 within it. */
  readonly aheadMinutes: number;
  /** Minutes of the plan that are left; below 0 where it is over. */
  readonly leftMinutes: number;
}

/** A talk's plan. */
export interface Plan {
  /** How long each step takes, minutes. */
  readonly minutes: readonly number[];
  /** Index of the step that the talk began with. */
  readonly from: number;
}

/**
 * The pace of a talk at a step: on time for as long as that step's part of the plan lasts. Less than half a minute off
 * counts as on time.
 */
export function paceOf(elapsedMs: number, { minutes, from }: Plan, step: number): Pace {
  const elapsed = elapsedMs / 60_000;
  const until = (end: number) => sum(minutes.slice(from, Math.max(from, end)));
  const [opens, closes] = [until(step), until(step + 1)];
  const ahead = elapsed < opens ? opens - elapsed : elapsed > closes ? closes - elapsed : 0;
  return {
    aheadMinutes: Math.round(ahead) || 0,
    leftMinutes: Math.round(until(minutes.length) - elapsed) || 0
  };
}

/**
 * The plan of a talk that has no minutes for its steps: each stop of what lies ahead gets an equal part, a step that
 * asks first two. Steps before the first take no time.
 */
export function evenPlan(
  questions: readonly boolean[],
  plannedMinutes: number,
  from: number
): Plan {
  const stops = questions.map((question, step) => (step < from ? 0 : question ? 2 : 1));
  const share = plannedMinutes / sum(stops);
  return { minutes: stops.map((count) => count * share), from };
}

/** The plan of a lesson's steps, its minutes stretched to those that are planned now. */
export function lessonPlan(minutes: readonly number[], plannedMinutes: number, from: number): Plan {
  const stretch = plannedMinutes / sum(minutes);
  return { minutes: minutes.map((each) => each * stretch), from };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** `On time`, `2 min ahead`, `3 min behind`; with what is left of the plan. */
export function paceWords({ aheadMinutes, leftMinutes }: Pace): string {
  const pace =
    aheadMinutes === 0
      ? 'On time'
      : `${Math.abs(aheadMinutes)} min ${aheadMinutes > 0 ? 'ahead' : 'behind'}`;
  return `${pace}, ${leftMinutes >= 0 ? `${leftMinutes} min left` : `${-leftMinutes} min over`}`;
}

/** Whole minutes, 1 to 600, of what was typed; null for anything else. */
export function minutesOf(typed: string): number | null {
  const minutes = /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : 0;
  return minutes >= 1 && minutes <= 600 ? minutes : null;
}
