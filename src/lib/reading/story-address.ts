import { afterNavigate, replaceState } from '$app/navigation';
import { navigating, page } from '$app/state';
import type { Reader } from '../reader/reader.svelte.ts';
import { withCertainties, type CertaintyFilter } from '../story/certainty-filter.ts';
import { storyIndex } from '../story/story-index.ts';
import type { Story } from '../story/story.ts';

/** How long the reader must have rested before the address follows, ms: browsers refuse a flood of addresses. */
const restMs = 150;

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
  let timer: ReturnType<typeof setTimeout> | undefined;
  // The router takes a new address only once it has started.
  let routed = false;
  afterNavigate(() => {
    routed = true;
  });

  // The page stays the same: only the end of its address follows.
  const replace = (address: string) => {
    // eslint-disable-next-line svelte/no-navigation-without-resolve
    replaceState(address, page.state);
  };

  const follow = () => {
    // In a frame nobody sees the address, and the history is the surrounding page's.
    if (parent !== window || !routed || !Number.isInteger(reader.position)) return;
    // Back has changed the address before the page it leads to has come.
    if (navigating.to !== null) return;
    const hash = reader.position === 0 && isBeforeFirst() ? '' : `#${reader.step.id}`;
    if (location.hash === hash || namesNoteInView()) return;
    replace(hash || location.pathname + location.search);
  };

  return {
    followSoon() {
      clearTimeout(timer);
      timer = setTimeout(follow, restMs);
    },
    keepFilter(certainties) {
      const { pathname, search, hash } = location;
      replace(pathname + withCertainties(search, certainties) + hash);
    },
    cancel: () => clearTimeout(timer)
  };
}

/** Whether the address names a part of the notes while they are in view: it stays for as long. */
function namesNoteInView(): boolean {
  const notes = document.getElementById(location.hash.slice(1))?.closest('.notes');
  return !!notes && notes.getBoundingClientRect().top < innerHeight - 40;
}
