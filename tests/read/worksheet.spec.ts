import type { Page } from '@playwright/test';
import { encodeLesson } from '../../src/lib/lesson/lesson-code.ts';
import { newLessonStep, type LessonStep } from '../../src/lib/lesson/lesson.ts';
import { storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

const answer = (form: 'place' | 'choice' | 'number' | 'words', changes = {}) => ({
  form,
  choices: [],
  unit: '',
  right: '',
  ...changes
});

/** A lesson of eight questions, of each form; two are a group's alone, and two steps ask none. */
const taught: LessonStep[] = [
  {
    ...newLessonStep('theatre'),
    ask: 'Where is the capital of Russia?',
    answer: answer('place', { right: 'moscow' })
  },
  { ...newLessonStep('shoigu'), ask: '' },
  newLessonStep('two-forces'),
  {
    ...newLessonStep('journey-denied'),
    ask: 'How sure is the general’s journey?',
    answer: answer('choice', { choices: ['Confirmed', 'Disputed'], right: 'Disputed' })
  },
  { ...newLessonStep('port-calls'), groups: ['A'] },
  {
    ...newLessonStep('velayati'),
    ask: 'How far is it?',
    answer: answer('number', { unit: 'km', right: '2500' }),
    groups: ['B']
  },
  {
    ...newLessonStep('vienna'),
    ask: 'Where was the agreement announced?',
    answer: answer('place', { right: 'vienna' })
  },
  {
    ...newLessonStep('ban-2010'),
    ask: 'Why?',
    answer: answer('words', { right: 'Because of the Security Council.' })
  },
  { ...newLessonStep('israel'), ask: '' },
  newLessonStep('gulf')
];

async function openLesson(page: Page, search: string): Promise<void> {
  const lesson = await encodeLesson({
    version: 1,
    story: storyPath.slice(1, -1),
    title: 'Two neighbours',
    minutes: 45,
    steps: taught
  });
  await page.goto(`${storyPath}handout/${search}#lesson=${lesson}`);
  await expect(page.getByRole('heading', { level: 1, name: /^Two neighbours/ })).toBeVisible();
}

const questions = (page: Page) => page.locator('main section h2');

test('a lesson of eight questions is a sheet of two sides, on A4 and on US Letter', async ({
  page
}) => {
  await openLesson(page, '?for=student');
  await expect(questions(page)).toHaveCount(8);
  const pictures = page.locator('main img');
  expect(
    await pictures.evaluateAll((images) =>
      Promise.all(
        (images as HTMLImageElement[]).map(async (image) => {
          await image.decode();
          return image.loading;
        })
      )
    )
  ).toEqual(['eager']);
  for (const format of ['A4', 'Letter']) {
    const pdf = await page.pdf({ format, preferCSSPageSize: true });
    expect(pageCount(pdf), format).toBe(2);
  }
});

test('each question has room for an answer of its form', async ({ page }) => {
  await openLesson(page, '?for=student');
  const room = (title: string) =>
    page.locator('section', { has: page.getByRole('heading', { name: title }) });
  await expect(room('From Moscow to the Gulf')).toContainText('on the map with the letter A');
  await expect(room('Vienna: substance for a paper tie')).toContainText('with the letter B');
  await expect(room('By July: a journey denied').getByRole('listitem')).toHaveText([
    'Confirmed',
    'Disputed'
  ]);
  await expect(room('Later in January: the other way')).toContainText('km');
  await expect(page.getByRole('heading', { name: 'January: a minister in Tehran' })).toHaveCount(0);
  await expect(page.getByText('Because of the Security Council.')).toHaveCount(0);
});

test('the key has the answers, and says where the others are talked about', async ({ page }) => {
  await openLesson(page, '?for=key');
  await expect(
    page.getByRole('img', { name: 'An outline map with A at Moscow, B at Vienna.' })
  ).toBeVisible();
  await expect(page.getByText('A: Moscow')).toBeVisible();
  await expect(page.getByText('2,500 km')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Disputed, right' })).toBeVisible();
  await expect(page.getByText('Because of the Security Council.')).toBeVisible();
  const talked = page.locator('section', { hasText: 'Two armies support' });
  await expect(talked).toContainText('To be talked about. In “Two forces in Syria”');
  await expect(talked).toContainText(
    'Deployment, confirmed: Russian armed forces, Moscow to Hmeimim'
  );
});

test('a group has a worksheet of its own questions and the class’s, and its address keeps the lesson', async ({
  page
}) => {
  await openLesson(page, '?for=student');
  await page.getByRole('radio', { name: 'Group A' }).check();
  await expect(questions(page)).toHaveCount(7);
  await expect(page.getByText('How far is it?')).toHaveCount(0);
  expect(page.url()).toMatch(/\?for=student&group=A#lesson=/);
  await page.reload();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Two neighbours: Group A' })
  ).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Group C' })).toHaveCount(0);
});

test('in large print nothing is below 18 pt or set in italics', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  for (const search of ['?for=student&print=large', '?for=key&print=large', '?print=large']) {
    await openLesson(page, search);
    const small = await page.locator('body').evaluate((body) => {
      const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const parent = text.parentElement!;
        if (text.textContent!.trim() === '' || !parent.checkVisibility()) continue;
        if (parent.closest('.visually-hidden, script, style, #svelte-announcer')) continue;
        const { fontSize, fontStyle } = getComputedStyle(parent);
        if (parseFloat(fontSize) < 23.9 || fontStyle === 'italic')
          found.push(`${fontSize} ${fontStyle}: ${text.textContent}`);
      }
      return found;
    });
    expect(small, search).toEqual([]);
  }
});

/** How many pages a PDF of Chromium’s has. */
function pageCount(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
}
