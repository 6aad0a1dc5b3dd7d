import { fly } from '../camera/fly.ts';
import type { Frame } from '../frame.ts';
import type { Camera, Story } from '../story/story.ts';
import { inFrame } from './frame-cache.ts';
import { stepAt } from './opening.ts';
import { stepCamera } from './step-camera.ts';
import { wholePicture } from './step-picture.ts';
import { storyAtlas } from './story-atlas.ts';

/** The camera at rest on a step. It frames all of the step, whatever a filter or a question leaves out. */
export function restingCamera(story: Story, index: number, frame: Frame): Camera {
  return inFrame(story, frame, `camera ${index}`, () => {
    const atlas = storyAtlas(story);
    const picture = atlas.pictureOf(wholePicture(index));
    return stepCamera(story, stepAt(story, index), picture, atlas, frame);
  });
}

/** The flight from a step to the next, as a function of 0 to 1. */
export function flightFrom(story: Story, index: number, frame: Frame): (t: number) => Camera {
  return inFrame(story, frame, `flight ${index}`, () =>
    fly(restingCamera(story, index, frame), restingCamera(story, index + 1, frame), frame)
  );
}
