import { describe, expect, it } from 'vitest';
import distance from '@turf/distance';
import { baseStory, smallWorld } from '../../../../tests/broken-stories/read-broken-story.ts';
import { shapeGeoJson } from '../../download/shape-geojson.ts';
import { ringEdges } from '../../geometry/ring-edges.ts';
import { allMedia } from '../../story/laid-pictures.ts';
import type { LngLat, Shape, Story } from '../../story/story.ts';
import { formatFault } from '../fault.ts';
import { parseStory } from '../parse-story.ts';
import type { StoryFolder } from '../world.ts';

const base = baseStory();
const properties = {
  name: 'Zone',
  certainty: 'reported',
  sources: 'gady2015; katz2015',
  summary: 'A zone.'
};

/** The base story whose first step has the layer `zones`, told in a file; and what its author is warned of. */
function withLayer(
  file: string,
  content: unknown,
  media: StoryFolder['media'] = {}
): { story: Story; warnings: string[] } {
  const warnings: string[] = [];
  const files = {
    ...base.files,
    'story.md': base.files['story.md']!.replace('show: [visit]', 'show: [visit]\nlayers: [zones]'),
    [`layers/zones.${file}`]: typeof content === 'string' ? content : JSON.stringify(content)
  };
  const story = parseStory({ ...base, files, media }, smallWorld, (fault) =>
    warnings.push(formatFault(fault))
  );
  return { story, warnings };
}

function features(...geometries: object[]) {
  return {
    type: 'FeatureCollection',
    features: geometries.map((geometry, i) => ({
      type: 'Feature',
      id: `zone-${i}`,
      properties,
      geometry
    }))
  };
}

function shapeOf(story: Story, id: string): Shape {
  return story.events.find((event) => event.id === id)!.geometry as Shape;
}

const square: LngLat[] = [
  [40, 40],
  [50, 40],
  [50, 45],
  [40, 45],
  [40, 40]
];

describe('parseStory(folder, world) on layers', () => {
  it('takes features for claims that the step shows, each with its certainty and sources', () => {
    const { story, warnings } = withLayer(
      'geojson',
      features({ type: 'Polygon', coordinates: [square] }, { type: 'Point', coordinates: [45, 42] })
    );
    expect(warnings).toEqual([]);
    expect(story.steps[0]!.show).toEqual(['visit', 'zone-0', 'zone-1']);
    expect(story.steps[1]!.keep).toEqual(['visit']);
    expect(story.events.at(-2)).toMatchObject({
      name: 'Zone',
      certainty: 'reported',
      sources: ['gady2015', 'katz2015'],
      kind: { name: 'Area' },
      geometry: { form: 'tint', areas: [[square]] }
    });
    expect(story.events.at(-1)).toMatchObject({
      kind: { name: 'Point' },
      geometry: { form: 'dashed', points: [[45, 42]], label: [45, 42] }
    });
  });

  it('turns a ring that goes the wrong way, and says so', () => {
    const { story, warnings } = withLayer(
      'geojson',
      features({ type: 'Polygon', coordinates: [[...square].reverse()] })
    );
    expect(shapeOf(story, 'zone-0').areas).toEqual([[square]]);
    expect(warnings).toEqual([
      'layers/zones.geojson:1 feature "zone-0": an outer ring should go counterclockwise (RFC 7946); it has been turned, got "the other direction"'
    ]);
  });

  it('takes an area across the date line, cut there or not, for one', () => {
    const whole: LngLat[] = [
      [170, 0],
      [-170, 0],
      [-170, 10],
      [170, 10],
      [170, 0]
    ];
    const east = [170, 180, 180, 170, 170].map((lng, i) => [lng, i === 2 || i === 3 ? 10 : 0]);
    const west = [-180, -170, -170, -180, -180].map((lng, i) => [lng, i === 2 || i === 3 ? 10 : 0]);
    const { story } = withLayer(
      'geojson',
      features(
        { type: 'Polygon', coordinates: [whole] },
        { type: 'MultiPolygon', coordinates: [[east], [west]] }
      )
    );
    const [first, second] = [shapeOf(story, 'zone-0'), shapeOf(story, 'zone-1')];
    expect(first.areas).toEqual([[whole.map(([lng, lat]) => [lng < 0 ? lng + 360 : lng, lat])]]);
    const lngs = second.areas.flat(2).map(([lng]) => lng);
    expect(Math.max(...lngs) - Math.min(...lngs)).toBe(20);
    // The cut is no edge.
    const edges = second.areas.flat().flatMap(ringEdges);
    expect(edges.map((line) => line.length)).toEqual([2, 3, 4]);
    // Told again as GeoJSON, it is cut.
    const { type, coordinates } = shapeGeoJson(first) as {
      type: string;
      coordinates: number[][][][];
    };
    expect(type).toBe('MultiPolygon');
    for (const [lng] of coordinates.flat(2)) expect(Math.abs(lng!)).toBeLessThanOrEqual(180);
  });

  it('draws a circle on the Earth in nautical miles', () => {
    const { story } = withLayer(
      'yaml',
      'zone:\n  name: Zone\n  form: outline\n  certainty: confirmed\n  sources: [gady2015]\n  summary: A zone.\n  circle: {center: [-59.65, -51.67], radius_nmi: 200}\n'
    );
    const { areas, label } = shapeOf(story, 'zone');
    const ring = areas[0]![0]!;
    const km = ring.map((point) => distance([-59.65, -51.67], [...point]));
    expect(Math.min(...km)).toBeGreaterThan(369.5);
    expect(Math.max(...km)).toBeLessThan(371);
    // Its name stands on the outline, in the north.
    expect(label[1]).toBe(Math.max(...ring.map(([, lat]) => lat)));
  });

  it('lays a picture on an area whose outline is its own', () => {
    const facts = { bytes: 900, format: 'png', hash: '0123456789ab', flaw: '' } as const;
    const media = { 'media/chart.png': { ...facts, width: 2400, height: 1200 } };
    const text = `zone:
  name: Chart of 1890
  certainty: confirmed
  sources: [gady2015]
  summary: A chart.
  picture:
    src: media/chart.png
    corners: [[40, 45], [50, 45], [50, 40], [40, 40]]
    credit: A. Person
    licence: CC BY 4.0
`;
    const { story, warnings } = withLayer('yaml', text, media);
    // The file is used, though no passage shows it.
    expect(warnings).toEqual([]);
    const event = story.events.at(-1)!;
    expect(event.kind.name).toBe('Picture');
    expect(event.geometry).toMatchObject({ form: 'outline', picture: { credit: 'A. Person' } });
    const { areas, picture } = event.geometry as Shape;
    expect(new Set(areas[0]![0]!.map(String))).toEqual(new Set(square.map(String)));
    expect(picture).toMatchObject({
      address: 'media/chart-0123456789ab-1920.avif',
      still: 'media/chart-0123456789ab-960.webp'
    });
    expect(allMedia(story)).toMatchObject([{ step: 'minister', caption: 'Chart of 1890' }]);
    const turned = text.replace(
      '[[40, 45], [50, 45], [50, 40], [40, 40]]',
      '[[50, 40], [40, 40], [40, 45], [50, 45]]'
    );
    expect(withLayer('yaml', turned, media).warnings.join()).toContain(
      'the first corner should be the picture’s top left'
    );
  });

  it('names what no step has', () => {
    const { warnings } = withLayer('geojson', features({ type: 'Point', coordinates: [45, 42] }));
    expect(warnings).toEqual([]);
    const lonely = {
      ...base.files,
      'layers/lonely.geojson': JSON.stringify(features({ type: 'Point', coordinates: [45, 42] }))
    };
    const told: string[] = [];
    parseStory({ ...base, files: lonely }, smallWorld, (fault) => told.push(formatFault(fault)));
    expect(told).toEqual([
      'layers/lonely.geojson:1 feature "zone-0": a feature should be in the layers of a step, got none'
    ]);
  });

  it('refuses layers that would weigh down every page', () => {
    const line = Array.from({ length: 1300 }, (_, i) => [40 + i * 0.01, 40 + (i % 2) * 0.5]);
    const many = Array.from({ length: 10 }, () => ({ type: 'LineString', coordinates: line }));
    expect(() => withLayer('geojson', features(...many))).toThrow(
      'layers:1: layers must have at most 12,000 corners together'
    );
  });
});
