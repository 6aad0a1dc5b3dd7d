import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gazetteer } from '../../src/lib/story/gazetteer.ts';
import { builtInKinds } from '../../src/lib/parse/built-in-kinds.ts';
import { certainties } from '../../src/lib/story/story.ts';
import type { StoryFolder, World } from '../../src/lib/parse/world.ts';

/** How many steps are alike, from the first: each shows one event at most and keeps three. */
const plainShare = 2 / 3;
const placeCount = 40;
const sourceCount = 12;
const wordsAStep = 120;
const vocabulary =
  'the river town harbour treaty winter road envoy minister border line map north south letter office port ship grain steel talks visit answer promise denial report source year month summer market bridge rail'.split(
    ' '
  );

/**
 * The files of a story of that many steps and events, the same every time. Its first two thirds are alike
 * however long it is, so that what is in view there does not grow with the story: two steps in three show
 * one event. All further events stand in the last third: a quarter of all in its last step, the others in equal parts.
 */
export function generateStory(
  steps: number,
  events: number,
  gazetteer: Gazetteer
): StoryFolder['files'] {
  const places = placesOf(gazetteer);
  const shown = shareOut(steps, events);
  const rows: string[] = [];
  const body: string[] = [];
  let event = 0;
  for (let step = 0; step < steps; step++) {
    const ids = Array.from({ length: shown[step]! }, () => `e${event++}`);
    for (const id of ids) rows.push(eventRow(id, places));
    const kept = Array.from({ length: 3 }, (_, i) => event - ids.length - 1 - i).filter(
      (i) => i >= 0
    );
    const [a, b] = [places[step % placeCount]!, places[(step + 7) % placeCount]!];
    if (step % 10 === 0) body.push(`# Part ${step / 10 + 1}`);
    body.push(
      `## Step number ${step + 1} {#s${step + 1}}`,
      [
        '```map',
        `look: [${a.id}, ${b.id}]`,
        ...(ids.length > 0 ? [`show: [${ids.join(', ')}]`] : []),
        ...(kept.length > 0 ? [`keep: [${kept.map((i) => `e${i}`).join(', ')}]`] : []),
        `highlight: [${a.country}, ${b.country}]`,
        '```'
      ].join('\n'),
      `${prose(step)} [@work${step % sourceCount}].`
    );
  }
  return {
    'story.md': `---\ntitle: A story of ${steps} steps\ndek: Made to be measured.\nlang: en\n---\n\n${body.join('\n\n')}\n`,
    'events.csv': `id,kind,from,to,at,start,end,date_precision,certainty,geometry_note,actors,summary,sources\n${rows.join('\n')}\n`,
    'places.geojson': JSON.stringify({
      type: 'FeatureCollection',
      features: places.map(({ id, name, country, at }) => ({
        type: 'Feature',
        id,
        properties: { name, kind: 'town', country },
        geometry: { type: 'Point', coordinates: at }
      }))
    }),
    'sources.json': JSON.stringify(
      Array.from({ length: sourceCount }, (_, i) => ({
        id: `work${i}`,
        type: 'book',
        title: `Work number ${i + 1}`,
        issued: { 'date-parts': [[2015]] }
      }))
    )
  };
}

/** The slug of a generated story. */
export function generatedSlug(steps: number, events: number): string {
  return `story-${steps}-${events}`;
}

/** Whether a path of a site is in a generated story. */
export function isGenerated(path: string): boolean {
  return path.startsWith('story-');
}

/** Writes a generated story into a folder of stories; returns its slug. */
export function writeStory(directory: string, steps: number, events: number, world: World): string {
  const slug = generatedSlug(steps, events);
  mkdirSync(join(directory, slug), { recursive: true });
  for (const [name, text] of Object.entries(generateStory(steps, events, world.gazetteer))) {
    writeFileSync(join(directory, slug, name), text);
  }
  return slug;
}

/** How many events each step shows. */
function shareOut(steps: number, events: number): number[] {
  const plain = Math.min(steps - 1, Math.floor(steps * plainShare));
  const shown: number[] = Array.from({ length: steps }, (_, step) =>
    step < plain && step % 3 > 0 ? 1 : 0
  );
  let left = events - shown.reduce((sum, count) => sum + count, 0);
  const crowd = Math.min(left, Math.floor(events / 4));
  left -= crowd;
  for (let step = plain; step < steps; step++) {
    shown[step] = Math.max(0, Math.ceil(left / (steps - step)));
    left -= shown[step]!;
  }
  shown[steps - 1]! += crowd;
  return shown;
}

interface MadePlace {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly at: readonly [number, number];
}

/** The labels of the largest countries serve as places: they lie inside. */
function placesOf({ countries }: Gazetteer): MadePlace[] {
  return Object.entries(countries)
    .sort(([, a], [, b]) => b.area - a.area)
    .slice(0, placeCount)
    .map(([country, { label }], i) => ({
      id: `p${i}`,
      name: `Town ${i}`,
      country,
      at: [label[0], label[1]]
    }));
}

function eventRow(id: string, places: readonly MadePlace[]): string {
  const i = Number(id.slice(1));
  const marker = i % 5 === 4;
  const from = places[(i * 7) % placeCount]!.id;
  const to = places[(i * 11 + 3) % placeCount]!.id;
  const arc = !marker && from !== to;
  // A port call looks for its way over water, which is another measurement.
  const kinds = [...builtInKinds.keys()].filter((kind) => kind !== 'port-call');
  const day = `2015-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`;
  return [
    id,
    kinds[i % kinds.length],
    arc ? from : '',
    arc ? to : '',
    arc ? '' : to,
    day,
    '',
    'day',
    certainties[i % certainties.length],
    '',
    `Envoy ${i % 90}`,
    `What happened at number ${i}.`,
    `work${i % sourceCount}`
  ].join(',');
}

/** Words in an order that only looks like chance. */
function prose(seed: number): string {
  let state = seed * 2654435761 + 1;
  const words = Array.from({ length: wordsAStep }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return vocabulary[state % vocabulary.length]!;
  });
  const text = words.join(' ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}`;
}
