import { glide } from './glide.ts';
import { anchorAt, offsetOf, positionAt, type ReadingLines, type Span } from './scroll-position.ts';
import { layOutUnseen, skipUnseen } from './skip-unseen.ts';

export interface FollowScrollOptions {
  /** The element that holds the cards. */
  readonly column: HTMLElement;
  /** What stands before the cards. */
  readonly opening: HTMLElement;
  /** The cards in reading order. */
  readonly cards: readonly HTMLElement[];
  /** The elements that hold some of the cards each. */
  readonly groups: readonly HTMLElement[];
  /** Where cards are read in the present window. */
  readonly lines: () => ReadingLines;
  /** 4 is the fifth card as it is read, -1 the opening. */
  readonly onPosition: (position: number) => void;
  /** Called when the window or the layout has a new size, before the new position is reported. */
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
  opening,
  cards,
  groups,
  lines,
  onPosition,
  onLayout
}: FollowScrollOptions): ScrollFollower {
  let spans: readonly Span[] = [];
  let openingSpan: Span = { top: 0, bottom: 0 };
  let reading: ReadingLines = { arrive: 0, leave: 0 };
  let columnHeight = 0;
  let skips = false;
  /** The scroll offset of the last position reported, by the layout that still stands. */
  let reportedAt: number | null = null;
  /** The step that a glide is on its way to. */
  let goal: number | null = null;
  // While the reader scrolls, a late font must not move the page.
  let readerScrolls = false;
  let stopGlide = () => {};

  const report = () => {
    reportedAt = scrollY;
    onPosition(positionAt(scrollY, [openingSpan, ...spans], reading) - 1);
  };

  const measure = () => {
    layOutUnseen(groups);
    onLayout();
    const before = JSON.stringify([spans, reading]);
    const anchor = reportedAt === null ? null : anchorAt(reportedAt, spans, reading);
    reading = lines();
    openingSpan = spanOf(opening);
    spans = cards.map(spanOf);
    // A font that is still loading will change the heights out of view too.
    if (skips && document.fonts.status === 'loaded') skipUnseen(groups);
    columnHeight = column.offsetHeight;
    const changed = before !== JSON.stringify([spans, reading]);
    if (changed && anchor !== null && goal === null && !readerScrolls) {
      scrollTo({ top: offsetOf(anchor, spans, reading), behavior: 'instant' });
    }
    report();
  };

  // The browser scrolls by itself where a late font moves an addressed step, and says that it has scrolled before
  // it says that sizes have changed: the old layout says nothing about the new offset.
  const onScroll = () => (column.offsetHeight === columnHeight ? report() : measure());

  // Reported at once: the next press of a key may come before the scroll event.
  const moveTo = (top: number) => {
    scrollTo({ top, behavior: 'instant' });
    report();
  };

  const stop = () => {
    stopGlide();
    goal = null;
  };

  const onReaderScroll = () => {
    stop();
    readerScrolls = true;
  };
  /** A key that something on the page has used for itself, such as a list of its own, does not scroll. */
  const onKey = ({ key, defaultPrevented }: KeyboardEvent) => {
    if (scrollingKeys.has(key) && !defaultPrevented) onReaderScroll();
  };
  const onScrollEnd = () => {
    readerScrolls = false;
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
    let glidedTo = scrollY;
    stopGlide = glide(scrollY, to, durationMs, (value) => {
      // Something else has scrolled meanwhile, such as a drag of the scroll bar: the glide gives way.
      if (Math.abs(scrollY - glidedTo) > 2) return stop();
      moveTo(value);
      glidedTo = scrollY;
      if (value === to) stop();
    });
  };

  // The reader's own scrolling ends a glide at once; a button or key that leads to a step does not.
  const off = new AbortController();
  const interrupt = { passive: true, capture: true, signal: off.signal };
  addEventListener('wheel', onReaderScroll, interrupt);
  addEventListener('touchmove', onReaderScroll, interrupt);
  addEventListener('keydown', onKey, { signal: off.signal });
  addEventListener('pointerdown', (event) => movesScrollbar(event) && onReaderScroll(), interrupt);
  addEventListener('scrollend', onScrollEnd, interrupt);
  addEventListener('scroll', onScroll, { passive: true, signal: off.signal });
  addEventListener('resize', measure, { signal: off.signal });
  // What is not laid out does not change its size for a late font.
  const onFonts = () => skips && measure();
  document.fonts.addEventListener('loadingdone', onFonts, { signal: off.signal });
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
      layOutUnseen(groups);
      sizes.disconnect();
    }
  };
}

const scrollingKeys = new Set([' ', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);

function spanOf(element: HTMLElement): Span {
  const { top, bottom } = element.getBoundingClientRect();
  return { top: Math.round(top + scrollY), bottom: Math.round(bottom + scrollY) };
}

/** Whether a press is on the window's scrollbar, or the middle button's, which scrolls by itself. */
function movesScrollbar({ target, button }: PointerEvent): boolean {
  return target === document.documentElement || button === 1;
}
