import { storyIndex } from './story-index.ts';
import type { LaidPicture, Medium, Story, StoryEvent } from './story.ts';

/** The picture that a layer's feature lays on the map; undefined for any other event. */
export function laidPicture({ geometry }: StoryEvent): LaidPicture | undefined {
  return geometry.type === 'shape' ? geometry.picture : undefined;
}

/** The media of a story's passages, and after them the pictures that its steps lay on the map. */
export function allMedia(story: Story): readonly Medium[] {
  const laid = story.events.flatMap((event): Medium[] => {
    const picture = laidPicture(event);
    const step = story.steps[storyIndex(story).introducingStep.get(event.id) ?? -1];
    if (!picture || !step) return [];
    const { file, address, width, height, credit, licence, source } = picture;
    return [
      {
        ...{ step: step.id, kind: 'image', type: 'image/avif' },
        ...{ file, address, picture: { address, width, height } },
        ...{ alt: event.summary, caption: event.name, credit, licence, source }
      }
    ];
  });
  return laid.length === 0 ? story.media : [...story.media, ...laid];
}
