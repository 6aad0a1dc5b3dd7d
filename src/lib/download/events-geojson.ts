import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { greatCircleThrough } from '../arcs/arc-paths.ts';
import { describeEvent } from '../story/describe-event.ts';
import { laidPicture } from '../story/laid-pictures.ts';
import type { DatePrecision, LngLat, Story, StoryEvent } from '../story/story.ts';
import { cutLine } from './cut-line.ts';
import { shapeGeoJson } from './shape-geojson.ts';
import type { eventProperties } from './event-properties.ts';

export type EventProperties = Readonly<
  Record<keyof typeof eventProperties, string | readonly string[] | null>
>;
type EventFeature = Feature<Geometry, EventProperties>;

/**
 * A story's events as GeoJSON (RFC 7946), in the order of `events.csv`: an event between two places as a great
 * circle or as the way it takes, both cut at the antimeridian; an event at one place as a point; then what its layers show. Unlike on
 * the map, events between the same two places share their line.
 */
export function eventsGeoJson(story: Story): FeatureCollection<Geometry, EventProperties> {
  return {
    type: 'FeatureCollection',
    features: story.events.map((event): EventFeature => ({
      type: 'Feature',
      id: event.id,
      properties: propertiesOf(story, event),
      geometry: geometryOf(story, event)
    }))
  };
}

function geometryOf({ places }: Story, { geometry }: StoryEvent): Geometry {
  const at = (id: string): LngLat => places.find((place) => place.id === id)!.lngLat;
  if (geometry.type === 'shape') return shapeGeoJson(geometry);
  if (geometry.type === 'marker') return { type: 'Point', coordinates: [...at(geometry.at)] };
  return cutLine(greatCircleThrough([at(geometry.from), ...geometry.via, at(geometry.to)]));
}

function propertiesOf(story: Story, event: StoryEvent): EventProperties {
  const { geometry, datePrecision } = event;
  const { when, where } = describeEvent(story, event);
  const picture = laidPicture(event);
  const arc = geometry.type === 'arc' ? geometry : null;
  return {
    id: event.id,
    name: event.name || null,
    kind: event.kind.id,
    certainty: event.certainty,
    start: event.start === null ? null : toPrecision(event.start, datePrecision),
    end: event.end === null ? null : toPrecision(event.end, datePrecision),
    date_precision: datePrecision,
    when,
    actors: event.actors,
    summary: event.summary,
    from: arc?.from ?? null,
    to: arc?.to ?? null,
    way: arc?.way ?? null,
    through: arc?.through ?? null,
    at: geometry.type === 'marker' ? geometry.at : null,
    where,
    geometry_note: event.geometryNote || null,
    credit: picture ? `${picture.credit}, ${picture.licence}` : null,
    sources: event.sources,
    steps: story.steps.filter(({ show }) => show.includes(event.id)).map(({ id }) => id)
  };
}

/** A date at a precision: `2015-07-01` to the month is `2015-07`. */
function toPrecision(date: string, precision: DatePrecision): string {
  return date.slice(0, { day: 10, month: 7, year: 4 }[precision]);
}
