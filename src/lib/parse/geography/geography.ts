import type { Gazetteer, Names } from '../../story/gazetteer.ts';
import type { Country, CountryGroup, Geography, OwnBorder, Step } from '../../story/story.ts';
import { parseDate } from '../../story/written-date.ts';
import type { StoryGroup } from './parse-groups.ts';
import type { OwnName } from './parse-own-names.ts';
import { shows, shownParts, type Box, type FramedStep, type Named } from './shown-boxes.ts';

/** What of a story decides on what its maps show. */
interface Framed extends Omit<Named, 'countries'> {
  readonly vantage: string | null;
  readonly steps: readonly FramedStep[];
}

/** What of a story decides on its geography. */
interface Told extends Framed {
  readonly lang: string;
  readonly steps: readonly Step[];
  readonly groups: ReadonlyMap<string, StoryGroup>;
  /** By the code of a country or the id of a sea. */
  readonly names: ReadonlyMap<string, OwnName>;
  readonly borders: readonly OwnBorder[];
}

type Notes = Pick<Geography, 'contested' | 'policy'>;

/**
 * Returns the shared geography of a story, without its notes: names are its own, or in its language, or in English where
 * the gazetteer has none in that. Every page carries it, so it has only what the story can use: neighbours of the
 * countries that it marks, and groups that it names.
 */
export function geographyIn(gazetteer: Gazetteer, story: Told): Omit<Geography, keyof Notes> {
  const { lang, steps, names } = story;
  const nameOf = (id: string, known: Names) => names.get(id)?.name ?? nameIn(known, lang);
  const marked = new Set(steps.flatMap(({ highlight }) => highlight));
  const countries = Object.entries(gazetteer.countries).map(
    ([code, { names, label, bounds, area, neighbours, partOf }]): Country => ({
      code,
      name: nameOf(code, names),
      label,
      bounds,
      area,
      neighbours: marked.has(code) ? neighbours : [],
      ...(partOf !== undefined && { partOf })
    })
  );
  return {
    countries,
    groups: [...new Set(steps.flatMap(({ groups }) => groups))].map((id) =>
      groupOf(id, story.groups.get(id)!, countries)
    ),
    seas: gazetteer.seas.map(({ id, names, at, minZoom, note }) => ({
      id,
      name: nameOf(id, names),
      at,
      minZoom,
      note
    })),
    ownNames: [...names].map(([id, { name, reason }]) => ({
      name,
      instead: nameIn(
        (gazetteer.countries[id] ?? gazetteer.seas.find((sea) => sea.id === id)!).names,
        lang
      ),
      reason
    })),
    ...(story.borders.length > 0 && { ownBorders: story.borders })
  };
}

/** Returns what the border policy says of what a story's maps show. */
export function notesIn(gazetteer: Gazetteer, story: Framed, onGlobe: boolean): Notes {
  const isShown = shownIn(gazetteer, story, onGlobe);
  return {
    contested: contestedIn(gazetteer, story, onGlobe).map(({ id, name, note }) => ({
      id,
      name,
      note
    })),
    policy: gazetteer.policy.flatMap((sentences) => {
      const said = sentences.filter(({ within }) => within === null || within.some(isShown));
      return said.length === 0 ? [] : [said.map(({ text }) => text).join(' ')];
    })
  };
}

/** What of the map's contested areas and lines a story's maps show; of a globe, what its front shows. */
export function contestedIn(
  gazetteer: Gazetteer,
  story: Framed,
  onGlobe: boolean
): Gazetteer['contested'] {
  const last = story.vantage === null ? null : parseDate(story.vantage)!.last;
  const isShown = shownIn(gazetteer, story, onGlobe);
  return gazetteer.contested.filter(
    ({ since, bounds }) => (!since || !last || since <= last) && isShown(bounds)
  );
}

function shownIn(
  { countries }: Gazetteer,
  { steps, ...named }: Framed,
  onGlobe: boolean
): (box: Box) => boolean {
  const parts = steps.flatMap((step) => shownParts(step, { ...named, countries }, onGlobe));
  return (bounds) => parts.some((part) => shows(part, bounds));
}

/** Returns the name in a language (BCP 47; only the first subtag counts), or in English where there is none. */
export function nameIn(names: Names, lang: string): string {
  const primary = lang.split('-')[0]!.toLowerCase();
  return (names as Readonly<Record<string, string>>)[primary] ?? names.en;
}

/** A group with its label where its largest member has its own, and the box around all of them. */
function groupOf(
  id: string,
  { name, members, source }: StoryGroup,
  countries: readonly Country[]
): CountryGroup {
  const [largest, ...others] = countries
    .filter(({ code }) => members.includes(code))
    .sort((a, b) => b.area - a.area);
  const bounds = others.reduce((all, { bounds }) => around(all, bounds), largest!.bounds);
  return { id, name, source, members, label: largest!.label, bounds };
}

type Bounds = Country['bounds'];

/** The box around two, the second moved by whole turns to where it lies nearest. */
function around([west, south, east, north]: Bounds, [w, s, e, n]: Bounds): Bounds {
  const turn = 360 * Math.round(((west + east) / 2 - (w + e) / 2) / 360);
  return [
    Math.min(west, w + turn),
    Math.min(south, s),
    Math.max(east, e + turn),
    Math.max(north, n)
  ];
}
