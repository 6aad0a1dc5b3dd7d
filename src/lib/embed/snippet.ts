import { escapeXml } from '../markup/escape-xml.ts';
import type { Step, Story } from '../story/story.ts';
import { storySize } from './story-size.ts';
import type { Theme } from './theme.ts';

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

export interface SnippetOptions {
  /** The site's root, with a slash at its end: `https://maps.example.org/`. */
  readonly site: string;
  readonly story: Story;
  /** The one step to be embedded; null for the whole story. */
  readonly step: Step | null;
  readonly theme: Theme;
  readonly mode: EmbedMode;
}

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

/** The address of an embed. */
function embedAddress({ site, story, step, theme, mode }: SnippetOptions): string {
  const path = `${story.slug}/embed/${step === null ? '' : `${step.id}/`}`;
  const query = theme === 'auto' ? '' : `?theme=${theme}`;
  return `${site}${path}${query}${followsScroll({ step, mode }) ? `#${hostScrollHash}` : ''}`;
}

/** What a newsroom pastes into its article: HTML with a link for readers whose page strips the frame. */
export function embedSnippet(options: SnippetOptions): string {
  const { site, story, step, mode } = options;
  const reading = `${site}${story.slug}/${step === null ? '' : `#${step.id}`}`;
  const title = step === null ? story.title : `${step.title} (${story.title})`;
  const height = step === null ? frameHeights.story : frameHeights.step;
  const scrolls = followsScroll(options);
  const frame = [
    `<iframe src="${escapeXml(embedAddress(options))}"`,
    `title="Story map: ${escapeXml(title)}"`,
    `width="100%" height="${height}"`,
    `style="border:0;width:100%${scrolls ? ';height:100vh;height:100svh' : ''}"`,
    'loading="lazy"',
    `sandbox="${mode === 'static' ? sandboxedStatic : sandboxed}"`,
    'allow=""',
    ...(scrolls ? [`data-fulcrum data-fulcrum-size="${sizeWords(story)}"`] : [])
  ].join(' ');
  const link = `<p><a href="${escapeXml(reading)}">${escapeXml(title)}</a></p>`;
  return scrolls
    ? `<div data-fulcrum-block>${frame}></iframe></div>\n${link}\n<script async src="${escapeXml(`${site}embed.js`)}"></script>`
    : `${frame}></iframe>\n${link}`;
}

/** Only a whole story can follow an article's scroll. */
function followsScroll({ step, mode }: Pick<SnippetOptions, 'step' | 'mode'>): boolean {
  return step === null && mode === 'scroll';
}

/** `9.1 6930000 20.4 18550000`: the story's size with the map above the text, then with the map behind it. */
function sizeWords(story: Story): string {
  const { stacked, beside } = storySize(story);
  return [stacked.screens, stacked.area, beside.screens, beside.area].join(' ');
}
