import type { Handle } from '@sveltejs/kit';
import { stories } from 'virtual:stories';
import { startLater } from '$lib/start-later.ts';
import { linkOutward, linkToPage } from '$lib/embed/outward-links.ts';

/** The page's language is its story's; the links of what is made for frames lead out of them; scripts come last. */
export const handle: Handle = ({ event, resolve }) => {
  const story = stories.find(({ slug }) => slug === event.params.story);
  const framed = event.route.id?.startsWith('/[story]/embed') ?? false;
  return resolve(event, {
    transformPageChunk: ({ html }) => {
      const page = startLater(html.replace('%lang%', story?.lang ?? 'en'));
      if (!framed || !story) return page;
      const { step } = event.params;
      // A step alone has the others on the reading page.
      const others =
        step === undefined ? [] : story.steps.map(({ id }) => id).filter((id) => id !== step);
      return linkOutward(linkToPage(page, others, '../../'));
    }
  });
};
