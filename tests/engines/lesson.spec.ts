import { encodeLesson } from '../../src/lib/lesson/lesson-code.ts';
import { newLessonStep, type Lesson } from '../../src/lib/lesson/lesson.ts';
import { ClassServer } from '../lesson/class-server.ts';
import { storyPath } from '../story-facts.ts';
import { expect, test } from './engine-test.ts';
import type { Tab } from './engine.ts';

// A lesson's link, and a device that follows a class.

const lesson: Lesson = {
  version: 1,
  story: storyPath.slice(1, -1),
  title: 'Two steps',
  minutes: 20,
  steps: [
    { ...newLessonStep('vienna'), ask: 'Who met here?\n\nAnd why?' },
    newLessonStep('two-forces')
  ]
};

const shown = (tab: Tab) =>
  tab.evaluate(() => {
    const text = document.querySelector<HTMLElement>('[aria-current="step"]');
    return {
      step: text?.dataset['step'],
      face: text?.dataset['face'],
      words: text?.textContent.replace(/\s+/g, ' ') ?? ''
    };
  });

const press = (tab: Tab, name: string) =>
  tab.evaluate((words) => {
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent, ariaLabel }) => (ariaLabel ?? textContent.trim()) === words
    );
    button?.click();
  }, name);

test('a lesson is presented from its link, and a device follows it', async ({ newTab }) => {
  const server = new ClassServer();
  await server.start();
  try {
    const address = server.home + storyPath.slice(1);
    const screen = await newTab();
    await screen.resize(1024, 640);
    await screen.open(`${address}present/#lesson=${await encodeLesson(lesson)}`);
    await expect.poll(() => shown(screen)).toMatchObject({ step: 'vienna', face: 'question' });
    expect((await shown(screen)).words).toContain('1 of 2');
    expect((await shown(screen)).words).toContain('And why?');

    await screen.press('c');
    const code = () =>
      screen.evaluate(() => document.querySelector('dialog .address')?.textContent.slice(-5) ?? '');
    await expect.poll(code).toMatch(/^[A-Z]{5}$/);
    const device = await newTab();
    await device.resize(480, 640);
    await device.open(`${address}class/#${await code()}`);
    await expect.poll(() => shown(device)).toMatchObject({ step: 'vienna', face: 'question' });
    await screen.press('Escape');
    await screen.press('ArrowRight');
    await expect.poll(() => shown(device)).toMatchObject({ step: 'vienna', face: 'whole' });
    await press(device, 'Step after');
    await expect.poll(() => shown(device)).toMatchObject({ step: 'two-forces' });
    await press(device, 'Back to the class');
    await expect.poll(() => shown(device)).toMatchObject({ step: 'vienna' });
  } finally {
    await server.kill();
  }
});
