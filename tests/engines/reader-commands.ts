import * as fc from 'fast-check';
import { steps } from '../story-facts.ts';
import type { SiteServer } from '../offline/site-server.ts';
import type { Reader } from './reader.ts';

/** What a test knows of the page that its reader has before them. */
export interface ReaderModel {
  /** Another page is in front: nothing is drawn, and the reader’s hands are elsewhere. */
  hidden: boolean;
  contextLost: boolean;
  offline: boolean;
}

export interface ReaderAtLarge {
  readonly reader: Reader;
  readonly site: SiteServer;
}

type ReaderCommand = fc.AsyncCommand<ReaderModel, ReaderAtLarge, false>;

/** A command by its words, when it can be given, and what it does. */
function command(
  words: string,
  can: (model: Readonly<ReaderModel>) => boolean,
  run: (model: ReaderModel, real: ReaderAtLarge) => Promise<unknown>
): ReaderCommand {
  return {
    check: can,
    run: async (model, real) => {
      await run(model, real);
    },
    toString: () => words
  };
}

const seen = ({ hidden }: Readonly<ReaderModel>) => !hidden;

const wheel = (px: number) =>
  command(`wheel ${px}`, seen, (_, { reader }) => reader.tab.wheel(px, [40, 200]));

const press = (key: string) =>
  command(`press ${key}`, seen, (_, { reader }) => reader.tab.press(key));

const jump = (index: number) =>
  command(`go to #${steps[index]!.id} by the contents`, seen, (_, { reader }) =>
    reader.followContents(steps[index]!.id)
  );

const resize = ([width, height]: readonly [number, number]) =>
  command(`resize to ${width}×${height}`, seen, (_, { reader }) =>
    reader.tab.resize(width, height)
  );

const filter = (box: number) =>
  command(`tick certainty ${box}`, seen, (_, { reader }) =>
    reader.tab.evaluate((i) => {
      const boxes = [...document.querySelectorAll<HTMLInputElement>('#map-key input')];
      boxes[i % boxes.length]!.click();
    }, box)
  );

const openEvent = (badge: number) =>
  command(`press badge ${badge}`, seen, (_, { reader }) =>
    reader.tab.evaluate((i) => {
      const badges = [...document.querySelectorAll<HTMLButtonElement>('[data-map] button')].filter(
        (button) => button.getAttribute('aria-label')?.includes(': ')
      );
      badges[i % badges.length]?.click();
    }, badge)
  );

/** Presses the pointer on the map, where nothing covers it, and leads it on. */
const drag = ([x, y, byX, byY]: readonly [number, number, number, number]) =>
  command(`drag the map by ${byX}, ${byY}`, seen, async (_, { reader }) => {
    const from = await reader.tab.evaluate(
      (across, down) => {
        const { left, top, width, height } = document
          .querySelector('[data-map] .gl')!
          .getBoundingClientRect();
        const point = [left + (across * width) / 100, top + (down * height) / 100] as const;
        return document.elementFromPoint(...point)?.closest('.gl') ? point : null;
      },
      x,
      y
    );
    if (from === null) return;
    const [width, height] = await reader.tab.evaluate(() => [innerWidth, innerHeight] as const);
    const within = (value: number, most: number) =>
      Math.round(Math.max(1, Math.min(most - 2, value)));
    const to = (share: number) =>
      [within(from[0] + byX * share, width), within(from[1] + byY * share, height)] as const;
    await reader.tab.drag([to(0), to(0.5), to(1)]);
  });

const hide = command('hide the page', seen, async (model, { reader }) => {
  model.hidden = true;
  await reader.tab.evaluate(hidePage);
});

const show = command(
  'show the page',
  ({ hidden }) => hidden,
  async (model, { reader }) => showAgain(model, reader)
);

const loseContext = command(
  'lose the contexts',
  ({ contextLost }) => !contextLost,
  async (model, { reader }) => {
    model.contextLost = true;
    await reader.tab.evaluate(loseContexts);
  }
);

const regainContext = command(
  'regain the contexts',
  ({ contextLost }) => contextLost,
  async (model, { reader }) => regain(model, reader)
);

const goOffline = command(
  'go offline',
  ({ offline }) => !offline,
  async (model, { site }) => {
    model.offline = true;
    await site.stop();
  }
);

const goOnline = command(
  'go online',
  ({ offline }) => offline,
  async (model, { site }) => goOnlineAgain(model, site)
);

const keys = ['ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp', 'Home', 'End', ' ', 'Escape', 'e'];

const byPx = fc.integer({ min: -300, max: 300 });

/**
 * Up to eight things that a reader, or what they read with, may do.
 *
 * @param narrowestPx how narrow a window may be
 * @param losesContexts whether the GPU takes WebGL’s contexts away
 */
export function readerCommands(narrowestPx: number, losesContexts: boolean) {
  const size = fc.tuple(
    fc.integer({ min: narrowestPx, max: 900 }),
    fc.integer({ min: 320, max: 700 })
  );
  return fc.commands<ReaderModel, ReaderAtLarge, false>(
    [
      fc.integer({ min: -4000, max: 4000 }).map(wheel),
      fc.constantFrom(...keys).map(press),
      fc.nat(steps.length - 1).map(jump),
      size.map(resize),
      fc.nat(4).map(filter),
      fc.nat(5).map(openEvent),
      fc.tuple(fc.nat(100), fc.nat(100), byPx, byPx).map(drag),
      fc.constantFrom(hide, show, goOffline, goOnline),
      ...(losesContexts ? [fc.constantFrom(loseContext, regainContext)] : []),
      fc.constantFrom(show, regainContext, goOnline)
    ],
    { maxCommands: 8, size: 'max' }
  );
}

/** The page is before the reader again, who leaves it alone: drawn, online, under the story’s own camera. */
export async function settle(model: ReaderModel, { reader, site }: ReaderAtLarge): Promise<void> {
  if (model.hidden) await showAgain(model, reader);
  if (model.contextLost) await regain(model, reader);
  if (model.offline) await goOnlineAgain(model, site);
  // The first Escape may close what lies over the map.
  for (let presses = 0; presses < 4 && (await reader.state()).exploring; presses++) {
    await reader.tab.press('Escape');
  }
}

async function showAgain(model: ReaderModel, reader: Reader): Promise<void> {
  model.hidden = false;
  await reader.tab.evaluate(showPage);
}

async function regain(model: ReaderModel, reader: Reader): Promise<void> {
  model.contextLost = false;
  await reader.tab.evaluate(regainContexts);
}

async function goOnlineAgain(model: ReaderModel, site: SiteServer): Promise<void> {
  model.offline = false;
  await site.start();
}

interface TestWindow {
  heldFrames?: Map<number, FrameRequestCallback>;
  shownAgain?: () => void;
  lostContexts?: WEBGL_lose_context[];
}

/** As a browser does with a page that is not in front: no frame is drawn, and the page is told. */
function hidePage(): void {
  const page = window as Window & TestWindow;
  const { requestAnimationFrame: request, cancelAnimationFrame: cancel } = window;
  const held = new Map<number, FrameRequestCallback>();
  let next = -1;
  window.requestAnimationFrame = (callback) => {
    held.set(next, callback);
    return next--;
  };
  window.cancelAnimationFrame = (id) => void (held.delete(id) || cancel.call(window, id));
  const tell = (state: DocumentVisibilityState) => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    Object.defineProperty(document, 'hidden', { value: state === 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  page.shownAgain = () => {
    window.requestAnimationFrame = request;
    window.cancelAnimationFrame = (id) => void (held.delete(id) || cancel.call(window, id));
    tell('visible');
    requestAnimationFrame((time) => {
      for (const [id, callback] of held) {
        held.delete(id);
        callback(time);
      }
    });
  };
  tell('hidden');
}

function showPage(): void {
  (window as Window & TestWindow).shownAgain!();
}

function loseContexts(): void {
  const page = window as Window & TestWindow;
  page.lostContexts = [...document.querySelectorAll<HTMLCanvasElement>('[data-map] canvas')]
    .map((canvas) => canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context'))
    .filter((extension) => extension !== null && extension !== undefined);
  for (const extension of page.lostContexts) extension.loseContext();
}

async function regainContexts(): Promise<void> {
  // A browser tells of a loss a task later, and gives nothing back before.
  await new Promise((done) => setTimeout(done));
  for (const extension of (window as Window & TestWindow).lostContexts!) extension.restoreContext();
}
