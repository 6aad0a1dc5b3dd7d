import { listed } from '../story/listed.ts';
import { certainties } from '../story/story.ts';

/** The properties of each event in `events.geojson` and what they mean. Lists are arrays; what is missing is null. */
export const eventProperties = {
  id: 'the event, as in events.csv, or the feature of a layer',
  name: 'of an area, a line or a point of a layer; null for an event',
  kind: 'what sort of event, as in events.csv',
  certainty: listed(certainties, 'or'),
  start: 'the first day, month or year, no finer than date_precision',
  end: 'the last one, likewise; null for what has no length',
  date_precision: 'day, month or year',
  when: 'the date in words',
  actors: 'list of those who act',
  summary: 'what happened',
  from: 'id of the place that a line leads from; null for a point',
  to: 'id of the place that it leads to; null for a point',
  way: 'what the line leads over, where the author says: sea, land or air; else null',
  through: 'list of the ids of places that it leads through; null for a point',
  at: 'id of the place of a point; null for a line',
  where: 'the names of these places, in words',
  geometry_note:
    'what is not known of the geometry, or only illustrative in it; null where nothing is',
  credit: 'of a picture that lies on the map: who made it, and its licence; else null',
  sources: 'list of works, by their ids in sources.json',
  steps: 'list of the passages that show the event, by their ids'
} as const;
