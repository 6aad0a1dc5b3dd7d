import { expect, presentPath, speakerPath, test, type PresentWindow } from './presenting.ts';

test.use({ viewport: { width: 640, height: 400 }, contextOptions: { reducedMotion: 'reduce' } });

const inStep = (speaker: PresentWindow) => speaker.page.getByText('In step with the screen');

test('the speaker’s window may be opened first, and by hand', async ({
  projector: speaker,
  another
}) => {
  await speaker.open(speakerPath);
  await expect(speaker.page.getByText('The screen is not open')).toBeVisible();
  await speaker.press('g');
  await speaker.page.keyboard.type('gulf comes');
  await speaker.press('Enter');
  await speaker.isAt('gulf');
  const screen = await another(presentPath);
  await expect(inStep(speaker)).toBeVisible();
  await screen.isAt('gulf');
  await screen.press('End');
  await speaker.isAt('tehran-gains');
  await expect(speaker.page.getByText('Nothing more')).toBeVisible();
});

test('two presentations in one browser do not mix', async ({ projector: one, another }) => {
  await one.open(`${presentPath}#shoigu`);
  const oneSpeaker = await another(speakerPath);
  await expect(inStep(oneSpeaker)).toBeVisible();
  const two = await another(`${presentPath}#vienna`);
  const twoSpeaker = await another(speakerPath);
  await expect(inStep(twoSpeaker)).toBeVisible();
  await twoSpeaker.isAt('vienna');
  await oneSpeaker.isAt('shoigu');

  await twoSpeaker.press('ArrowRight');
  await two.shows('embargo', 'question');
  await oneSpeaker.press('PageDown');
  await one.shows('port-calls', 'question');
  await two.shows('embargo', 'question');
  await oneSpeaker.press('b');
  await expect(one.blackness).toBeVisible();
  await expect(two.blackness).toHaveCount(0);

  // One whose screen has gone does not take the other's.
  await one.page.close();
  await expect(oneSpeaker.page.getByText('The screen is gone')).toBeVisible();
  await two.press('ArrowRight');
  await twoSpeaker.isAt('embargo');
  await oneSpeaker.isAt('port-calls');
});

test('a speaker chooses among several screens', async ({ projector: one, another }) => {
  await one.open(`${presentPath}#shoigu`);
  await another(`${presentPath}#vienna`);
  const speaker = await another(speakerPath);
  await expect(speaker.page.getByText('Which screen is yours?')).toBeVisible();
  await speaker.page.getByRole('button', { name: 'The screen opened at' }).last().click();
  await speaker.isAt('shoigu');
  await expect(inStep(speaker)).toBeVisible();
});

test('the speaker sees notes, questions, what comes, the time and the pace', async ({
  projector: screen,
  another,
  context
}) => {
  await context.clock.install({ time: new Date('2026-03-02T10:00:00') });
  await screen.open(`${presentPath}#shoigu`);
  const speaker = await another(speakerPath);
  await context.clock.runFor(2000);
  await expect(inStep(speaker)).toBeVisible();
  const { page } = speaker;
  await expect(page.getByText('Point out the direction of the line')).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'Ships on the Caspian: the question' })
  ).toBeVisible();
  await speaker.press('ArrowRight');
  await screen.shows('port-calls', 'question');
  await expect(
    page
      .getByRole('region', { name: 'Question (on the screen now)' })
      .getByText('The map shows two ports that the agreement does not name')
  ).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'Ships on the Caspian: the answer' })
  ).toBeVisible();

  const planned = page.getByLabel('Planned');
  await planned.fill('60');
  await planned.press('Enter');
  await expect(page.getByText(/14 min ahead/)).toBeVisible();
  await context.clock.runFor(20 * 60_000);
  await expect(page.getByText('4 min behind')).toBeVisible();
  await expect(page.getByText(/^20:0\d$/)).toBeVisible();
  await planned.fill('a while');
  await planned.press('Enter');
  await expect(planned).toHaveValue('');
  await page.getByRole('button', { name: 'Start anew' }).click();
  await expect(page.getByText(/^0:0\d$/)).toBeVisible();
});

test('junk on the channel changes nothing', async ({ projector: screen }) => {
  await screen.open(`${presentPath}#shoigu`);
  await screen.isAt('shoigu');
  await screen.page.evaluate(() => {
    const channel = new BroadcastChannel('presentations of russia-iran-2015');
    for (const junk of [null, 7, 'next', {}, { kind: 'state', session: 'x' }, [1, 2]]) {
      channel.postMessage(junk);
    }
    const kept = JSON.parse(sessionStorage.getItem('presentation of russia-iran-2015')!);
    const { stamp, state } = kept.stamped;
    const say = (changes: object) =>
      channel.postMessage({
        kind: 'state',
        session: kept.session,
        stamped: { stamp: { rev: stamp.rev + 5, writer: 'zzz' }, state: { ...state, ...changes } }
      });
    say({ stop: { step: -3, face: 'whole' } });
    say({ stop: { step: 1e9, face: 'whole' } });
    say({ names: 'no' });
    say({ camera: { center: [0, 400], zoom: 4, bearing: 0, pitch: 0 } });
    channel.close();
  });
  await screen.press('ArrowRight');
  await screen.shows('port-calls', 'question');
});

test('a step that the story does not have leads to its last', async ({ projector: screen }) => {
  await screen.open(`${presentPath}#shoigu`);
  await screen.isAt('shoigu');
  await screen.page.evaluate(() => {
    const channel = new BroadcastChannel('presentations of russia-iran-2015');
    const { session, stamped } = JSON.parse(
      sessionStorage.getItem('presentation of russia-iran-2015')!
    );
    const state = { ...stamped.state, stop: { step: 999, face: 'whole' } };
    channel.postMessage({
      kind: 'state',
      session,
      stamped: { stamp: { rev: stamped.stamp.rev + 5, writer: 'zzz' }, state }
    });
    channel.close();
  });
  await screen.shows('tehran-gains', 'whole');
});

test.describe('with the live map', () => {
  test.use({ withoutMapData: false, viewport: { width: 800, height: 500 } });

  test('who explores in one window leads the other, both ways', async ({
    projector: screen,
    another
  }) => {
    test.slow();
    await screen.open(`${presentPath}#shoigu`);
    const speaker = await another(speakerPath);
    await expect(inStep(speaker)).toBeVisible();
    await screen.mapIsIdle();
    await speaker.mapIsIdle();
    /** Where Moscow stands on the map, px of its layout. */
    const moscow = (window: PresentWindow) =>
      window.stage.locator('svg.labels text', { hasText: /^Moscow$/ }).evaluate((label) => {
        const { e, f } = (label as SVGTextElement).transform.baseVal.consolidate()!.matrix;
        return [e, f];
      });
    const home = await moscow(screen);
    expect(await moscow(speaker)).toEqual(home);

    for (const [hand, eye] of [
      [speaker, screen],
      [screen, speaker]
    ] as const) {
      await hand.press('e');
      await hand.page.keyboard.press('ArrowUp');
      await expect.poll(() => moscow(hand)).not.toEqual(home);
      await hand.mapIsIdle();
      await expect
        .poll(async () => {
          const [one, other] = [await moscow(hand), await moscow(eye)];
          return Math.hypot(one[0]! - other[0]!, one[1]! - other[1]!);
        })
        .toBeLessThan(0.5);
      await hand.press('Escape');
      await expect.poll(() => moscow(eye)).toEqual(home);
      await expect.poll(() => moscow(hand)).toEqual(home);
      await hand.hasKeys();
    }
    // Moving on ends it everywhere.
    await speaker.press('e');
    await speaker.page.keyboard.press('ArrowUp');
    await expect.poll(() => moscow(screen)).not.toEqual(home);
    await screen.press('PageDown');
    await screen.shows('port-calls', 'question');
    await speaker.isAt('port-calls');
    await expect(speaker.page.getByRole('button', { name: 'Explore' })).toHaveAttribute(
      'aria-pressed',
      'false'
    );
  });
});
