import { Echoes } from './echoes.ts';
import type { FrameMessage } from '../embed/protocol.ts';

export interface ScrollMirror {
  /** The page around the frame has come to an offset, px. */
  follow(offset: number): void;
  destroy(): void;
}

/**
 * Keeps the window's scroll and that of the page around it at one: the page leads; where the window is
 * scrolled by its own keys, buttons or focus, or by a new layout, the page is told. It is told too how tall
 * the story is, now and whenever that changes.
 */
export function mirrorScroll(send: (message: FrameMessage) => void): ScrollMirror {
  const echoes = new Echoes();
  let height = 0;
  let known = scrollY;

  const measure = () => {
    const { scrollHeight } = document.documentElement;
    if (scrollHeight === height) return;
    height = scrollHeight;
    send({ type: 'height', height });
  };

  const onScroll = () => {
    const offset = scrollY;
    if (Math.abs(offset - known) < 1) return;
    known = offset;
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
      known = scrollY;
    },
    destroy() {
      sizes.disconnect();
      removeEventListener('resize', measure);
      removeEventListener('scroll', onScroll);
    }
  };
}
