import { escapeXml } from '../markup/escape-xml.ts';
import type { Step, Story } from '../story/story.ts';
import { storySize } from './story-size.ts';
import type { Theme } from './theme.ts';

/** How much an article's page lets an embed do, from the most to the least. */
export const rungs = ['scroll', 'steps', 'still'] as const;
export type Rung = (typeof rungs)[number];

export const rungWords: Readonly<Record<Rung, { name: string; meaning: string }>> = {
  scroll: {
    name: 'Scrolls with the article',
    meaning:
      'Takes a small script of this site beside the frame. Without it, the frame is turned by hand.'
  },
  steps: {
    name: 'Turned by hand',
    meaning: 'A frame alone, with buttons; for pages that take no scripts.'
  },
  still: {
    name: 'Still pictures',
    meaning: 'A frame in which no script may run: the text, and a picture for each passage.'
  }
};

export interface SnippetOptions {
  /** The site's root, with a slash at its end: `https://maps.example.org/`. */
  readonly site: string;
  readonly story: Story;
  /** The one step to be embedded; null for the whole story. */
  readonly step: Step | null;
  readonly theme: Theme;
  readonly rung: Rung;
}

/** Set on the root of an embed that waits for its page's script to lead it. */
export const rideId = 'ride';

/** The least that a frame needs: its own script, and links that open outside it. */
const sandboxed = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
const sandboxedStill = 'allow-popups allow-popups-to-escape-sandbox';

/** The heights, px, of frames that do not follow the article's scroll. */
export const frameHeights = { story: 640, step: 480 } as const;

/** The address of an embed. */
function embedAddress({ site, story, step, theme, rung }: SnippetOptions): string {
  const path = `${story.slug}/embed/${step === null ? '' : `${step.id}/`}`;
  const query = theme === 'auto' ? '' : `?theme=${theme}`;
  return `${site}${path}${query}${scrolls({ step, rung }) ? `#${rideId}` : ''}`;
}

/** What a newsroom pastes into its article: HTML with a link for readers whose page strips the frame. */
export function embedSnippet(options: SnippetOptions): string {
  const { site, story, step, rung } = options;
  const reading = `${site}${story.slug}/${step === null ? '' : `#${step.id}`}`;
  const title = step === null ? story.title : `${step.title} (${story.title})`;
  const height = step === null ? frameHeights.story : frameHeights.step;
  const riding = scrolls(options);
  const frame = [
    `<iframe src="${escapeXml(embedAddress(options))}"`,
    `title="Story map: ${escapeXml(title)}"`,
    `width="100%" height="${height}"`,
    `style="border:0;width:100%${riding ? ';height:100vh;height:100svh' : ''}"`,
    'loading="lazy"',
    `sandbox="${rung === 'still' ? sandboxedStill : sandboxed}"`,
    'allow=""',
    ...(riding ? [`data-fulcrum data-fulcrum-size="${sizeWords(story)}"`] : [])
  ].join(' ');
  const link = `<p><a href="${escapeXml(reading)}">${escapeXml(title)}</a></p>`;
  return riding
    ? `<div data-fulcrum-block>${frame}></iframe></div>\n${link}\n<script async src="${escapeXml(`${site}embed.js`)}"></script>`
    : `${frame}></iframe>\n${link}`;
}

/** Only a whole story can follow an article's scroll. */
function scrolls({ step, rung }: Pick<SnippetOptions, 'step' | 'rung'>): boolean {
  return step === null && rung === 'scroll';
}

/** `9.1 6930000 20.4 18550000`: the story's size with the map above the text, then with the map behind it. */
function sizeWords(story: Story): string {
  const { stacked, beside } = storySize(story);
  return [stacked.screens, stacked.area, beside.screens, beside.area].join(' ');
}
