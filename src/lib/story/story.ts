/** Degrees, WGS84. Longitude may leave −180..180 only where a docstring says "unwrapped". */
export type LngLat = readonly [lng: number, lat: number];

/** The hues that kinds of event are drawn in: the palette's, told apart by the colour-blind and set off from the map. */
export const hues = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type Hue = (typeof hues)[number];

/** A kind of event, as the map and its key show it. */
export interface EventKind {
  readonly id: string;
  /** In the story's language where the author gave it, else in English. */
  readonly name: string;
  readonly hue: Hue;
  /** An SVG path in a 16 × 16 box, to be filled (even-odd). */
  readonly sign: string;
}

/** From the surest to the least sure. */
export const certainties = ['confirmed', 'reported', 'disputed', 'planned', 'prospective'] as const;
export type Certainty = (typeof certainties)[number];

export const datePrecisions = ['day', 'month', 'year'] as const;
export type DatePrecision = (typeof datePrecisions)[number];

/** A place of the story's gazetteer. `country` is ISO 3166-1 alpha-3, null for a place at sea. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string | null;
  readonly lngLat: LngLat;
}

/** What a line leads over. */
export const ways = ['sea', 'land', 'air'] as const;
export type Way = (typeof ways)[number];

/** How a shape is drawn: an area tinted, hatched or by its outline alone; a line solid or dashed. */
export const shapeForms = ['tint', 'hatch', 'outline', 'solid', 'dashed'] as const;
export type ShapeForm = (typeof shapeForms)[number];

/** A picture laid on the map, such as an old map or a satellite view. */
export interface LaidPicture {
  /** Its path in the story's folder. */
  readonly file: string;
  /** Where it is served, from the story's page: in its largest size, and in the size that pictures of the map carry. */
  readonly address: string;
  readonly still: string;
  /** As the author gave it, px. */
  readonly width: number;
  readonly height: number;
  /** Where its own corners lie, clockwise from its top left one. They do not cross the date line. */
  readonly corners: readonly [LngLat, LngLat, LngLat, LngLat];
  readonly credit: string;
  readonly licence: string;
  /** Where it comes from, an address or words; empty where nothing is said. */
  readonly source: string;
}

/**
 * What a layer of the author's shows: areas (polygons of rings, the outer one first), lines or points. Each ring or line is
 * unwrapped, and all lie within half a turn of `label`.
 */
export interface Shape {
  readonly type: 'shape';
  readonly form: ShapeForm;
  readonly areas: readonly (readonly (readonly LngLat[])[])[];
  readonly lines: readonly (readonly LngLat[])[];
  readonly points: readonly LngLat[];
  /** Where its badge and its name are. */
  readonly label: LngLat;
  /** What lies on its one area, below the map's lines; an area of the form `outline`. */
  readonly picture?: LaidPicture;
}

/**
 * An event between two places (drawn as an arc), at one place (drawn as a marker), or what a layer shows (drawn as it
 * is).
 */
export type EventGeometry =
  | Shape
  | {
      readonly type: 'arc';
      readonly from: string;
      readonly to: string;
      /** Ids of the places that the author leads it through, from `from` on. */
      readonly through: readonly string[];
      /** What the author says it leads over; null where they do not. */
      readonly way: Way | null;
      /** The waypoints that all this makes between the two ends; empty for a great circle. */
      readonly via: readonly LngLat[];
    }
  | { readonly type: 'marker'; readonly at: string };

/**
 * A claim that the map shows: a dated event, or a feature of a layer, which has a name instead of actors and a date. Dates
 * are ISO 8601 (`2015-01-20`); show them no finer than `datePrecision`.
 */
export interface StoryEvent {
  readonly id: string;
  /** Of a layer's feature; empty for an event. */
  readonly name: string;
  readonly kind: EventKind;
  readonly geometry: EventGeometry;
  /** Null for a layer's feature. */
  readonly start: string | null;
  readonly end: string | null;
  readonly datePrecision: DatePrecision;
  readonly certainty: Certainty;
  /** What is unknown or merely illustrative about the geometry; empty where nothing is. */
  readonly geometryNote: string;
  readonly actors: readonly string[];
  readonly summary: string;
  /** Ids of works. */
  readonly sources: readonly string[];
}

/** A copy of a page in the Wayback Machine (web.archive.org), which redirects to the capture nearest to a date. */
export interface ArchiveCopy {
  readonly url: string;
  /**
   * The date asked for, `2015-10-11`, `2015-10` or `2015`; null where the work has none, which means the latest
   * capture.
   */
  readonly near: string | null;
}

/** A work cited, CSL-JSON as the author wrote it. */
export interface Source {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly genre?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  readonly DOI?: string;
  readonly note?: string;
}
interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}
export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
}

/** A work as formatted text, in the Chicago style of notes and bibliography. The HTML is safe to insert. */
export interface Reference {
  /** The work's id. */
  readonly id: string;
  /** As a note, in full and without its address: `Franz-Stefan Gady, “Russia…,” <i>The Diplomat</i>, 21 January 2015.` */
  readonly noteHtml: string;
  /** As an entry in a list of works, without its address: `Gady, Franz-Stefan. “Russia….” …` */
  readonly listHtml: string;
  /** The entry as plain text with its address, for copying. */
  readonly text: string;
  /** The address at which it can be read; null where it has none. */
  readonly url: string | null;
  /** The address at which an archive may hold it; null where the work has none. */
  readonly archive: ArchiveCopy | null;
}

/** A place in the story where a work is cited: in the prose of a step, or in the credit. */
export interface SourceUse {
  /** The id of the citation's element: `cite-gady2015-2`. */
  readonly id: string;
  /** The work's id. */
  readonly source: string;
  /** The step's id; null for the credit. */
  readonly step: string | null;
}

/** A correction made to a story after it was published. */
export interface Correction {
  /** ISO 8601, a day. */
  readonly date: string;
  /** The id of the step it is in. */
  readonly step: string;
  /** The id of the event it is about; null where it is about the text. */
  readonly event: string | null;
  /** What the story said and what it says instead; one of the two may be empty. */
  readonly was: string;
  readonly now: string;
  readonly reason: string;
}

/** A camera set by hand. `zoom` on MapLibre's scale (512 px tiles), `bearing` and `pitch` in degrees. */
export interface Camera {
  readonly center: LngLat;
  readonly zoom: number;
  readonly bearing: number;
  readonly pitch: number;
  /** Web Mercator where it is left out. A globe is seen from straight above: its pitch is 0. */
  readonly projection?: 'globe';
}

/** What a step frames: places, countries (alpha-3), groups and shapes by id, or a camera set by hand. */
export type Look =
  | {
      readonly type: 'fit';
      readonly places: readonly string[];
      readonly countries: readonly string[];
      readonly groups: readonly string[];
      /** Ids of layers' features. */
      readonly shapes: readonly string[];
    }
  | { readonly type: 'camera'; readonly camera: Camera };

/** How the class answers a question: by tapping a place on the map, choosing, giving a number, or in words. */
export const answerForms = ['place', 'choice', 'number', 'words'] as const;
export type AnswerForm = (typeof answerForms)[number];

/** What an answer to a step's question is. */
export interface ExpectedAnswer {
  readonly form: AnswerForm;
  /** What a `choice` is made from; empty for the other forms. */
  readonly choices: readonly string[];
  /** The unit of a `number`, such as `km`; empty where it has none. */
  readonly unit: string;
  /**
   * What the author takes for right: a place's id, one of the choices, a number, or a model answer in plain words; empty
   * where nothing is.
   */
  readonly right: string;
}

export interface Step {
  readonly id: string;
  readonly title: string;
  /** Index of the step's section in `Story.sections`. */
  readonly section: number;
  readonly look: Look;
  /** Ids of the events drawn as the step arrives, and of the layers' features that it has. */
  readonly show: readonly string[];
  /**
   * Ids of events kept from other steps, drawn dimmed. `keep: earlier` has been resolved to ids. Disjoint from
   * `show`.
   */
  readonly keep: readonly string[];
  /** Ids of events that the step shows too, more than its map has room for: the table of events alone has them. */
  readonly unmapped?: readonly string[];
  /** Alpha-3 codes of countries, groups resolved to their members. */
  readonly highlight: readonly string[];
  /** Groups named in `look` or `highlight`: outlined as one. */
  readonly groups: readonly string[];
  /** Prose and figures as HTML, safe to insert; citations are `<a class="cite" id="cite-ID-1" href="#source-ID">` with numbers. */
  readonly html: string;
  readonly notesHtml: string;
  readonly askHtml: string;
  /** What an answer to the question is; null where the class talks about it. */
  readonly answer: ExpectedAnswer | null;
  /** A few lines for the screen of a presentation, without citations: the author's slide, else how the prose begins. */
  readonly slideHtml: string;
  /** Ids of works cited in the prose, in the order of first mention. */
  readonly cites: readonly string[];
}

/** A picture, a video or a sound in a passage. Addresses lead from the story's page: `media/port-1a2b3c4d5e6f-960.webp`. */
export interface Medium {
  /** The id of its step. */
  readonly step: string;
  readonly kind: 'image' | 'video' | 'audio';
  /** Its path in the story's folder. */
  readonly file: string;
  /** Where it is served; of a picture, its largest size. */
  readonly address: string;
  /** Its media type, such as `video/mp4`. */
  readonly type: string;
  /** The picture itself in its smallest size, or what stands for a video; its size as the author gave it, px. */
  readonly picture: {
    readonly address: string;
    readonly width: number;
    readonly height: number;
  } | null;
  /** What it shows or says, for those who do not see or hear it. */
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly licence: string;
  /** Where it comes from, an address or words; empty where nothing is said. */
  readonly source: string;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  /** Index of the section's first step. */
  readonly firstStep: number;
}

/** What the map needs to know of a country, in the story's language. */
export interface Country {
  readonly code: string;
  readonly name: string;
  /** The position of its label. */
  readonly label: LngLat;
  /** [west, south, east, north] of its main parts; east may exceed 180 where it crosses the date line. */
  readonly bounds: readonly [number, number, number, number];
  /** km² */
  readonly area: number;
  /** The codes of the countries that it borders on; empty for one that no step marks. */
  readonly neighbours: readonly string[];
  /** The code of the state that it is an integral part of and is marked with, though it has a code of its own. */
  readonly partOf?: string;
}

/** Countries that the map outlines and frames as one, such as the GCC, of a story's vantage or of today. */
export interface CountryGroup {
  readonly id: string;
  readonly name: string;
  /** Who says who its members are; empty where the author does. */
  readonly source: string;
  readonly members: readonly string[];
  readonly label: LngLat;
  readonly bounds: readonly [number, number, number, number];
}

/** The name of a sea or an ocean. */
interface Sea {
  readonly id: string;
  readonly name: string;
  readonly at: LngLat;
  /** Shown from this zoom on. */
  readonly minZoom: number;
  /** A note on the name, or empty. */
  readonly note: string;
}

/** A line, an area or an island whose status is contested, and what the map says of it. */
interface ContestedNote {
  readonly id: string;
  readonly name: string;
  readonly note: string;
}

/** A name that the story gives a country or a sea instead of the map's. */
interface OwnName {
  readonly name: string;
  /** The map's name. */
  readonly instead: string;
  readonly reason: string;
}

/** A contested area, or a contested line, that a story draws otherwise than the map's policy has it, and why. */
export interface OwnBorder {
  /** Its id in the policy. */
  readonly id: string;
  readonly name: string;
  readonly area?: 'hatched' | 'plain';
  /** The code of the country that the map shows the land in, and of the one that the story shows it with. */
  readonly land?: string;
  readonly with?: string;
  readonly line?: 'solid' | 'dashed' | 'hidden';
  /** Degrees: west, south, east, north. The contested lines in this box, and in none of the others, are meant. */
  readonly within: readonly [number, number, number, number];
  readonly except: readonly (readonly [number, number, number, number])[];
  readonly reason: string;
}

/** The shared geography, with names in the story's language. */
export interface Geography {
  readonly countries: readonly Country[];
  /** Those that a step names. */
  readonly groups: readonly CountryGroup[];
  readonly seas: readonly Sea[];
  /** What the maps of its steps show of it. */
  readonly contested: readonly ContestedNote[];
  /** The border and naming policy as far as it is about what they show, one paragraph each, plain text. */
  readonly policy: readonly string[];
  readonly ownNames: readonly OwnName[];
  /** Missing where the story has none. */
  readonly ownBorders?: readonly OwnBorder[];
}

/** Who wrote a story and when it was published; dates are days, ISO 8601. */
export interface Publication {
  readonly byline?: string;
  readonly published?: string;
  readonly updated?: string;
}

/** A story: parsed once, at build time; plain data, readonly, JSON without loss. */
export interface Story {
  readonly slug: string;
  readonly title: string;
  readonly dek: string;
  /** Whose work the story draws on, as HTML. */
  readonly creditHtml: string;
  /** The story's "now", `2015-10` or `2015-10-12`; null where the story names none. */
  readonly vantage: string | null;
  /** Left out where the author says nothing of it. */
  readonly publication?: Publication;
  /** BCP 47. */
  readonly lang: string;
  readonly sections: readonly Section[];
  readonly steps: readonly Step[];
  /** In the order of `events.csv`; then the layers' features. */
  readonly events: readonly StoryEvent[];
  readonly places: readonly Place[];
  /** In the order of the text. */
  readonly media: readonly Medium[];
  /** In the order of first citation. */
  readonly sources: readonly Source[];
  /** The works as formatted text, in the same order. */
  readonly references: readonly Reference[];
  /** Every citation in the prose of the steps and in the credit, in that order. */
  readonly uses: readonly SourceUse[];
  /** The latest first. */
  readonly corrections: readonly Correction[];
  /** Where to report an error: a web address or `mailto:`; null where the story names none. */
  readonly contact: string | null;
  /** How its maps show the Earth; Web Mercator where it is left out. */
  readonly projection?: 'globe';
  readonly geography: Geography;
  /** Missing where the story stays within the theatre, whose ground all stories share. */
  readonly ground?: StoryGround;
  /** Of a long story: which of its parts this is. */
  readonly part?: StoryPart;
}

/** One of the parts that a long story is told in, among the others. */
export interface StoryPart {
  /** 0 for the first. */
  readonly index: number;
  readonly parts: readonly PartEntry[];
  /** How many events all parts have together. */
  readonly eventsInAll: number;
  /** By the id of an event that this part keeps and another one introduces: the id of the step that does. */
  readonly introducedBy: Readonly<Record<string, string>>;
}

/** A part as the others know it. */
interface PartEntry {
  /** Its address; the first part has the story's. */
  readonly slug: string;
  /** The title of the section that it begins with. */
  readonly title: string;
  /** The ids of its steps. */
  readonly steps: readonly string[];
}

/** The ground that is cut for one story: a fine level and relief of the parts of the world that it goes to. */
export interface StoryGround {
  /** What each picture of its relief covers, degrees: west, south, east (beyond 180 across the date line), north. */
  readonly relief: readonly (readonly [number, number, number, number])[];
  /** Where else a country's name may stand: on its land in a part that its usual place is not in. */
  readonly labels: readonly (readonly [code: string, at: LngLat])[];
}
