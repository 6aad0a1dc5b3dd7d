import { asking, stepIndex, steps } from '../story-facts.ts';
import { expect, presentPath, speakerPath, test, type PresentWindow } from './presenting.ts';

test.use({ viewport: { width: 640, height: 400 }, contextOptions: { reducedMotion: 'reduce' } });

const inStep = (speaker: PresentWindow) => speaker.page.getByText('In step with the screen');

test('the speaker’s window may be opened first and by hand, and waits for the screen', async ({
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

test('a speaker chooses among several screens, and leads the chosen one alone', async ({
  projector: one,
  another
}) => {
  await one.open(`${presentPath}#shoigu`);
  const two = await another(`${presentPath}#vienna`);
  const speaker = await another(speakerPath);
  await expect(speaker.page.getByText('Which screen is yours?')).toBeVisible();
  await speaker.page.getByRole('button', { name: 'The screen opened at' }).last().click();
  await speaker.isAt('shoigu');
  await expect(inStep(speaker)).toBeVisible();
  await speaker.press('PageDown');
  await one.shows('port-calls', 'question');
  await two.shows('vienna', 'whole');
  // One whose screen has gone does not take the other's.
  await one.page.close();
  await expect(speaker.page.getByText('The screen is gone')).toBeVisible();
  await two.press('ArrowRight');
  await two.shows('embargo', 'question');
  await speaker.isAt('port-calls');
});

test.describe('with the time stopped', () => {
  test.use({ ownContext: true });

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
    // The talk began with the step before, which has one of the stops that are left; this one has two.
    const left = steps.slice(stepIndex('shoigu'));
    const share = 60 / left.reduce((sum, { id }) => sum + (asking.has(id) ? 2 : 1), 0);
    await expect(page.getByText(`${Math.round(share)} min ahead`)).toBeVisible();
    await context.clock.runFor(20 * 60_000);
    await expect(page.getByText(`${Math.round(20 - 3 * share)} min behind`)).toBeVisible();
    await expect(page.getByText(/^20:0\d$/)).toBeVisible();
    await planned.fill('a while');
    await planned.press('Enter');
    await expect(planned).toHaveValue('');
    await page.getByRole('button', { name: 'Restart' }).click();
    await expect(page.getByText(/^0:0\d$/)).toBeVisible();
  });
});

test.describe('with the live map', () => {
  test.use({ savesData: false, viewport: { width: 800, height: 500 } });

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
