import type { ExpectedAnswer, LngLat, Story } from '../story/story.ts';

/** How often something was answered. */
interface Bar {
  readonly label: string;
  readonly count: number;
  /** Whether the author takes it for right. */
  readonly isRight: boolean;
}

/** What a class has answered, as a screen shows it. */
export type AnswerSummary =
  | { readonly form: 'bars'; readonly bars: readonly Bar[] }
  | {
      readonly form: 'places';
      readonly pins: readonly LngLat[];
      /** The place that the author takes for right; null where none is. */
      readonly right: { readonly name: string; readonly lngLat: LngLat } | null;
    }
  | { readonly form: 'words'; readonly words: readonly string[] };

/** How many bars the numbers of a class are told in at most. */
const mostBars = 8;

/**
 * Sums up a class's answers to a question: bars for choices and numbers, pins for places, the words themselves. What
 * does not fit the form of the question is passed over.
 */
export function sumUp(
  answers: readonly string[],
  { form, choices, unit, right }: ExpectedAnswer,
  story: Pick<Story, 'places'>
): AnswerSummary {
  if (form === 'choice') {
    const bars = choices.map((label) => ({
      label,
      count: answers.filter((answer) => answer === label).length,
      isRight: label === right
    }));
    return { form: 'bars', bars };
  }
  if (form === 'number') {
    const expected = right === '' ? null : Number(right);
    return { form: 'bars', bars: numberBars(answers, unit, expected) };
  }
  if (form === 'words') return { form, words: answers };
  const place = story.places.find(({ id }) => id === right);
  return {
    form: 'places',
    pins: answers.map(lngLatIn).filter((pin) => pin !== null),
    right: place === undefined ? null : { name: place.name, lngLat: place.lngLat }
  };
}

/** The place in an answer, `35.51,33.89`; null where it is none. */
export function lngLatIn(answer: string): LngLat | null {
  const match = /^(-?\d{1,3}(?:\.\d+)?),(-?\d{1,2}(?:\.\d+)?)$/.exec(answer);
  if (match === null) return null;
  const [lng, lat] = [Number(match[1]), Number(match[2])];
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [lng, lat] : null;
}

/** A place as an answer has it, to some ten metres. */
export function lngLatAnswer([lng, lat]: LngLat): string {
  return `${lng.toFixed(4)},${lat.toFixed(4)}`;
}

/** One bar a number; ranges of the same width where there are too many. */
function numberBars(answers: readonly string[], unit: string, right: number | null): Bar[] {
  const numbers = answers
    .filter((answer) => answer.trim() !== '')
    .map((answer) => Number(answer.replace(',', '.')))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const named = (text: string) => (unit === '' ? text : `${text} ${unit}`);
  const single = [...new Set(numbers)];
  if (single.length <= mostBars) {
    return single.map((value) => ({
      label: named(String(value)),
      count: numbers.filter((number) => number === value).length,
      isRight: value === right
    }));
  }
  const [least, most] = [single[0]!, single.at(-1)!];
  const step = (most - least) / mostBars;
  return Array.from({ length: mostBars }, (_, index) => {
    const from = least + index * step;
    const isLast = index === mostBars - 1;
    const to = isLast ? most : from + step;
    const has = (number: number) => number >= from && (isLast ? number <= to : number < to);
    const [a, b] = [from, to].map((edge) => Number(edge.toPrecision(3)));
    return {
      label: named(`${a}–${b}`),
      count: numbers.filter(has).length,
      isRight: right !== null && has(right)
    };
  });
}
