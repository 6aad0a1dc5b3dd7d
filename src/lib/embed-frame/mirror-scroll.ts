import { Echoes } from './echoes.ts';
import type { FrameMessage } from '../embed/protocol.ts';

export interface ScrollMirror {
  /** Scrolls the frame to the host page's offset, px. */
  follow(offset: number): void;
  destroy(): void;
}

/**
 * Keeps the scroll of an embed and that of its host page the same. The page leads; where the embed is scrolled by its
 * own keys, buttons or focus, or by a new layout, the page is sent the offset. It is sent the story's height too, now
 * and whenever that changes.
 */
export function mirrorScroll(send: (message: FrameMessage) => void): ScrollMirror {
  const echoes = new Echoes();
  let height = 0;
  let knownOffset = scrollY;

  const measure = () => {
    const { scrollHeight } = document.documentElement;
    if (scrollHeight === height) return;
    height = scrollHeight;
    send({ type: 'height', height });
  };

  const onScroll = () => {
    const offset = scrollY;
    if (Math.abs(offset - knownOffset) < 1) return;
    knownOffset = offset;
    // An offset means nothing without the height it belongs to.
    measure();
    echoes.send(offset);
    send({ type: 'scroll', offset });
  };

  const sizes = new ResizeObserver(measure);
  sizes.observe(document.body);
  addEventListener('resize', measure);
  addEventListener('scroll', onScroll, { passive: true });
  measure();

  return {
    follow(offset) {
      if (echoes.answers(offset)) return;
      scrollTo({ top: offset, behavior: 'instant' });
      knownOffset = scrollY;
    },
    destroy() {
      sizes.disconnect();
      removeEventListener('resize', measure);
      removeEventListener('scroll', onScroll);
    }
  };
}
