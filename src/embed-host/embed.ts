// The script of `/embed.js`: lets the scroll of a news page lead the story maps in its frames.
import { embedEvents, parseFrameMessage, posted, type HostMessage } from '../lib/embed/protocol.ts';

/** A frame with a story in it. */
interface LedFrame {
  readonly frame: HTMLIFrameElement;
  /** The element as tall as the story within which the frame sticks; null as long as readers page through the story. */
  block: HTMLElement | null;
  /** The frame's style before it had its block. */
  ownStyle: string;
  /** Whether the embed has answered the greeting. */
  answered: boolean;
  /** How long the frame has been in the reader's view without an answer, ms. */
  silentMs: number;
  /** Until the next greeting. */
  timer: ReturnType<typeof setTimeout> | undefined;
  /** The last offset that was sent, px. */
  sentOffset: number;
}

/**
 * How long a frame may be in the reader's view without an answer, ms: its host may be down, or have an embed of another
 * version of the messages. It then gets its own height back, and readers page through the story.
 */
const mostSilentMs = 10_000;

const root = document.documentElement;
const ledFrames: LedFrame[] = [];

function send({ frame }: LedFrame, message: HostMessage): void {
  // A sandboxed frame has no origin that could be named; nothing in the messages is secret.
  if (frame.contentWindow) frame.contentWindow.postMessage(posted(message), '*');
}

/** Greets a frame again and again, at growing intervals, until it answers. */
function greet(led: LedFrame, afterMs = 200): void {
  const wanted = led.frame.dataset.fulcrumEvents || '';
  const events = embedEvents.filter((event) => wanted.includes(event));
  if (led.answered || !led.frame.isConnected) return;
  if (!led.block && !isSilent(led) && !events.length) return;
  send(led, { type: 'hello', scroll: !!led.block, events });
  clearTimeout(led.timer);
  led.timer = setTimeout(() => {
    const { top, bottom } = led.frame.getBoundingClientRect();
    if (!led.answered && bottom > 0 && top < innerHeight) led.silentMs += afterMs;
    if (led.block && isSilent(led)) giveBack(led);
    greet(led, Math.min(5000, afterMs * 1.3));
  }, afterMs);
}

function isSilent({ silentMs }: LedFrame): boolean {
  return silentMs > mostSilentMs;
}

/** The element that scrolls a frame, or null for the page; undefined where the frame could not stick. */
function scrollerOf(frame: HTMLElement): HTMLElement | null | undefined {
  for (let each = frame.parentElement; each && each !== root; each = each.parentElement) {
    // Browsers apply the body's overflow to the window, unless the root has its own.
    if (each === document.body && getComputedStyle(root).overflowY === 'visible') break;
    if (!/auto|scroll|hidden/.test(getComputedStyle(each).overflowY)) continue;
    return each.scrollHeight > each.clientHeight + 1 ? each : undefined;
  }
  // In a frame that is as tall as its page nothing scrolls, and `100vh` is the height of all of it.
  return self === top || root.scrollHeight > innerHeight + 1 ? null : undefined;
}

/**
 * Gives a frame its block as soon as that moves nothing that the reader sees: before the page is painted, while what
 * follows the frame is below the window, or when the frame is all above it.
 */
function takeOver(led: LedFrame): void {
  const { frame } = led;
  const { bottom, height } = frame.getBoundingClientRect();
  const seen = performance.getEntriesByType('paint').length > 0;
  if (led.block || isSilent(led) || !height) return;
  if (seen && bottom > 0 && bottom < innerHeight - 1) return;
  // A transform that scales the frame, unlike a zoom, also scales how far it sticks: the frame would slide away.
  const { currentCSSZoom: zoom = 1 } = frame as { currentCSSZoom?: number };
  if (Math.abs(scaleOf(frame) - zoom) > 0.01 || scrollerOf(frame) === undefined) return;
  let block = frame.parentElement!;
  if (!block.matches('[data-fulcrum-block]')) {
    block = document.createElement('div') as HTMLElement;
    frame.before(block);
    // A browser without `moveBefore` loads the frame anew.
    const mover = block as HTMLElement & { moveBefore?: (node: Node, before: null) => void };
    if (mover.moveBefore) mover.moveBefore(frame, null);
    else block.appendChild(frame);
  }
  const before = block.getBoundingClientRect().bottom;
  const header = headerOf(frame);
  const { style } = frame;
  led.ownStyle = style.cssText;
  style.display = 'block';
  style.position = 'sticky';
  style.top = header + 'px';
  // A browser that does not know `svh` keeps the first value.
  for (const unit of ['vh', 'svh']) style.height = `calc(100${unit} / ${zoom} - ${header}px)`;
  led.block = block;
  led.answered = false;
  setHeight(led, guessHeight(frame));
  if (bottom <= 0) shift(frame, block.getBoundingClientRect().bottom - before);
  greet(led);
}

/** Gives a frame its own height back; it stays where it is in the window. */
function giveBack(led: LedFrame): void {
  const { frame, block } = led;
  const before = frame.getBoundingClientRect().top;
  led.block = null;
  block!.style.height = '';
  frame.style.cssText = led.ownStyle;
  shift(frame, frame.getBoundingClientRect().top - before);
}

/** About how tall the story is, px: the snippet gives screens and px² for each of its layouts. */
function guessHeight({ dataset, offsetWidth: width, offsetHeight: height }: HTMLElement): number {
  const sizes = (dataset.fulcrumSize || '').split(' ').map(Number);
  const [screens, area] = sizes.slice(width < 600 || width < height ? 0 : 2);
  return screens! * height + area! / width || 30 * height;
}

/** The height of the page's own bar that sticks to its upper edge, px. */
function headerOf(frame: HTMLElement): number {
  return parseFloat(frame.dataset.fulcrumTop || '') || 0;
}

function shift(frame: HTMLElement, px: number): void {
  (scrollerOf(frame) || window).scrollBy({ top: px, behavior: 'instant' });
}

function setHeight({ frame, block }: LedFrame, height: number): void {
  const before = block!.getBoundingClientRect().bottom;
  block!.style.height = Math.max(height, frame.offsetHeight) + 'px';
  // Where the block ends above the window, the page scrolls along, so that the reader's text stays in place.
  if (before <= 0) shift(frame, block!.getBoundingClientRect().bottom - before);
}

/** px of the window to one of the frame. */
function scaleOf(frame: HTMLElement): number {
  return frame.getBoundingClientRect().height / frame.offsetHeight || 1;
}

/** Sends a frame how far it has moved down in its block, whatever scrolls or scales the page. */
function sendOffset(led: LedFrame): void {
  const { frame, block } = led;
  if (!block) return takeOver(led);
  const movedPx = frame.getBoundingClientRect().top - block.getBoundingClientRect().top;
  const offset = Math.max(0, movedPx / scaleOf(frame));
  if (!led.answered || Math.abs(offset - led.sentOffset) < 0.5) return;
  led.sentOffset = offset;
  send(led, { type: 'scroll', offset });
}

/** Scrolls the page until a frame is at an offset in its block, px of the frame; not while it is out of sight. */
function scrollPageTo({ frame, block }: LedFrame, offset: number): void {
  const { top, bottom } = block!.getBoundingClientRect();
  if (bottom <= 0 || top >= innerHeight) return;
  const scroller = scrollerOf(frame);
  const edge = scroller ? scroller.getBoundingClientRect().top : 0;
  shift(frame, top - edge + (offset - headerOf(frame)) * scaleOf(frame));
}

addEventListener('message', ({ data, source, origin }) => {
  const led = ledFrames.find(({ frame }) => frame.contentWindow === source);
  const message = parseFrameMessage(data);
  if (!led || !message || origin !== originOf(led.frame)) return;
  if (message.type === 'hello') {
    led.answered = true;
    led.silentMs = 0;
    led.sentOffset = -1;
    sendOffset(led);
  } else if (message.type === 'step' || message.type === 'source') {
    led.frame.dispatchEvent(new CustomEvent('fulcrum', { bubbles: true, detail: message }));
  } else if (led.block) {
    if (message.type === 'height') setHeight(led, message.height);
    else scrollPageTo(led, message.offset);
    sendOffset(led);
  }
});

function originOf({ sandbox, src }: HTMLIFrameElement): string {
  const opaque = sandbox.length > 0 && !sandbox.contains('allow-same-origin');
  return opaque ? 'null' : new URL(src).origin;
}

const sendOffsets = () => ledFrames.forEach(sendOffset);

/** Takes the frames that no copy of this script leads yet. */
function find(): void {
  document.querySelectorAll<HTMLIFrameElement>('iframe[data-fulcrum=""]').forEach((frame) => {
    frame.dataset.fulcrum = 'led';
    const led: LedFrame = {
      frame,
      block: null,
      ownStyle: '',
      answered: false,
      silentMs: 0,
      timer: undefined,
      sentOffset: -1
    };
    ledFrames.push(led);
    frame.addEventListener('load', () => {
      led.answered = false;
      led.silentMs = 0;
      greet(led);
    });
    greet(led);
  });
  sendOffsets();
}

addEventListener('scroll', sendOffsets, { capture: true, passive: true });
addEventListener('resize', sendOffsets);
new MutationObserver(find).observe(root, { childList: true, subtree: true });
find();
