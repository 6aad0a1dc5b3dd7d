// The script of `/embed.js`: lets the scroll of a news page lead the story maps framed in it.
import { embedEvents, parseFrameMessage, posted, type HostMessage } from '../lib/embed/protocol.ts';

/** A frame with a story in it. */
interface Ride {
  readonly frame: HTMLIFrameElement;
  /** As tall as the story: the frame sticks within it. Null as long as the frame is turned by hand. */
  block: HTMLElement | null;
  answered: boolean;
  /** The last offset told, px. */
  told: number;
}

const root = document.documentElement;
const rides: Ride[] = [];

function say({ frame }: Ride, message: HostMessage): void {
  // A sandboxed frame has no origin to be named; nothing said is secret.
  if (frame.contentWindow) frame.contentWindow.postMessage(posted(message), '*');
}

/** Greets a frame, ever more rarely, until it answers. */
function greet(ride: Ride, afterMs = 200): void {
  const wanted = ride.frame.dataset.fulcrumEvents || '';
  const events = embedEvents.filter((event) => wanted.includes(event));
  if (ride.answered || !ride.frame.isConnected || !(ride.block || events.length)) return;
  say(ride, { type: 'hello', scroll: !!ride.block, events });
  setTimeout(() => greet(ride, Math.min(5000, afterMs * 1.3)), afterMs);
}

/** What scrolls a frame: an element, or null for the page; undefined where the frame could not stick. */
function scrollerOf(frame: HTMLElement): HTMLElement | null | undefined {
  for (let each = frame.parentElement; each && each !== root; each = each.parentElement) {
    // The body's overflow is the window's, unless the root has its own.
    if (each === document.body && getComputedStyle(root).overflowY === 'visible') break;
    if (!/auto|scroll|hidden/.test(getComputedStyle(each).overflowY)) continue;
    return each.scrollHeight > each.clientHeight + 1 ? each : undefined;
  }
  // In a frame made as tall as its page nothing scrolls, and the window's height says nothing.
  return self === top || root.scrollHeight > innerHeight + 1 ? null : undefined;
}

/**
 * Gives a frame its block, once that moves nothing the reader sees: before the page is painted, while what
 * follows the frame is below the window, or when it is all above.
 */
function takeOver(ride: Ride): void {
  const { frame } = ride;
  const { bottom, height } = frame.getBoundingClientRect();
  const seen = performance.getEntriesByType('paint').length > 0;
  if (ride.block || !height || (seen && bottom > 0 && bottom < innerHeight - 1)) return;
  // What scales the frame, but for a zoom, also scales how far it sticks: it would slide away.
  const { currentCSSZoom: zoom = 1 } = frame as { currentCSSZoom?: number };
  if (Math.abs(scaleOf(frame) - zoom) > 0.01 || scrollerOf(frame) === undefined) return;
  let block = frame.parentElement!;
  if (!block.matches('[data-fulcrum-block]')) {
    block = document.createElement('div') as HTMLElement;
    frame.before(block);
    // Where a browser cannot move a frame whole, it loads anew.
    const whole = block as HTMLElement & { moveBefore?: (node: Node, before: null) => void };
    if (whole.moveBefore) whole.moveBefore(frame, null);
    else block.appendChild(frame);
  }
  const before = block.getBoundingClientRect().bottom;
  const header = headerOf(frame);
  const { style } = frame;
  style.display = 'block';
  style.position = 'sticky';
  style.top = header + 'px';
  // The second is left out where it is not known.
  for (const unit of ['vh', 'svh']) style.height = `calc(100${unit} / ${zoom} - ${header}px)`;
  ride.block = block;
  ride.answered = false;
  setHeight(ride, guessHeight(frame));
  if (bottom <= 0) shift(frame, block.getBoundingClientRect().bottom - before);
  greet(ride);
}

/** How tall the story is likely to be, px: the snippet gives screens and px² for either layout of it. */
function guessHeight({ dataset, offsetWidth: width, offsetHeight: height }: HTMLElement): number {
  const sizes = (dataset.fulcrumSize || '').split(' ').map(Number);
  const [screens, area] = sizes.slice(width < 600 || width < height ? 0 : 2);
  return screens! * height + area! / width || 30 * height;
}

/** The height of what sticks to the page's upper edge, px. */
function headerOf(frame: HTMLElement): number {
  return parseFloat(frame.dataset.fulcrumTop || '') || 0;
}

function shift(frame: HTMLElement, px: number): void {
  (scrollerOf(frame) || window).scrollBy({ top: px, behavior: 'instant' });
}

function setHeight({ frame, block }: Ride, height: number): void {
  const before = block!.getBoundingClientRect().bottom;
  block!.style.height = Math.max(height, frame.offsetHeight) + 'px';
  // What the reader has before them stays there.
  if (before <= 0) shift(frame, block!.getBoundingClientRect().bottom - before);
}

/** px of the window to one of the frame. */
function scaleOf(frame: HTMLElement): number {
  return frame.getBoundingClientRect().height / frame.offsetHeight || 1;
}

/** Tells a frame how far it has come in its block, whatever scrolls or scales the page around it. */
function tell(ride: Ride): void {
  const { frame, block } = ride;
  if (!block) return takeOver(ride);
  const way = frame.getBoundingClientRect().top - block.getBoundingClientRect().top;
  const offset = Math.max(0, way / scaleOf(frame));
  if (!ride.answered || Math.abs(offset - ride.told) < 0.5) return;
  ride.told = offset;
  say(ride, { type: 'scroll', offset });
}

/** Scrolls the page until a frame has come to an offset, px of the frame; not while it is out of sight. */
function bringTo({ frame, block }: Ride, offset: number): void {
  const { top, bottom } = block!.getBoundingClientRect();
  if (bottom <= 0 || top >= innerHeight) return;
  const scroller = scrollerOf(frame);
  const edge = scroller ? scroller.getBoundingClientRect().top : 0;
  shift(frame, top - edge + (offset - headerOf(frame)) * scaleOf(frame));
}

addEventListener('message', ({ data, source, origin }) => {
  const ride = rides.find(({ frame }) => frame.contentWindow === source);
  const message = parseFrameMessage(data);
  if (!ride || !message || origin !== originOf(ride.frame)) return;
  if (message.type === 'hello') {
    ride.answered = true;
    ride.told = -1;
    tell(ride);
  } else if (message.type === 'step' || message.type === 'source') {
    ride.frame.dispatchEvent(new CustomEvent('fulcrum', { bubbles: true, detail: message }));
  } else if (ride.block) {
    if (message.type === 'height') setHeight(ride, message.height);
    else bringTo(ride, message.offset);
    tell(ride);
  }
});

function originOf({ sandbox, src }: HTMLIFrameElement): string {
  const opaque = sandbox.length > 0 && !sandbox.contains('allow-same-origin');
  return opaque ? 'null' : new URL(src).origin;
}

const tellAll = () => rides.forEach(tell);

/** Finds the frames that no copy of this script leads yet. */
function find(): void {
  document.querySelectorAll<HTMLIFrameElement>('iframe[data-fulcrum=""]').forEach((frame) => {
    frame.dataset.fulcrum = 'led';
    const ride: Ride = { frame, block: null, answered: false, told: -1 };
    rides.push(ride);
    frame.addEventListener('load', () => {
      ride.answered = false;
      greet(ride);
    });
    greet(ride);
  });
  tellAll();
}

addEventListener('scroll', tellAll, { capture: true, passive: true });
addEventListener('resize', tellAll);
new MutationObserver(find).observe(root, { childList: true, subtree: true });
find();
