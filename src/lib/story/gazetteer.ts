/** The names of a country, a group or a sea, by language; `en` is always there. */
export type Names = Readonly<
  Record<'en', string> & Partial<Record<'ru' | 'fa' | 'ar' | 'he', string>>
>;

/** Degrees: west, south, east, north. */
type Bounds = readonly [number, number, number, number];

/**
 * The shape of `static/geo/gazetteer.json`, which the recipes in `geodata/` make: countries, groups, seas and
 * contested places.
 */
export interface Gazetteer {
  /** Keyed by ISO 3166-1 alpha-3, or by a code of our own for land that ISO has no code for. */
  readonly countries: Readonly<
    Record<
      string,
      {
        readonly iso2: string | null;
        readonly names: Names;
        readonly label: readonly [number, number];
        readonly bounds: readonly [number, number, number, number];
        /** km² */
        readonly area: number;
        /** The codes of the countries that it borders on, sorted. */
        readonly neighbours: readonly string[];
        /** The code of the state that it is an integral part of, though it has a code of its own. */
        readonly partOf?: string;
      }
    >
  >;
  readonly groups: Readonly<
    Record<
      string,
      {
        readonly names: Names;
        /** Who says who its members are. */
        readonly source: string;
        /** The years, months or days of members' entry and, where they left, of their last in it. */
        readonly members: readonly {
          readonly since: string;
          readonly until?: string;
          readonly codes: readonly string[];
        }[];
      }
    >
  >;
  readonly seas: readonly {
    readonly id: string;
    readonly names: Names;
    readonly at: readonly [number, number];
    readonly minZoom: number;
    readonly note: string;
  }[];
  readonly contested: readonly {
    readonly id: string;
    readonly name: string;
    readonly note: string;
    readonly at: readonly [number, number];
    /** What it is noted for: a map that shows none of this box has no note of it. */
    readonly bounds: Bounds;
    /** The day since which it is contested, where that is recent: a story told from before has no note of it. */
    readonly since?: string;
    readonly form: 'hatched' | 'dashed' | 'noted';
    /** The code of the country that the map shows it in; that country's all, unless it is hatched. Missing for a line. */
    readonly land?: string;
  }[];
  /** By paragraph and sentence; `within` holds the boxes that a sentence is about, null for one about the whole world. */
  readonly policy: readonly (readonly {
    readonly text: string;
    readonly within: readonly Bounds[] | null;
  }[])[];
}
