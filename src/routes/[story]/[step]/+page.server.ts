import { excerpt, plainText } from '$lib/story/excerpt.ts';
import { everyStep, findStep } from '$lib/server/find-step.ts';
import { cardName, hasOwnFiles } from '$lib/story/story-parts.ts';
import { siteOrigin } from '$lib/server/site-origin.ts';
import { wholeAddress } from '$lib/server/whole-address.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = everyStep;

export const load: PageServerLoad = ({ params, url }) => {
  const { story, index } = findStep(params);
  const step = story.steps[index]!;
  return {
    story,
    step,
    card: cardName(story, step.id),
    section: story.sections[step.section]!.title,
    excerpt: excerpt(plainText(step.html), 220),
    origin: siteOrigin(),
    oEmbed: wholeAddress(
      hasOwnFiles(story, index) ? `../embed/${step.id}/oembed` : '../oembed',
      url
    )
  };
};
