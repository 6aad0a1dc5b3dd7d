import type { Step, Story } from '../story/story.ts';
import { embedSnippet, frameHeights } from './snippet.ts';

/** An oEmbed 1.0 answer of the type `rich`; see https://oembed.com, section 2.3.4.4. */
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
}

/**
 * The answer to a page that was given a story's address: the frame that is paged by its own buttons, since such a
 * page seldom allows scripts.
 *
 * @param site the site's root, with a slash at its end
 * @param step the step to be embedded; null for the whole story
 */
export function oEmbed(site: string, story: Story, step: Step | null): OEmbed {
  return {
    version: '1.0',
    type: 'rich',
    title: step === null ? story.title : `${step.title} (${story.title})`,
    provider_name: 'Fulcrum',
    provider_url: site,
    cache_age: 86_400,
    html: embedSnippet({ site, story, step, theme: 'auto', mode: 'paged' }),
    width: 960,
    height: step === null ? frameHeights.story : frameHeights.step
  };
}
