import type { Story } from '../story/story.ts';

/** How much room a story takes in a frame: `screens` × the frame's height + `area` / its width, px. */
interface LayoutSize {
  readonly screens: number;
  /** px² */
  readonly area: number;
}

/** Where the map stands above the text, and where it lies behind it. */
export interface StorySize {
  readonly stacked: LayoutSize;
  readonly beside: LayoutSize;
}

/**
 * The room, in frame heights, that the reading page gives before, between and after its passages; and the px²
 * that a passage takes but for its prose, and a character of its prose. Measured on the reading page.
 */
const layouts = {
  stacked: { around: 0.66, between: 0.28, passage: 52_000, character: 265 },
  beside: { around: 1.21, between: 0.64, passage: 170_000, character: 950 }
} as const;
/** px² of a character of the sources and the border policy; their columns are as wide as their frame. */
const noteCharacter = 280;

/** An estimate of a story's size, for a page that is to keep room for a frame it has not heard from. */
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

/** Characters of the notes below the story, about; a source takes some 200. */
function noteLength({ sources, geography }: Story): number {
  const { policy, contested } = geography;
  const words = [...policy, ...contested.map(({ name, note }) => name + note)].join('');
  return words.length + 200 * sources.length;
}

function round(value: number, steps: number): number {
  return Math.round(value * steps) / steps;
}
