import type { Handle, ServerInit } from '@sveltejs/kit';
import { inlineScript } from 'virtual:startup';
import { stories } from 'virtual:stories';
import { loadGlobe } from '$lib/camera/load-globe.ts';
import { withOpeningGround } from '$lib/atlas/ground-svg.ts';
import { atlasBaseOf } from '$lib/server/ground-files.ts';
import { holdScripts } from '$lib/startup/hold-scripts.ts';
import { directionOf } from '$lib/story/language.ts';
import type { Story } from '$lib/story/story.ts';
import { linkOutward, linkToPage } from '$lib/embed/outward-links.ts';

export const init: ServerInit = loadGlobe;

/** The page's language and, where it is written from right to left, its direction, as attributes. */
function languageOf(story: Story | undefined): string {
  const lang = story?.lang ?? 'en';
  return `"${lang}"${directionOf(lang) === 'rtl' ? ' dir="rtl"' : ''}`;
}

/**
 * The page's language is its story's, whose opening picture it brings along; the links of what is made for frames
 * lead out of them; scripts come last.
 */
export const handle: Handle = ({ event, resolve }) => {
  const story = stories.find(({ slug }) => slug === event.params.story);
  // Its scripts load what draws on a globe before they draw.
  const onGlobe = story?.projection === 'globe' ? ' data-projection="globe"' : '';
  const framed = event.route.id?.startsWith('/[story]/embed') ?? false;
  return resolve(event, {
    transformPageChunk: ({ html }) => {
      const marked = html.replace('"%lang%"', `${languageOf(story)}${onGlobe}`);
      const page = holdScripts(marked, inlineScript);
      if (!story) return page;
      const pictured = withOpeningGround(page, story, () => atlasBaseOf(story));
      if (!framed) return pictured;
      const { step } = event.params;
      // A step alone has the others on the reading page.
      const others =
        step === undefined ? [] : story.steps.map(({ id }) => id).filter((id) => id !== step);
      return linkOutward(linkToPage(pictured, others, '../../'));
    }
  });
};
