import type { Attachment } from 'svelte/attachments';
import { swipeOf, type TouchPoint, type Turn } from './swipe.ts';

/**
 * An attachment: calls back at each swipe of one finger over an element. Two fingers at once pinch, and turn nothing;
 * where they both lie is the target of the second one.
 */
export function followSwipes(
  onSwipe: (turn: Turn) => void,
  onPinch?: (target: Element) => void
): Attachment<HTMLElement> {
  return (element) => {
    const down = new Map<number, TouchPoint>();
    let pinching = false;
    const pointOf = ({ clientX, clientY, timeStamp }: PointerEvent): TouchPoint => ({
      x: clientX,
      y: clientY,
      at: timeStamp
    });
    const off = new AbortController();
    const { signal } = off;
    element.addEventListener(
      'pointerdown',
      (event) => {
        if (event.pointerType !== 'touch') return;
        pinching = down.size > 0;
        if (pinching) onPinch?.(event.target as Element);
        down.set(event.pointerId, pointOf(event));
      },
      { signal }
    );
    const end = (event: PointerEvent) => {
      const from = down.get(event.pointerId);
      down.delete(event.pointerId);
      if (from === undefined || pinching || event.type === 'pointercancel') return;
      const turn = swipeOf(from, pointOf(event));
      if (turn !== null) onSwipe(turn);
    };
    // The finger may leave the element before it is lifted.
    addEventListener('pointerup', end, { signal });
    addEventListener('pointercancel', end, { signal });
    return () => off.abort();
  };
}
