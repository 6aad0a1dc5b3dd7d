import type { ViewShape } from '../view.ts';

type ShapeEvent = ViewShape['event'];

/** So many names of areas, lines and points a key lists; of more, one of each sort stands for all of it. */
const mostNames = 5;

/** What a key says of areas, lines and points: a sample of each, by its name or, where they are many, by its kind. */
export function shapeEntries(
  shapes: readonly ShapeEvent[]
): { readonly event: ShapeEvent; readonly words: string }[] {
  if (shapes.length <= mostNames) return shapes.map((event) => ({ event, words: event.name }));
  const sorts = new Map<string, ShapeEvent>();
  for (const event of shapes) {
    const sort = `${event.kind.id} ${event.geometry.form} ${event.certainty}`;
    if (!sorts.has(sort)) sorts.set(sort, event);
  }
  return [...sorts.values()].map((event) => ({ event, words: event.kind.name }));
}
