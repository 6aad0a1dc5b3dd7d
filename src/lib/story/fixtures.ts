import type { StoryEvent } from './story.ts';

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
