import {
  posted,
  type EmbedEvent,
  type HostMessage,
  type HostTheme
} from '../lib/embed/protocol.ts';
import { themeAround } from './host-theme.ts';
import { coveredByBars } from './page-bars.ts';
import { edgeOf, scaleOf, scrollerOf, shift } from './scroller.ts';
import { setStyle } from './style.ts';

/** A frame with a story in it. */
export interface LedFrame {
  readonly frame: HTMLIFrameElement;
  /** The element as tall as the story within which the frame sticks; null as long as readers page through the story. */
  block: HTMLElement | null;
  /** The frame's style before it had its block; missing as long as it has had none. */
  ownStyle?: string;
  /** Whether the embed has answered the greeting. */
  answered: boolean;
  /** How long the frame has been in the reader's view without an answer, ms. */
  silentMs: number;
  /** Until the next greeting. */
  timer?: ReturnType<typeof setTimeout>;
  /** The last offset that was sent, px. */
  sentOffset: number;
  /** The last theme that was sent. */
  sentTheme?: HostTheme | '';
  /** Of the frame's upper part, how much bars of the page cover that were met so far, px. */
  covered: number;
  /** What of the story the page prints. */
  paper?: HTMLElement | undefined;
  readonly onLoad: () => void;
}

/**
 * How long a frame may be in the reader's view without an answer, ms: its host may be down, or have an embed of another
 * version of the messages. It then gets its own height back, and readers page through the story.
 */
const mostSilentMs = 10_000;

export function send({ frame }: LedFrame, message: HostMessage): void {
  // A sandboxed frame has no origin that could be named; nothing in the messages is secret.
  if (frame.contentWindow) frame.contentWindow.postMessage(posted(message), '*');
}

/** Greets a frame again and again, at growing intervals, until it answers. */
export function greet(led: LedFrame, afterMs = 200): void {
  const wanted = led.frame.dataset.fulcrumEvents;
  if (led.answered || !led.frame.isConnected) return;
  if (!led.block && !isSilent(led) && !wanted) return;
  // The embed passes over words that are no events.
  const events = `${wanted}`.split(/\W+/) as EmbedEvent[];
  send(led, { type: 'hello', scroll: !!led.block, events });
  clearTimeout(led.timer);
  led.timer = setTimeout(() => {
    const { top, bottom } = led.frame.getBoundingClientRect();
    if (!led.answered && bottom > 0 && top < innerHeight) led.silentMs += afterMs;
    if (led.block && isSilent(led)) letGo(led);
    greet(led, Math.min(5000, afterMs * 1.3));
  }, afterMs);
}

function isSilent({ silentMs }: LedFrame): boolean {
  return silentMs > mostSilentMs;
}

/**
 * Gives a frame its block as soon as that moves nothing that the reader sees: before the page is painted, while what
 * follows the frame is below the window, or when the frame is all above it.
 */
function takeOver(led: LedFrame): void {
  const { frame } = led;
  const { bottom, height } = frame.getBoundingClientRect();
  const seen = performance.getEntriesByType('paint').length > 0;
  if (isSilent(led) || !height) return;
  if (seen && bottom > 0 && bottom < innerHeight - 1) return;
  // A transform that scales the frame, unlike a zoom, also scales how far it sticks: the frame would slide away.
  const scroller = scrollerOf(frame);
  if (Math.abs(scaleOf(frame) - zoomOf(frame)) > 0.01 || scroller === undefined) return;
  let block = frame.parentElement!;
  if (!block.matches('[data-fulcrum-block]')) {
    // The frame loads anew: a page spares it that with a block of its own.
    block = document.createElement('div');
    frame.before(block);
    block.appendChild(frame);
  }
  const before = block.getBoundingClientRect().bottom;
  led.ownStyle = frame.style.cssText;
  led.block = block;
  led.answered = false;
  led.covered = coveredByBars(frame, scroller);
  fit(led);
  setHeight(led, guessHeight(frame));
  if (bottom <= 0) shift(frame, block.getBoundingClientRect().bottom - before);
  greet(led);
}

function zoomOf(frame: HTMLElement): number {
  return (frame as { currentCSSZoom?: number }).currentCSSZoom || 1;
}

/** Has a frame stick below the page's bars, as high as what they leave of the window. */
function fit(led: LedFrame): void {
  const { frame } = led;
  const top = headerOf(led);
  const height = (unit: string) => `height:calc(100${unit} / ${zoomOf(frame)} - ${top}px);`;
  setStyle(
    frame,
    `position:sticky;display:block;max-height:none;top:${top}px;${height('vh')}${height('svh')}`
  );
}

/** Fits a frame anew, after the window has another size. */
export function refit(led: LedFrame): void {
  led.covered = 0;
  if (led.block) fit(led);
  follow(led);
}

/** Gives a frame its own height back, for readers to page through; it stays where it is in the window. */
export function letGo(led: LedFrame): void {
  const { frame, block } = led;
  if (!block) return;
  const before = frame.getBoundingClientRect().top;
  led.block = null;
  led.answered = false;
  block.style.height = '';
  frame.style.cssText = led.ownStyle!;
  shift(frame, frame.getBoundingClientRect().top - before);
  send(led, { type: 'hello', scroll: false, events: [] });
}

/** About how tall the story is, px: the snippet gives screens and px² for each of its layouts. */
function guessHeight({ dataset, offsetWidth: width, offsetHeight: height }: HTMLElement): number {
  const sizes = `${dataset.fulcrumSize}`.split(' ').map(Number);
  const [screens, area] = sizes.slice(width < 600 || width < height ? 0 : 2);
  return screens! * height + area! / width || 30 * height;
}

/** How far below its edge a frame sticks, px: below the page's bars, as the page says or as was measured. */
function headerOf({ frame, covered }: LedFrame): number {
  const named = parseFloat(frame.dataset.fulcrumTop!);
  return named >= 0 ? named : covered / scaleOf(frame);
}

export function setHeight({ frame, block }: LedFrame, height: number): void {
  const before = block!.getBoundingClientRect().bottom;
  setStyle(block!, `height:${Math.max(height, frame.offsetHeight)}px;`);
  // Where the block ends above the window, the page scrolls along, so that the reader's text stays in place.
  if (before <= 0) shift(frame, block!.getBoundingClientRect().bottom - before);
}

/** Sends a frame how far it has moved down in its block, whatever scrolls or scales the page. */
export function follow(led: LedFrame): void {
  const { frame, block } = led;
  if (!block) return takeOver(led);
  // The page may have changed: a fold that was open is shut.
  const scroller = scrollerOf(frame);
  if (scroller === undefined) return letGo(led);
  const movedPx = frame.getBoundingClientRect().top - block.getBoundingClientRect().top;
  if (movedPx > 0) clearOfBars(led, scroller);
  const offset = Math.max(0, movedPx / scaleOf(frame));
  if (!led.answered || Math.abs(offset - led.sentOffset) < 0.5) return;
  led.sentOffset = offset;
  send(led, { type: 'scroll', offset });
}

/** Moves a frame below the bars that the page shows by now; it stays there when they go, or it would jump each time. */
function clearOfBars(led: LedFrame, scroller: HTMLElement | null): void {
  const covered = coveredByBars(led.frame, scroller);
  if (covered > led.covered) {
    led.covered = covered;
    fit(led);
  }
}

/** Scrolls the page until a frame is at an offset in its block, px of the frame; not while it is out of sight. */
export function scrollPageTo(led: LedFrame, offset: number): void {
  const { frame, block } = led;
  const { top, bottom } = block!.getBoundingClientRect();
  if (bottom > 0 && top < innerHeight)
    shift(frame, top - edgeOf(scrollerOf(frame)) + (offset - headerOf(led)) * scaleOf(frame));
}

/** Tells a frame whether the page is light or dark, where that is news. */
export function sendTheme(led: LedFrame): void {
  const theme = themeAround(led.frame);
  if (!led.answered || theme === led.sentTheme) return;
  led.sentTheme = theme;
  send(led, { type: 'theme', theme });
}
