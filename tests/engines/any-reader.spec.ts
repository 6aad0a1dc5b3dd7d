import { appendFileSync, writeFileSync } from 'node:fs';
import * as fc from 'fast-check';
import sharp from 'sharp';
import { SiteServer } from '../offline/site-server.ts';
import { pictureDifference, pictureTolerance } from '../same-picture.ts';
import { steps } from '../story-facts.ts';
import { testSite } from '../test-site.ts';
import { expect, test } from './engine-test.ts';
import { memoryCurves, type Memory } from './memory.ts';
import { readerCommands, settle, type ReaderAtLarge, type ReaderModel } from './reader-commands.ts';
import { Reader } from './reader.ts';
import { differenceFromView, queryOf } from './view-marks.ts';

// A reader who does anything: the page ends in the picture of its position, and holds no more than before.

/** What `npm run soak` asks for; a few sequences otherwise. */
const {
  FULCRUM_HOURS: hours,
  FULCRUM_SEQUENCES: sequences = hours === undefined ? '8' : 'Infinity',
  FULCRUM_SEED: seed = String(Date.now() % 2 ** 31)
} = process.env;
const soaks = hours !== undefined || process.env.FULCRUM_SEQUENCES !== undefined;

/** After how many sequences the drawn map is compared with one that has been opened just now. */
const comparedEvery = 50;
/** How often a soak looks at what the page holds, ms. */
const lookMs = 30_000;

// What a browser logs where the network is gone, or has cut an answer short.
test.use({ expectedErrors: /Failed to load resource|NetworkError|Load failed/ });

test('after anything that a reader does the map is the one of its position', async ({
  newTab,
  engine
}) => {
  if (soaks) test.setTimeout(0);
  else test.slow();
  const site = new SiteServer(testSite);
  await site.start();
  const tab = await newTab();
  const reader = new Reader(tab, site.home);
  const fresh = new Reader(await newTab(), site.home);
  const lookAtMemory = soaks ? await tab.watchMemory() : null;
  const looks: Memory[] = [];
  const log = `test-results/soak-${engine}.csv`;
  let nextLook = 0;
  let count = 0;
  let broken = true;

  // WebKitGTK’s window has buttons that want this much room.
  const narrowestPx = engine === 'webkit' ? 450 : 320;
  // deck.gl keeps what a lost context held (visgl/deck.gl#10355): six listeners and some 0.1 MB. What is to be seen over
  // hours is the rest.
  const commands = readerCommands(narrowestPx, hours === undefined);
  const property = fc.asyncProperty(commands, async (sequence) => {
    const real: ReaderAtLarge = { reader, site };
    const model: ReaderModel = { hidden: false, contextLost: false, offline: false };
    if (broken) {
      await reader.open();
      await reader.mapIsComplete();
    }
    broken = true;
    try {
      await fc.asyncModelRun(() => ({ model, real }), sequence);
    } finally {
      await settle(model, real);
    }
    await reader.rests();
    await reader.mapIsIdle();
    const state = await reader.state();
    expect(state).toMatchObject({ map: 'idle', exploring: false });
    expect(differenceFromView(state)).toEqual([]);
    await expect.poll(() => tab.evaluate(() => location.search)).toBe(queryOf(state));
    if (count % comparedEvery === 0) await drawsAsWhenOpened(reader, fresh);
    broken = false;
    count++;
    if (soaks && count % 100 === 0) console.log(`${engine}: ${count} sequences`);
    if (lookAtMemory !== null && Date.now() > nextLook) {
      nextLook = Date.now() + lookMs;
      const look = await lookAtMemory();
      if (looks.length === 0) writeFileSync(log, `sequences,${Object.keys(look).join()}\n`);
      looks.push(look);
      appendFileSync(log, `${count},${Object.values(look).join()}\n`);
    }
  });

  console.log(`${engine}: random sequences of what a reader does, seed ${seed}`);
  await fc.assert(property, {
    seed: Number(seed),
    numRuns: Number(sequences),
    ...(hours !== undefined && { interruptAfterTimeLimit: Number(hours) * 3_600_000 })
  });
  if (soaks) console.log(`${engine}: ${count} sequences`);
  if (looks.length >= 10) {
    const { lines, grown } = memoryCurves(looks);
    console.log([...lines, `each ${lookMs / 1000} s: ${log}`].join('\n'));
    expect(grown).toEqual([]);
  }
  for (const { tab } of [reader, fresh]) await tab.open('about:blank');
  await site.stop();
});

/** The reader goes on to another step; there the map is drawn as on a page that has been opened just there. */
async function drawsAsWhenOpened(reader: Reader, fresh: Reader): Promise<void> {
  const { position } = await reader.state();
  const index = (Math.round(position) + 1) % steps.length;
  const { id } = steps[index]!;
  await expect(async () => {
    // A link that was followed just before may still lead elsewhere.
    await reader.followContents(id);
    await reader.rests();
    expect(await reader.position()).toBe(index);
  }).toPass({ timeout: 20_000 });
  await reader.isAt(id);
  await reader.mapIsComplete();
  const [width, height, query] = await reader.tab.evaluate(
    () => [innerWidth, innerHeight, location.search] as const
  );
  await fresh.tab.resize(width, height);
  await fresh.tab.open('about:blank');
  await fresh.tab.open(fresh.addressOf(id, query));
  await fresh.isAt(id);
  await fresh.mapIsComplete();
  await expect(async () => {
    const expected = await withoutScrollbar(await fresh.drawing());
    const got = await withoutScrollbar(await reader.drawing());
    // In Firefox’s picture of a page that is scrolled by half a px, the map is a px lower.
    const differences = [-1, 0, 1].map((px) => pictureDifference(expected, got, px));
    const difference = Math.min(...(await Promise.all(differences)));
    if (difference >= pictureTolerance) {
      writeFileSync(`test-results/soak-${id}-expected.png`, expected);
      writeFileSync(`test-results/soak-${id}-got.png`, got);
    }
    expect(difference, `share of pixels that differ at ${id}`).toBeLessThan(pictureTolerance);
    // WebKit’s first picture may be of the page as it was before all but the map was hidden.
  }).toPass({ timeout: 10_000 });
}

/** WebKit’s scrollbar lies over the page, and is wider where the pointer has been near. */
async function withoutScrollbar(picture: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  return sharp(picture)
    .extract({ left: 0, top: 0, width: width - 20, height })
    .png()
    .toBuffer();
}
