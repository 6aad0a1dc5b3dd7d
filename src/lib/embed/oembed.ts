import { defaultBrand } from '../story/brand.ts';
import { cardName } from '../story/part-of.ts';
import { cardSize } from '../atlas/card-size.ts';
import { escapeXml } from '../markup/escape-xml.ts';
import type { Step, Story } from '../story/story.ts';
import { frameHeights, sizeWords, snippetParts, type SnippetOptions } from './snippet.ts';

/** An oEmbed 1.0 answer of the type `rich`; see https://oembed.com, sections 2.3.4 and 2.3.4.4. */
export interface OEmbed {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  /** Seconds. */
  readonly cache_age: number;
  readonly html: string;
  /** px; the frame is as wide as its page allows. */
  readonly width: number;
  /** px */
  readonly height: number;
  /** The story's card; these three are missing where it is larger than was asked for. */
  readonly thumbnail_url?: string;
  /** px */
  readonly thumbnail_width?: number;
  /** px */
  readonly thumbnail_height?: number;
  /** What a page that lets its scroll lead the story needs besides: the value of `data-fulcrum-size`. */
  readonly fulcrum_size: string;
}

/**
 * The answer to a page that was given a story's address: the frame that is paged by its own buttons, since such a
 * page seldom allows scripts.
 *
 * @param site the site's root, with a slash at its end
 * @param step the step to be embedded; null for the whole story
 * @param provider the site's name
 */
export function oEmbed(
  site: string,
  story: Story,
  step: Step | null,
  provider = defaultBrand.name
): OEmbed {
  return {
    version: '1.0',
    type: 'rich',
    title: step === null ? story.title : `${step.title} (${story.title})`,
    provider_name: provider,
    provider_url: site,
    cache_age: 86_400,
    html: oEmbedHtml({ site, story, step, theme: 'auto', mode: 'paged' }),
    width: 960,
    height: step === null ? frameHeights.story : frameHeights.step,
    thumbnail_url: `${site}${story.slug}/card/${step === null ? 'index' : cardName(story, step.id)}.png`,
    thumbnail_width: cardSize.width,
    thumbnail_height: cardSize.height,
    fulcrum_size: sizeWords(story)
  };
}

/**
 * The snippet's frame, after a quotation with its link: WordPress keeps these two, and shows the link until it has
 * heard from the frame. Pages that drop the frame's style need its older attribute against a border.
 */
function oEmbedHtml(options: SnippetOptions): string {
  const { link, frame } = snippetParts(options);
  return `<blockquote>${link}</blockquote>${frame.replace('<iframe', '<iframe frameborder="0"')}`;
}

/** What a page may ask of an answer. */
export interface OEmbedWish {
  /** px */
  readonly maxWidth: number;
  /** px */
  readonly maxHeight: number;
  /** The query of the address that was given, such as `?theme=dark`; the embed's own. */
  readonly query: string;
}

/** An answer within a page's limits, with the options that the address had. */
export function fitOEmbed(answer: OEmbed, { maxWidth, maxHeight, query }: OEmbedWish): OEmbed {
  const { thumbnail_url, thumbnail_width, thumbnail_height, ...rest } = answer;
  const height = Math.min(answer.height, maxHeight);
  const hasThumbnail = thumbnail_width! <= maxWidth && thumbnail_height! <= maxHeight;
  return {
    ...rest,
    width: Math.min(answer.width, maxWidth),
    height,
    html: answer.html
      .replace(`height="${answer.height}"`, `height="${height}"`)
      .replace(/ src="([^"]*)"/, (_, src: string) => ` src="${src}${escapeXml(query)}"`),
    ...(hasThumbnail && thumbnail_url
      ? { thumbnail_url, thumbnail_width: thumbnail_width!, thumbnail_height: thumbnail_height! }
      : {})
  };
}

/** An answer as XML (section 2.3.4.2 of oEmbed's text: an element for each value). */
export function oEmbedXml(answer: OEmbed): string {
  const values = Object.entries(answer).map(
    ([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${values.join('')}</oembed>\n`;
}
