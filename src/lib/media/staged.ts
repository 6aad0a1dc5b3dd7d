import { blend } from '../picture/transition.ts';
import { stagedIn } from '../story/media-in.ts';
import type { Story } from '../story/story.ts';
import { fadeReach } from '../view.ts';

/** A medium on the stage, in the map's place. */
export interface Staged {
  /** The index of its step. */
  readonly step: number;
  /** The figure as HTML. */
  readonly html: string;
}

/** The media that a story has on its stage. */
export function stagedMedia(story: Story): Staged[] {
  return story.steps.flatMap(({ html }, step) => {
    const figure = stagedIn(html);
    return figure === undefined ? [] : [{ step, html: figure }];
  });
}

/**
 * The opacity of a step's medium at a position: it comes and goes with the flight of the map, or, with reduced motion,
 * around the midpoint between two steps. Between two steps that both have one, the first stays below the second.
 */
export function stagedOpacity(
  staged: readonly Staged[],
  step: number,
  position: number,
  reducedMotion: boolean
): number {
  const from = Math.floor(position);
  const share = position - from;
  const has = (index: number) => staged.some((each) => each.step === index);
  if (step !== from && step !== from + 1) return 0;
  const next = has(from + 1);
  if (reducedMotion) {
    const nearest = Math.floor(position + 0.5);
    const fade = share > 0 ? Math.min(1, Math.abs(share - 0.5) / fadeReach) : 1;
    return step === nearest ? fade : 0;
  }
  return step === from ? (next && share < 1 ? 1 : blend(1, 0, share)) : blend(0, 1, share);
}
