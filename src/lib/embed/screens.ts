import type { Story } from '../story/story.ts';

/**
 * How tall a story is in a frame as high as a window, in windows: on a phone and on a laptop. A page reserves so
 * much for a frame it has not heard from; the frame then says how tall it is.
 */
export interface Screens {
  readonly phone: number;
  readonly laptop: number;
}

/** A passage's own room, in windows: the air above a card, and the least that a card takes. */
const layout = {
  phone: { opening: 0.5, air: 0.28, least: 0.3, end: 0.3, charsAWindow: 1150 },
  laptop: { opening: 1, air: 0.64, least: 0.34, end: 0.45, charsAWindow: 1500 }
} as const;

/** An estimate from the layout of the reading page and the length of its texts. */
export function storyScreens(story: Story): Screens {
  return { phone: screensOf(story, 'phone'), laptop: screensOf(story, 'laptop') };
}

function screensOf(story: Story, device: keyof typeof layout): number {
  const { opening, air, least, end, charsAWindow } = layout[device];
  const passages = story.steps.map(
    ({ html }) => air + Math.max(least, 0.12 + plainLength(html) / charsAWindow)
  );
  return Math.round(
    opening + passages.reduce((sum, each) => sum + each, 0) + end + notes(story, device)
  );
}

/** Sources and policy below the story. */
function notes({ sources, geography }: Story, device: keyof typeof layout): number {
  const chars =
    sources.length * 180 +
    [...geography.policy, ...geography.contested.map(({ name, note }) => name + note)].join('')
      .length;
  return chars / (device === 'phone' ? 1300 : 6000);
}

function plainLength(html: string): number {
  return html.replace(/<[^>]*>/g, '').length;
}
