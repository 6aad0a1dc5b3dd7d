import { laidPicture } from '../story/laid-pictures.ts';
import type { ViewShape } from '../view.ts';

type ShapeEvent = ViewShape['event'];

/** So many names of areas, lines and points a key lists; of more, one of each sort stands for all of it. */
const mostNames = 5;

/** What a key says of a shape. */
interface ShapeEntry {
  readonly event: ShapeEvent;
  readonly words: string;
  /** Of a picture, who made it and its licence: `A. Person, CC BY 4.0`; else empty. */
  readonly credit: string;
}

/**
 * What a key says of areas, lines, points and pictures: a sample of each, by its name or, where they are many, by its
 * kind. Pictures have their names always, for their credits.
 */
export function shapeEntries(shapes: readonly ShapeEvent[]): ShapeEntry[] {
  const entry = (event: ShapeEvent, words = event.name): ShapeEntry => {
    const picture = laidPicture(event);
    return { event, words, credit: picture ? `${picture.credit}, ${picture.licence}` : '' };
  };
  if (shapes.length <= mostNames) return shapes.map((event) => entry(event));
  const sorts = new Map<string, ShapeEvent>();
  for (const event of shapes) {
    const sort = `${event.kind.id} ${event.geometry.form} ${event.certainty}`;
    const key = laidPicture(event) ? event.id : sort;
    if (!sorts.has(key)) sorts.set(key, event);
  }
  return [...sorts.values()].map((event) =>
    laidPicture(event) ? entry(event) : entry(event, event.kind.name)
  );
}
