// The script of `/embed.js`: lets the scroll of a news page lead the story maps in its frames.
import { parseFrameMessage } from '../lib/embed/protocol.ts';
import type { Fulcrum } from '../lib/embed/embed.d.ts';
import {
  follow,
  greet,
  letGo,
  refit,
  scrollPageTo,
  send,
  sendTheme,
  setHeight,
  type LedFrame
} from './led-frame.ts';
import { layPaper, printPaper } from './paper.ts';
import { setStyle } from './style.ts';

/** Leads the frames of the page, from now on. */
function start(): Fulcrum {
  const root = document.documentElement;
  let ledFrames: LedFrame[] = [];
  const ended = new AbortController();

  const ledBy = (frame: HTMLIFrameElement) => ledFrames.find((led) => led.frame === frame);

  function mount(frame: HTMLIFrameElement): void {
    if (ledBy(frame)) return;
    frame.dataset.fulcrum = 'led';
    setStyle(frame, 'border:0;');
    const led: LedFrame = {
      frame,
      block: null,
      answered: false,
      silentMs: 0,
      sentOffset: -1,
      covered: 0,
      onLoad() {
        led.answered = false;
        led.silentMs = 0;
        greet(led);
      }
    };
    ledFrames.push(led);
    frame.addEventListener('load', led.onLoad);
    greet(led);
    follow(led);
  }

  function release(frame: HTMLIFrameElement): void {
    const led = ledBy(frame);
    if (!led) return;
    ledFrames = ledFrames.filter((each) => each !== led);
    clearTimeout(led.timer);
    frame.removeEventListener('load', led.onLoad);
    if (led.paper) led.paper.remove();
    letGo(led);
    // A frame that comes back to the page is led again; one that the page has released is not.
    frame.dataset.fulcrum = frame.isConnected ? 'free' : '';
  }

  /** Takes the frames that no copy of this script leads yet, and leaves those that have gone. */
  function find(): void {
    ledFrames.forEach(({ frame }) => frame.isConnected || release(frame));
    document.querySelectorAll<HTMLIFrameElement>('iframe[data-fulcrum=""]').forEach(mount);
  }

  let isDue = false;
  /** A page may change many times before it is painted. */
  function findSoon(): void {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      find();
      ledFrames.forEach(follow);
      ledFrames.forEach(sendTheme);
    });
  }

  function receive({ data, source, origin }: MessageEvent): void {
    const led = ledFrames.find(({ frame }) => frame.contentWindow === source);
    const message = parseFrameMessage(data);
    if (!led || !message || origin !== originOf(led.frame)) return;
    const { type } = message;
    if (type === 'hello') {
      led.answered = true;
      led.silentMs = 0;
      led.sentOffset = -1;
      led.sentTheme = '';
      sendTheme(led);
      if (led.block) send(led, { type: 'paper' });
      follow(led);
    } else if (type === 'paper') {
      if (led.block) layPaper(led, message.parts);
    } else if (type === 'height' || type === 'scroll') {
      if (!led.block) return;
      if (type === 'height') setHeight(led, message.height);
      else scrollPageTo(led, message.offset);
      follow(led);
    } else led.frame.dispatchEvent(new CustomEvent('fulcrum', { bubbles: true, detail: message }));
  }

  function print(): void {
    const shown = ledFrames.filter(({ block, paper }) => block && paper).map(printPaper);
    addEventListener('afterprint', () => shown.forEach((show) => show()), { once: true });
  }

  const observer = new MutationObserver(findSoon);
  // A page may fold out what holds a frame, or change its theme.
  observer.observe(root, { attributes: true, childList: true, subtree: true });

  const heard = { capture: true, signal: ended.signal };
  addEventListener('message', receive, heard);
  addEventListener('scroll', () => ledFrames.forEach(follow), heard);
  addEventListener('resize', () => ledFrames.forEach(refit), heard);
  addEventListener('beforeprint', print, heard);
  find();

  return {
    version: 1,
    mount: (frame) => (frame ? mount(frame) : find()),
    release,
    go(frame, step) {
      const led = ledBy(frame);
      if (led) send(led, { type: 'go', step });
    },
    destroy() {
      ended.abort();
      observer.disconnect();
      ledFrames.forEach(({ frame }) => release(frame));
      delete window.fulcrum;
    }
  };
}

function originOf({ sandbox, src }: HTMLIFrameElement): string {
  const opaque = sandbox.length > 0 && !sandbox.contains('allow-same-origin');
  return opaque ? 'null' : new URL(src).origin;
}

// However often a page loads the script, one copy of it runs.
if (window.fulcrum) window.fulcrum.mount();
else window.fulcrum = start();
