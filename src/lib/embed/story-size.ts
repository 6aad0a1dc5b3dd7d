import type { Story } from '../story/story.ts';

/** How tall a story is in a frame: `screens` × the frame's height + `area` / its width, px. */
interface LayoutSize {
  readonly screens: number;
  /** px² */
  readonly area: number;
}

/** A story's size with the map above the text, and with the map behind it. */
export interface StorySize {
  readonly stacked: LayoutSize;
  readonly beside: LayoutSize;
}

/**
 * For each layout: the heights of the frame that the reading page leaves empty around the passages and between two of
 * them; the px² of a passage without its prose; the px² of a character of its prose. Measured on the reading page.
 */
const layouts = {
  stacked: { around: 0.66, between: 0.28, passage: 52_000, character: 265 },
  beside: { around: 1.21, between: 0.64, passage: 170_000, character: 950 }
} as const;
/** px² of a character of the sources and the border policy; their columns are as wide as their frame. */
const noteCharacter = 280;

/** An estimate of a story's size, by which a host page keeps room for a frame that has not answered yet. */
export function storySize(story: Story): StorySize {
  return { stacked: sizeIn(story, 'stacked'), beside: sizeIn(story, 'beside') };
}

function sizeIn(story: Story, layout: keyof typeof layouts): LayoutSize {
  const { around, between, passage, character } = layouts[layout];
  const prose = story.steps.reduce((sum, { html }) => sum + html.replace(/<[^>]*>/g, '').length, 0);
  return {
    screens: round(around + between * story.steps.length, 10),
    area: round(
      passage * story.steps.length + character * prose + noteCharacter * noteLength(story),
      1e-4
    )
  };
}

/** About how many characters the notes below the story have; a source has some 200. */
function noteLength({ sources, geography }: Story): number {
  const { policy, contested } = geography;
  const words = [...policy, ...contested.map(({ name, note }) => name + note)].join('');
  return words.length + 200 * sources.length;
}

function round(value: number, steps: number): number {
  return Math.round(value * steps) / steps;
}
