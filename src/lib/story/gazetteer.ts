/** The names of a country, a group or a sea, by language; `en` is always there. */
export type Names = Readonly<
  Record<'en', string> & Partial<Record<'ru' | 'fa' | 'ar' | 'he', string>>
>;

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
      }
    >
  >;
  readonly groups: Readonly<
    Record<
      string,
      {
        readonly names: Names;
        readonly members: readonly string[];
        readonly label: readonly [number, number];
        readonly bounds: readonly [number, number, number, number];
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
    readonly form: 'hatched' | 'dashed' | 'noted';
  }[];
  readonly policy: readonly string[];
}
