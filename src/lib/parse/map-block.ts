import * as v from 'valibot';
import type { Gazetteer } from '../story/gazetteer.ts';
import { didYouMean } from './did-you-mean.ts';
import { show } from './fault.ts';
import type { StoryGroup } from './geography/parse-groups.ts';
import type { Layers } from './layers/parse-layers.ts';
import type { Register } from './register.ts';
import { isLocated, type Located, type Path } from './located.ts';
import { readYaml } from './read-yaml.ts';
import { countryHint } from './geography/country-hint.ts';
import { parseLngLat } from './geography/parse-places.ts';
import { checkKeys, checkShape, valueAt, type Subject } from './shape.ts';
import type { Camera, Look, Place, StoryEvent } from '../story/story.ts';

/** The `map` block of a step with its names resolved; `keep: earlier` is resolved later, when all steps are known. */
export interface MapBlock {
  readonly look: Look;
  readonly show: readonly string[];
  /** Ids of layers' features. */
  readonly layers: readonly string[];
  readonly keep: 'earlier' | readonly string[];
  /** Alpha-3 codes, groups resolved to their members. */
  readonly highlight: readonly string[];
  /** Groups named in `look` or `highlight`. */
  readonly groups: readonly string[];
}

/** What the names in a `map` block may refer to. */
export interface Names {
  readonly places: Register<Place>;
  readonly events: Register<StoryEvent>;
  readonly layers: Layers;
  readonly gazetteer: Gazetteer;
  /** The groups that the story may name; null where that is not known. */
  readonly groups: ReadonlyMap<string, StoryGroup> | null;
}

const between = (name: string, least: number, most: number) => {
  const message = `${name} must be ${least} to ${most}`;
  return v.pipe(v.number(message), v.minValue(least, message), v.maxValue(most, message));
};

const listOf = (name: string, what: string) => {
  const message = `${name} must be a list of ${what}`;
  return v.array(v.string(message), message);
};

const center = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const lngLat = parseLngLat(dataset.value, 'center');
    if (typeof lngLat !== 'string') return lngLat;
    addIssue({ message: lngLat });
    return NEVER;
  })
);

const cameraSchema = v.object(
  {
    center,
    zoom: between('zoom', 0, 22),
    bearing: v.exactOptional(between('bearing', -180, 180)),
    pitch: v.exactOptional(between('pitch', 0, 60))
  },
  'camera must be {center, zoom, bearing, pitch}'
);

export const mapSchema = v.object(
  {
    look: v.exactOptional(listOf('look', 'places, countries, groups and layers')),
    camera: v.exactOptional(cameraSchema),
    show: v.exactOptional(listOf('show', 'events')),
    keep: v.exactOptional(
      v.union(
        [v.literal('earlier'), v.array(v.string('keep must be earlier or a list of events'))],
        'keep must be earlier or a list of events'
      )
    ),
    layers: v.exactOptional(listOf('layers', 'features and layers')),
    highlight: v.exactOptional(listOf('highlight', 'countries and groups'))
  },
  'a map block must have look or camera'
);

/**
 * Returns a `map` block, or null where it has a fault; and the events it shows as far as they can be read, null
 * where they cannot.
 */
export function parseMapBlock(
  yaml: string,
  firstLine: number,
  names: Names,
  subject: Subject
): { block: MapBlock | null; shown: readonly string[] | null } {
  const data = readYaml(yaml, firstLine);
  if (!isLocated(data)) {
    subject.report({ file: subject.file, where: subject.where, ...data });
    return { block: null, shown: null };
  }
  let valid = true;
  const tracked: Subject = {
    ...subject,
    report(fault) {
      valid = false;
      subject.report(fault);
    }
  };
  const misspelt = [
    ...checkKeys(data, [], Object.keys(mapSchema.entries), tracked),
    ...checkKeys(data, ['camera'], Object.keys(cameraSchema.entries), tracked)
  ];
  const shape = checkShape(data, [], mapSchema, tracked, misspelt);
  const [hasLook, hasCamera] = ['look', 'camera'].map((key) => valueAt(data, [key]) !== undefined);
  const mapping = typeof data.value === 'object' && data.value !== null;
  if (
    mapping &&
    hasLook === hasCamera &&
    !misspelt.some((key) => key === 'look' || key === 'camera')
  ) {
    const [expected, got] = hasLook
      ? ['look or camera, not both', 'both']
      : ['look or camera is required', 'neither'];
    tracked.report({ file: subject.file, where: subject.where, ...data.at([]), expected, got });
  }

  const shown = checkEvents(data, 'show', names.events, tracked);
  const kept = checkEvents(data, 'keep', names.events, tracked);
  for (const [index, id] of kept.entries()) {
    if (shown.includes(id))
      complain(
        tracked,
        data,
        ['keep', index],
        'an event must be in show or in keep, not in both',
        id
      );
  }
  const layers = checkLayers(data, names.layers, tracked);
  const look = lookUp(data, 'look', names, tracked);
  const highlight = lookUp(data, 'highlight', { ...names, places: null, layers: null }, tracked);
  if (shape?.look?.length === 0)
    complain(
      tracked,
      data,
      ['look'],
      'look must name at least one place, country, group or layer',
      shape.look
    );

  const unreadable =
    typeof data.value !== 'object' || data.value === null || misspelt.includes('show');
  if (!shape || !valid) return { block: null, shown: unreadable ? null : shown };
  const block = {
    look: shape.camera
      ? ({
          type: 'camera',
          camera: { bearing: 0, pitch: 0, ...shape.camera } satisfies Camera
        } as const)
      : ({ type: 'fit', ...look } as const),
    show: shape.show ?? [],
    layers,
    keep: shape.keep ?? [],
    highlight: [
      ...new Set([
        ...highlight.countries,
        ...highlight.groups.flatMap((id) => names.groups?.get(id)?.members ?? [])
      ])
    ],
    groups: [...new Set([...look.groups, ...highlight.groups])]
  };
  return { block, shown };
}

/** Returns the ids in a list of events, each as it was meant. Unknown and repeated ones are reported. */
function checkEvents(
  data: Located,
  key: string,
  events: Register<StoryEvent>,
  subject: Subject
): string[] {
  const ids: string[] = [];
  for (const [index, id] of textsAt(data, key)) {
    if (events.find(id) === 'unknown') {
      complain(
        subject,
        data,
        [key, index],
        `${key} must name events of events.csv${events.didYouMean(id)}`,
        id
      );
    }
    const meant = events.meant(id) ?? id;
    if (ids.includes(meant))
      complain(subject, data, [key, index], `${key} must name each event once`, `${id}`, ' again');
    ids.push(meant);
  }
  return ids;
}

/** Returns the ids of the features in the list `layers`, in which a file's name stands for all that is in it. */
function checkLayers(data: Located, layers: Layers, subject: Subject): string[] {
  const ids: string[] = [];
  for (const [index, name] of textsAt(data, 'layers')) {
    const found = featuresNamed(name, layers);
    if (!found && layers.features.whole) {
      const expected = `layers must name features, or files, of layers/${didYouMean(name, layerNames(layers))}`;
      complain(subject, data, ['layers', index], expected, name);
    }
    const again = found?.find((id) => ids.includes(id));
    if (again !== undefined)
      complain(
        subject,
        data,
        ['layers', index],
        'layers must name each feature once',
        again,
        ' again'
      );
    ids.push(...(found ?? []));
  }
  return ids;
}

function featuresNamed(name: string, { features, files }: Layers): readonly string[] | null {
  return features.ids.has(name) ? [name] : (files.get(name) ?? null);
}

function layerNames({ features, files }: Layers): string[] {
  return [...features.ids, ...files.keys()];
}

/** Returns the names in a list, sorted by what they name. Unknown ones are reported. */
function lookUp(
  data: Located,
  key: string,
  {
    places,
    layers,
    gazetteer,
    groups: known
  }: Pick<Names, 'gazetteer' | 'groups'> & {
    places: Register<Place> | null;
    layers: Layers | null;
  },
  subject: Subject
): { places: string[]; countries: string[]; groups: string[]; shapes: string[] } {
  const found = {
    places: [] as string[],
    countries: [] as string[],
    groups: [] as string[],
    shapes: [] as string[]
  };
  const codes = Object.keys(gazetteer.countries);
  const groups = [...(known?.keys() ?? [])];
  for (const [index, name] of textsAt(data, key)) {
    if (places?.ids.has(name)) found.places.push(name);
    else if (codes.includes(name)) found.countries.push(name);
    else if (known?.has(name)) {
      found.groups.push(name);
      if (known.get(name)!.members.length === 0 && known.get(name)!.source !== '')
        complain(
          subject,
          data,
          [key, index],
          `${key} must name groups that have members at the story’s vantage`,
          name
        );
    } else if (layers && featuresNamed(name, layers))
      found.shapes.push(...featuresNamed(name, layers)!);
    else if (known && (!places || (places.find(name) === 'unknown' && layers?.features.whole))) {
      const candidates = [
        places?.meant(name) ?? '',
        ...groups,
        ...(layers ? layerNames(layers) : [])
      ];
      const kinds = places ? 'places, countries, groups and layers' : 'countries and groups';
      complain(
        subject,
        data,
        [key, index],
        `${key} must name known ${kinds}${didYouMean(name, candidates) || countryHint(name, gazetteer.countries)}`,
        name
      );
    }
  }
  return found;
}

function textsAt(data: Located, key: string): [number, string][] {
  const list = valueAt(data, [key]);
  return Array.isArray(list)
    ? [...list.entries()].filter((entry): entry is [number, string] => typeof entry[1] === 'string')
    : [];
}

function complain(
  subject: Subject,
  data: Located,
  path: Path,
  expected: string,
  got: unknown,
  after = ''
): void {
  const { file, where } = subject;
  subject.report({ file, where, ...data.at(path), expected, got: show(got) + after });
}
