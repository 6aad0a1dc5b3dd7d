import type { Attachment } from 'svelte/attachments';
import type { Move } from './commands.ts';
import { swipeOf, type Touch } from './swipe.ts';

/** Tells of each swipe of one finger over an element; two fingers are none. */
export function followSwipes(onSwipe: (move: Move) => void): Attachment<HTMLElement> {
  return (element) => {
    const down = new Map<number, Touch>();
    let several = false;
    const touchOf = ({ clientX: x, clientY: y, timeStamp: at }: PointerEvent): Touch => ({
      x,
      y,
      at
    });
    const off = new AbortController();
    const { signal } = off;
    element.addEventListener(
      'pointerdown',
      (event) => {
        if (event.pointerType !== 'touch') return;
        several = down.size > 0;
        down.set(event.pointerId, touchOf(event));
      },
      { signal }
    );
    const end = (event: PointerEvent) => {
      const from = down.get(event.pointerId);
      down.delete(event.pointerId);
      if (from === undefined || several || event.type === 'pointercancel') return;
      const move = swipeOf(from, touchOf(event));
      if (move !== null) onSwipe(move);
    };
    // The finger may leave the element before it is lifted.
    addEventListener('pointerup', end, { signal });
    addEventListener('pointercancel', end, { signal });
    return () => off.abort();
  };
}
