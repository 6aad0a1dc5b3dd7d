import { describePicture } from '$lib/atlas/describe-picture.ts';
import { excerpt, plainText } from '$lib/story/excerpt.ts';
import { everyStep, findStep } from '$lib/server/find-step.ts';
import { cardName, hasOwnFiles } from '$lib/story/part-of.ts';
import { siteOrigin } from '$lib/server/site-origin.ts';
import { wholeAddress } from '$lib/server/whole-address.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = everyStep;

export const load: PageServerLoad = ({ params, url }) => {
  const { story, index } = findStep(params);
  const step = story.steps[index]!;
  return {
    // The page is about its passage alone; all the story beside each passage would grow with its square.
    story: { ...story, steps: [], events: [], places: [], media: [], references: [], uses: [] },
    step,
    picture: describePicture(story, step),
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
