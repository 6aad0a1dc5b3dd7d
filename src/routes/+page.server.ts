import { stories } from 'virtual:stories';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  stories: stories.map(({ slug, title, dek, lang, steps, events }) => ({
    slug,
    title,
    dek,
    lang,
    steps: steps.length,
    events: events.length
  }))
});
