import { escapeXml } from '../markup/escape-xml.ts';
import { cardName } from '../story/part-of.ts';
import { cardSize } from '../atlas/card-size.ts';
import {
  everyCertainty,
  withCertainties,
  type CertaintyFilter
} from '../story/certainty-filter.ts';
import type { Step, Story } from '../story/story.ts';
import { storySize } from './story-size.ts';
import type { Face, Theme } from './theme.ts';

/**
 * How an embed works in an article, from the most that the article's page allows to the least: led by the page's
 * scroll, paged by its own buttons, or static, without any script.
 */
export const embedModes = ['scroll', 'paged', 'static'] as const;
export type EmbedMode = (typeof embedModes)[number];

export const modeWords: Readonly<Record<EmbedMode, { name: string; meaning: string }>> = {
  scroll: {
    name: 'Scrolls with the article',
    meaning:
      'Needs a small script from this site beside the frame. Without it, readers page through the story.'
  },
  paged: {
    name: 'Paged with buttons',
    meaning: 'A frame alone, for pages that allow no scripts of other sites.'
  },
  static: {
    name: 'Still pictures',
    meaning: 'A frame in which no script runs: the text, with a picture for each passage.'
  }
};

/** What an embed's address may ask for. */
interface EmbedOptions {
  readonly theme: Theme;
  /** The newsroom's own colour, such as `b5121b`; null for the story's. */
  readonly accent?: string | null;
  readonly face?: Face;
  /** The certainties whose events are shown. */
  readonly certainties?: CertaintyFilter;
}

export interface SnippetOptions extends EmbedOptions {
  /** The site's root, with a slash at its end: `https://maps.example.org/`. */
  readonly site: string;
  readonly story: Story;
  /** The one step to be embedded; null for the whole story. */
  readonly step: Step | null;
  readonly mode: EmbedMode;
  readonly width?: EmbedWidth;
  /** The height of the bar that sticks to the upper edge of the article's page, px; null where it is to be measured. */
  readonly barHeight?: number | null;
  /** Whether a picture with a link stands in for the frame in newsletters, feeds and reader modes, which drop frames. */
  readonly picture?: boolean;
}

/** How wide an embed is: as the article's column, or beyond it where the window has room. */
export const embedWidths = ['column', 'wide'] as const;
export type EmbedWidth = (typeof embedWidths)[number];

export const widthWords: Readonly<Record<EmbedWidth, string>> = {
  column: 'As the article’s column',
  wide: 'Wider, up to 1200 px'
};

/** Lets a block be wider than a column in the middle of its page, by as much on both sides. */
const wideStyle =
  'width:min(100vw - 2rem,75rem);margin-inline:calc(50% - min(50vw - 1rem,37.5rem))';

/**
 * The fragment of an embed that is to be led by its host page's scroll. Articles have snippets with this word in them:
 * it has to stay.
 */
export const hostScrollHash = 'ride';

/**
 * The fewest permissions of a frame that works: its own files, and links that open outside it. Without an origin of its
 * own the frame gets none of its files in WebKit before June 2026, which matches its policy's `'self'` with nothing
 * (https://webkit.org/b/316847).
 */
const sandboxedStatic = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';
const sandboxed = `allow-scripts ${sandboxedStatic}`;

/** The heights, px, of frames that do not follow the article's scroll. */
export const frameHeights = { story: 640, step: 480 } as const;

/** The query of an embed's address: `?theme=dark&certainty=confirmed`, or empty where all is as it is by itself. */
export function embedQuery({ theme, accent, face, certainties }: EmbedOptions): string {
  const style = new URLSearchParams({
    ...(theme === 'auto' ? {} : { theme }),
    ...(accent ? { accent } : {}),
    ...(face === 'sans' ? { face } : {})
  });
  return withCertainties(style.toString(), certainties ?? everyCertainty);
}

/** The address of an embed. */
function embedAddress(options: SnippetOptions): string {
  const { site, story, step } = options;
  const path = `${story.slug}/embed/${step === null ? '' : `${step.id}/`}`;
  return `${site}${path}${embedQuery(options)}${followsScroll(options) ? `#${hostScrollHash}` : ''}`;
}

/** The frame and the link of a snippet, as HTML. */
export function snippetParts(options: SnippetOptions): { frame: string; link: string } {
  const { story, step, mode, barHeight = null } = options;
  const title = titleOf(options);
  const height = step === null ? frameHeights.story : frameHeights.step;
  const scrolls = followsScroll(options);
  const frame = [
    `<iframe src="${escapeXml(embedAddress(options))}"`,
    `title="Story map: ${title}"`,
    `width="100%" height="${height}"`,
    `style="border:0;width:100%${scrolls ? ';height:100vh;height:100svh' : ''}"`,
    'loading="lazy"',
    `sandbox="${mode === 'static' ? sandboxedStatic : sandboxed}"`,
    'allow=""',
    ...(scrolls ? ['data-fulcrum'] : []),
    ...(scrolls && barHeight !== null ? [`data-fulcrum-top="${barHeight}"`] : []),
    ...(scrolls ? [`data-fulcrum-size="${sizeWords(story)}"`] : [])
  ].join(' ');
  return {
    frame: `${frame}></iframe>`,
    link: `<a href="${readingAddress(options)}">${title}</a>`
  };
}

/** Escaped. */
function titleOf({ story, step }: SnippetOptions): string {
  return escapeXml(step === null ? story.title : `${step.title} (${story.title})`);
}

/** Escaped. */
function readingAddress({ site, story, step }: SnippetOptions): string {
  return escapeXml(`${site}${story.slug}/${step === null ? '' : `#${step.id}`}`);
}

/**
 * What a newsroom pastes into its article: HTML with a link for readers whose page strips the frame. The block around
 * the frame gives it its place among paragraphs that a page centres one by one.
 */
export function embedSnippet(options: SnippetOptions): string {
  const { frame, link } = snippetParts(options);
  const scrolls = followsScroll(options);
  const block = [
    '<div',
    ...(scrolls ? ['data-fulcrum-block'] : []),
    ...(options.width === 'wide' ? [`style="${wideStyle}"`] : [])
  ].join(' ');
  return [
    `${block}>${frame}</div>`,
    `<p>${options.picture ? `${pictureLink(options)} ` : ''}${link}</p>`,
    ...(scrolls ? [`<script async src="${escapeXml(`${options.site}embed.js`)}"></script>`] : [])
  ].join('\n');
}

/**
 * The story's card with a link. A browser that shows the frame passes over it; newsletters, feeds and
 * reader modes know nothing of the style that tells it to.
 */
function pictureLink(options: SnippetOptions): string {
  const { site, story, step } = options;
  const card = escapeXml(
    `${site}${story.slug}/card/${step === null ? 'index' : cardName(story, step.id)}.png`
  );
  return (
    `<a href="${readingAddress(options)}" style="display:block;content-visibility:hidden">` +
    `<img src="${card}" alt="Map: ${titleOf(options)}" width="${cardSize.width}" height="${cardSize.height}" ` +
    'style="max-width:100%;height:auto" loading="lazy"></a>'
  );
}

/** Only a whole story can follow an article's scroll. */
function followsScroll({ step, mode }: Pick<SnippetOptions, 'step' | 'mode'>): boolean {
  return step === null && mode === 'scroll';
}

/** `9.1 6930000 20.4 18550000`: the story's size with the map above the text, then with the map behind it. */
export function sizeWords(story: Story): string {
  const { stacked, beside } = storySize(story);
  return [stacked.screens, stacked.area, beside.screens, beside.area].join(' ');
}
