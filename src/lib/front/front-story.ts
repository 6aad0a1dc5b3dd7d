import type { AtlasBase } from '../atlas/atlas-base.ts';
import type { Frame } from '../frame.ts';
import type { Story } from '../story/story.ts';
import { storyPicture } from './story-picture.ts';

/** What the front page has of a story. */
export interface FrontStory extends Pick<Story, 'slug' | 'title' | 'dek' | 'lang'> {
  readonly steps: number;
  readonly events: number;
  /** What the ids of its small picture begin with. */
  readonly pictureId: string;
  /** Its opening as SVG; the wide one is for the story that leads the page. */
  readonly small: string;
  readonly wide: string | null;
}

const inset = (px: number) => ({ top: px, right: px, bottom: px, left: px });
/** For 280 to 400 px, on a phone or beside the words. */
const smallFrame: Frame = { width: 380, height: 360, padding: inset(14) };
/** For 700 px and more. */
const wideFrame: Frame = { width: 760, height: 470, padding: inset(18) };

/** A story for the front page. The first one, at index 0, leads it. */
export function frontStory(story: Story, index: number, base: AtlasBase): FrontStory {
  const { slug, title, dek, lang, steps, events, part } = story;
  const pictureId = `story-${index}`;
  return {
    ...{ slug, title, dek, lang, pictureId },
    steps: part ? part.parts.flatMap((each) => each.steps).length : steps.length,
    events: part?.eventsInAll ?? events.length,
    small: storyPicture(story, smallFrame, base, pictureId),
    wide: index === 0 ? storyPicture(story, wideFrame, base, `${pictureId}-wide`) : null
  };
}
