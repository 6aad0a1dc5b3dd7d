import { afterNavigate, replaceState } from '$app/navigation';
import { page } from '$app/state';
import { followAddress } from '../reader/follow-address.ts';
import type { Reader } from '../reader/reader.svelte.ts';
import { withCertainties, type CertaintyFilter } from '../story/certainty-filter.ts';
import { storyIndex } from '../story/story-index.ts';
import type { Story } from '../story/story.ts';

export interface StoryAddress {
  /** Has the address name the step that is read, once the reader rests there. */
  followSoon(): void;
  /** Has the address keep which certainties are shown. */
  keepFilter(certainties: CertaintyFilter): void;
  cancel(): void;
}

/** Index of the step that the address names, or -1. */
export function stepInAddress(story: Story): number {
  return storyIndex(story).stepOrder.get(location.hash.slice(1)) ?? -1;
}

/**
 * The address of a story that is read. It names no step while `isBeforeFirst`; the history does not fill, so Back
 * leaves the page. Call it while a component is made.
 */
export function storyAddress(reader: Reader, isBeforeFirst: () => boolean): StoryAddress {
  // The page stays the same: only the end of its address follows.
  const replace = (address: string) => {
    // eslint-disable-next-line svelte/no-navigation-without-resolve
    replaceState(address, page.state);
  };

  const { start, followSoon, stop } = followAddress({
    hash() {
      // In a frame nobody sees the address, and the history is the surrounding page's.
      if (parent !== window || !Number.isInteger(reader.position) || namesNoteInView()) return null;
      return reader.position <= 0 && isBeforeFirst() ? '' : `#${reader.step.id}`;
    },
    replace
  });
  afterNavigate(start);

  return {
    followSoon,
    keepFilter(certainties) {
      const { pathname, search, hash } = location;
      replace(pathname + withCertainties(search, certainties) + hash);
    },
    cancel: stop
  };
}

/** Whether the address names a part of the notes while they are in view: it stays for as long. */
function namesNoteInView(): boolean {
  const notes = document.getElementById(location.hash.slice(1))?.closest('.notes');
  return !!notes && notes.getBoundingClientRect().top < innerHeight - 40;
}
