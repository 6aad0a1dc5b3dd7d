import { stories } from 'virtual:stories';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  stories: stories.map((story) => ({
    slug: story.slug,
    title: story.title,
    dek: story.dek,
    lang: story.lang,
    steps: story.steps.length,
    events: story.events.length,
    firstStep: story.steps[0]!.id
  }))
});
