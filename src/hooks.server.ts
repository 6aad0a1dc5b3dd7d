import type { Handle } from '@sveltejs/kit';
import { stories } from 'virtual:stories';
import { startLater } from '$lib/start-later.ts';
import { linkOutward, linkToPage } from '$lib/embed/outward-links.ts';

/** The page's language is its story's; the links of what is made for frames lead out of them; scripts come last. */
export const handle: Handle = ({ event, resolve }) => {
  const story = stories.find(({ slug }) => slug === event.params.story);
  // What a handout is for is chosen at its top, perhaps at once: its script takes part as soon as it can.
  const later = event.route.id !== '/[story]/handout';
  const framed = event.route.id?.startsWith('/[story]/embed') ?? false;
  return resolve(event, {
    transformPageChunk: ({ html }) => {
      const whole = html.replace('%lang%', story?.lang ?? 'en');
      const page = later ? startLater(whole) : whole;
      if (!framed || !story) return page;
      const { step } = event.params;
      // A step alone has the others on the reading page.
      const others =
        step === undefined ? [] : story.steps.map(({ id }) => id).filter((id) => id !== step);
      return linkOutward(linkToPage(page, others, '../../'));
    }
  });
};
