import type { Frame } from '../../frame.ts';
import { placesOf } from '../../picture/step-picture.ts';
import { certainties, type Certainty, type Story } from '../../story/story.ts';
import { storyIndex } from '../../story/story-index.ts';
import { viewAt, type View, type ViewArc, type ViewMarker } from '../../view.ts';
import { placeCodes } from './place-codes.ts';
import { tactileAreas, type TactileArea } from './tactile-areas.ts';

/** How many px of a View are a millimetre of a sheet. At two, what the frame keeps free around a place fits its Braille. */
export const pxPerMm = 2;

/** An event less opaque than this is kept from another step. */
const foremostFrom = 0.9;

interface TactilePlace {
  readonly id: string;
  /** Two Latin letters. */
  readonly code: string;
  readonly name: string;
  /** px in the View’s frame. */
  readonly at: readonly [x: number, y: number];
}

/** What of a View is on its tactile sheet. */
export interface TactileScene {
  readonly view: View;
  readonly arcs: readonly ViewArc[];
  readonly markers: readonly ViewMarker[];
  readonly places: readonly TactilePlace[];
  readonly areas: readonly TactileArea[];
  /** Of the lines, and of the events at one place. */
  readonly lineForms: readonly Certainty[];
  readonly ringForms: readonly Certainty[];
}

/**
 * What of a step is on its tactile sheet, whose map is so high, mm: the step’s own events and places, or those it keeps
 * from other steps where it has none, because the fingers find no way through more.
 */
export function tactileScene(
  story: Story,
  index: number,
  widthMm: number,
  heightMm: number
): TactileScene {
  const margin = 8 * pxPerMm;
  const frame: Frame = {
    width: widthMm * pxPerMm,
    height: heightMm * pxPerMm,
    padding: { top: margin, right: margin, bottom: margin, left: margin }
  };
  const view = viewAt(story, index, frame, { names: false });
  const { arcs, markers } = foremostEvents(view);
  const ends = new Set([...arcs, ...markers].flatMap(({ event }) => placesOf(event)));
  const codes = placeCodes(story);
  const places = view.dots
    .filter(({ id, opacity }) => opacity >= foremostFrom || ends.has(id))
    .filter(({ at: [x, y] }) => x >= 0 && y >= 0 && x <= frame.width && y <= frame.height)
    .map(({ id, at }) => {
      const { name } = storyIndex(story).places.get(id)!;
      // What a name adds in brackets is too long for a key in Braille.
      return { id, at, code: codes.get(id)!, name: name.replace(/\s*\([^)]*\)$/, '') };
    });
  return {
    view,
    arcs,
    markers,
    places,
    areas: tactileAreas(story, view, pxPerMm),
    lineForms: formsOf(arcs),
    ringForms: formsOf(markers)
  };
}

/** The events that the step shows, or all where it shows none; of those that one line would stand for, the first. */
function foremostEvents({ arcs, markers }: View): Pick<View, 'arcs' | 'markers'> {
  const isForemost = ({ opacity }: ViewArc | ViewMarker) => opacity >= foremostFrom;
  const own = [...arcs, ...markers].some(isForemost);
  const seen = new Set<string>();
  const isFirst = ({ event: { geometry, certainty } }: ViewArc | ViewMarker) => {
    const line = JSON.stringify([geometry, certainty]);
    return !seen.has(line) && seen.add(line).size > 0;
  };
  return {
    arcs: arcs.filter((arc) => (!own || isForemost(arc)) && isFirst(arc)),
    markers: markers.filter((marker) => (!own || isForemost(marker)) && isFirst(marker))
  };
}

function formsOf(events: readonly (ViewArc | ViewMarker)[]): Certainty[] {
  return certainties.filter((one) => events.some(({ event }) => event.certainty === one));
}
