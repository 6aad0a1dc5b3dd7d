import type { Gazetteer, Names } from '../story/gazetteer.ts';
import type { Geography } from '../story/story.ts';

/**
 * Returns the shared geography with its names in a language (BCP 47; only the first subtag counts), or in English
 * where the gazetteer has no name in that language. Only countries that the story marks keep their neighbours, since
 * every page carries the geography.
 */
export function geographyIn(
  gazetteer: Gazetteer,
  lang: string,
  marked: ReadonlySet<string>
): Geography {
  const primary = lang.split('-')[0]!.toLowerCase();
  const nameOf = (names: Names): string =>
    (names as Readonly<Record<string, string>>)[primary] ?? names.en;
  return {
    countries: Object.entries(gazetteer.countries).map(
      ([code, { names, label, bounds, area, neighbours }]) => ({
        code,
        name: nameOf(names),
        label,
        bounds,
        area,
        neighbours: marked.has(code) ? neighbours : []
      })
    ),
    groups: Object.entries(gazetteer.groups).map(([id, { names, members, label, bounds }]) => ({
      id,
      name: nameOf(names),
      members,
      label,
      bounds
    })),
    seas: gazetteer.seas.map(({ id, names, at, minZoom, note }) => ({
      id,
      name: nameOf(names),
      at,
      minZoom,
      note
    })),
    contested: gazetteer.contested.map(({ id, name, note, at, form }) => ({
      id,
      name,
      note,
      at,
      form
    })),
    policy: gazetteer.policy
  };
}
