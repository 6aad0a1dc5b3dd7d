/** Whose site it is, from `brand.yaml` beside the story folders. */
export interface Brand {
  readonly name: string;
  /** The path of a picture, beside `brand.yaml`, and its words; null for the site's own mark. */
  readonly logo: { readonly file: string; readonly alt: string } | null;
  /** The colour of links, focus and progress, `#rrggbb`; null for the palette's own. */
  readonly accent: { readonly light: string; readonly dark: string } | null;
  /** The face of the text. */
  readonly face: 'serif' | 'sans';
  /** A line at the foot of pages, as HTML that is safe to insert; empty where there is none. */
  readonly footerHtml: string;
}

/** The brand of a site that has no `brand.yaml`. */
export const defaultBrand: Brand = {
  name: 'Fulcrum',
  logo: null,
  accent: null,
  face: 'serif',
  footerHtml: ''
};
