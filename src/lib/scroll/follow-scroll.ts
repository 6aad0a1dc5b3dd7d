import { glide } from './glide.ts';
import { anchorAt, offsetOf, positionAt, type ReadingLines, type Span } from './scroll-position.ts';
import { layOutUnseen, skipUnseen } from './skip-unseen.ts';

export interface FollowScrollOptions {
  /** The element that holds the cards. */
  readonly column: HTMLElement;
  /** The cards in reading order. */
  readonly cards: readonly HTMLElement[];
  /** The elements that hold some of the cards each. */
  readonly groups: readonly HTMLElement[];
  /** Where cards are read in the present window. */
  readonly lines: () => ReadingLines;
  readonly onPosition: (position: number) => void;
  /** Called when the window or the layout has a new size, before the position is told. */
  readonly onLayout: () => void;
}

export interface ScrollFollower {
  /** Brings a step's card to where it is read: at once, or gliding for `durationMs`. */
  goTo(step: number, durationMs?: number): void;
  /** Whether the reader has not come as far as where that step's card is read. */
  isBefore(step: number): boolean;
  /** The step that a glide is on its way to, or null. */
  readonly goal: number | null;
  /** From now on groups of cards that are out of view are not laid out. */
  skipUnseen(): void;
  destroy(): void;
}

/**
 * Turns the window's scroll into a position. The position is computed from the layout and the scroll offset
 * whenever either changes; a new layout (a turned phone, larger text, a late font) keeps the text that was
 * under the reading line there.
 */
export function followScroll({
  column,
  cards,
  groups,
  lines,
  onPosition,
  onLayout
}: FollowScrollOptions): ScrollFollower {
  let spans: readonly Span[] = [];
  let reading: ReadingLines = { arrive: 0, leave: 0 };
  let columnHeight = 0;
  let skips = false;
  /** Where the scroll was when the position was told last, by the layout that still stands. */
  let told: number | null = null;
  let goal: number | null = null;
  // While the reader's own scroll runs, a late font must not take it out of their hand.
  let inHand = false;
  let stopGlide = () => {};

  const tell = () => {
    told = scrollY;
    onPosition(positionAt(scrollY, spans, reading));
  };

  const measure = () => {
    layOutUnseen(groups);
    onLayout();
    const before = JSON.stringify([spans, reading]);
    const anchor = told === null ? null : anchorAt(told, spans, reading);
    reading = lines();
    spans = cards.map((card) => {
      const { top, bottom } = card.getBoundingClientRect();
      return { top: Math.round(top + scrollY), bottom: Math.round(bottom + scrollY) };
    });
    // A font that is on its way will move what nobody sees too.
    if (skips && document.fonts.status === 'loaded') skipUnseen(groups);
    columnHeight = column.offsetHeight;
    const changed = before !== JSON.stringify([spans, reading]);
    if (changed && anchor !== null && goal === null && !inHand) {
      scrollTo({ top: offsetOf(anchor, spans, reading), behavior: 'instant' });
    }
    tell();
  };

  // The browser scrolls by itself where a late font moves an addressed step, and tells of the scroll before
  // it tells of the new size: the old layout says nothing about the new offset.
  const scrolled = () => (column.offsetHeight === columnHeight ? tell() : measure());

  // Told at once: the next press of a key may come before the scroll event.
  const moveTo = (top: number) => {
    scrollTo({ top, behavior: 'instant' });
    tell();
  };

  const stop = () => {
    stopGlide();
    goal = null;
  };

  const take = () => {
    stop();
    inHand = true;
  };
  /** A key that something on the page has used for itself, such as a list of its own, does not scroll. */
  const scrollsByKey = ({ key, defaultPrevented }: KeyboardEvent) => {
    if (scrollingKeys.has(key) && !defaultPrevented) take();
  };
  const letGo = () => {
    inHand = false;
  };

  /** The offset, px, at which a card is read from its start, as far down as the page goes. */
  const targetOf = (card: HTMLElement) => {
    const margin = parseFloat(getComputedStyle(card).scrollMarginTop) || 0;
    return Math.min(
      card.getBoundingClientRect().top + scrollY - margin,
      document.documentElement.scrollHeight - innerHeight
    );
  };

  const goTo = (step: number, durationMs = 0) => {
    stop();
    const card = cards[step];
    if (!card) return;
    const to = targetOf(card);
    if (durationMs <= 0) {
      moveTo(to);
      return;
    }
    goal = step;
    let left = scrollY;
    stopGlide = glide(scrollY, to, durationMs, (value) => {
      // Something else has scrolled meanwhile, such as a drag of the scroll bar: it has the word.
      if (Math.abs(scrollY - left) > 2) return stop();
      moveTo(value);
      left = scrollY;
      if (value === to) stop();
    });
  };

  // The reader's own scrolling ends a glide at once; a button or key that leads to a step does not.
  const off = new AbortController();
  const interrupt = { passive: true, capture: true, signal: off.signal };
  addEventListener('wheel', take, interrupt);
  addEventListener('touchmove', take, interrupt);
  addEventListener('keydown', scrollsByKey, { signal: off.signal });
  addEventListener('pointerdown', (event) => movesScrollbar(event) && take(), interrupt);
  addEventListener('scrollend', letGo, interrupt);
  addEventListener('scroll', scrolled, { passive: true });
  addEventListener('resize', measure);
  const fontsCame = () => skips && measure();
  document.fonts.addEventListener('loadingdone', fontsCame);
  const sizes = new ResizeObserver(() => {
    if (column.offsetHeight !== columnHeight) measure();
  });
  sizes.observe(column);
  measure();

  return {
    goTo,
    isBefore: (step) => cards[step] !== undefined && scrollY < targetOf(cards[step]) - 2,
    get goal() {
      return goal;
    },
    skipUnseen() {
      if (skips) return;
      skips = true;
      measure();
    },
    destroy() {
      stop();
      off.abort();
      removeEventListener('scroll', scrolled);
      removeEventListener('resize', measure);
      document.fonts.removeEventListener('loadingdone', fontsCame);
      layOutUnseen(groups);
      sizes.disconnect();
    }
  };
}

const scrollingKeys = new Set([' ', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);

/** Whether a press is on the window's scrollbar, or the middle button's, which scrolls by itself. */
function movesScrollbar({ target, button }: PointerEvent): boolean {
  return target === document.documentElement || button === 1;
}
