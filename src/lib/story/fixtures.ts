import type { LaidPicture, Shape, StoryEvent } from './story.ts';

/** A confirmed visit at one place on 1 January 2015, but for what a test says of it. */
export function storyEvent(changes: Partial<StoryEvent> = {}): StoryEvent {
  return {
    id: 'event',
    name: '',
    kind: { id: 'visit', name: 'Visit', hue: 1, sign: 'M2 2h12v12H2z' },
    geometry: { type: 'marker', at: 'here' },
    start: '2015-01-01',
    end: null,
    datePrecision: 'day',
    certainty: 'confirmed',
    geometryNote: '',
    actors: [],
    summary: '',
    sources: [],
    ...changes
  };
}

/** A picture that lies on the map, from 0° to 10° E and from the equator to 10° N unless a test says otherwise. */
export function laidShape(
  id: string,
  corners: LaidPicture['corners'] = [
    [0, 10],
    [10, 10],
    [10, 0],
    [0, 0]
  ]
): StoryEvent & { readonly geometry: Shape } {
  const [first, ...others] = corners;
  const geometry: Shape = {
    ...{ type: 'shape', form: 'outline', lines: [], points: [], label: first },
    areas: [[[first, ...others.reverse(), first]]],
    picture: {
      ...{ file: `media/${id}.png`, address: `media/${id}.avif`, still: `media/${id}.webp` },
      ...{ width: 800, height: 800, corners },
      ...{ credit: 'A. Person', licence: 'CC BY 4.0', source: '' }
    }
  };
  return { ...storyEvent({ id, name: id, start: null }), geometry };
}
