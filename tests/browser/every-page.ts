import { expect, type Page } from '@playwright/test';
import { storyPath } from '../story-facts.ts';
import { Reading } from './reading.ts';

/** What a reader opens on a page: a dialog, a note, a panel. */
interface Opened {
  readonly name: string;
  open(page: Page): Promise<unknown>;
  close(page: Page): Promise<unknown>;
  /** A selector of what has opened. */
  readonly part: string;
}

interface SitePage {
  readonly name: string;
  readonly path: string;
  /** What stands in for a server that has more than the site's files. */
  before?(page: Page): Promise<unknown>;
  /** Waits until the page answers. */
  arrive(page: Page): Promise<unknown>;
  /** Comes back to where things open, wherever the last look has led. */
  comeBack?(page: Page): Promise<unknown>;
  /** A selector of what is read there. */
  readonly text: string;
  readonly opens?: readonly Opened[];
}

/** A page of the site, or what has opened on it. */
export interface Place {
  readonly name: string;
  /** A selector of the part of the page that is looked at. */
  readonly part: string;
  /** A selector of what is read. */
  readonly text: string;
  /** Whether it is a page as it comes, with nothing open. */
  readonly isPage: boolean;
}

const step = 'journey-denied';
const escape = (page: Page) => page.keyboard.press('Escape');
const press = (name: string) => (page: Page) => page.getByRole('button', { name }).click();
const key = (name: string) => (page: Page) => page.keyboard.press(name);
const opened = (page: Page, part: string, name: string) =>
  expect(page.locator(part), name).toBeVisible();
/** Presses what may lie under something else at a small window: that it can be pressed there is not the question. */
const pressHidden = (selector: string) => (page: Page) =>
  page
    .locator(selector)
    .first()
    .evaluate((element: HTMLElement) => element.click());
const presentHasKeys = (page: Page) => expect(page.locator('main')).toBeFocused();

const sitePages: readonly SitePage[] = [
  {
    name: 'front page',
    path: '/',
    arrive: (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
    text: 'main'
  },
  {
    name: 'page not found',
    path: '/404.html',
    arrive: (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
    text: 'main'
  },
  {
    name: 'reading',
    path: `${storyPath}#${step}`,
    arrive: async (page) => {
      const reading = new Reading(page);
      await reading.answers();
      await reading.find(step);
    },
    comeBack: (page) => new Reading(page).find(step),
    text: `[data-step="${step}"]`,
    opens: [
      { name: 'contents', open: press('Contents'), close: escape, part: '#contents' },
      {
        name: 'code to embed',
        open: async (page) => {
          await press('Contents')(page);
          await press('Embed in an article')(page);
        },
        close: escape,
        part: 'dialog[open]'
      },
      {
        name: 'key',
        open: async (page) => {
          await press('Key')(page);
          await press('Only confirmed')(page);
        },
        close: async (page) => {
          await page.locator('#map-key').getByRole('button', { name: 'Show all' }).click();
          await escape(page);
        },
        part: '#map-key'
      },
      {
        name: 'filter',
        open: async (page) => {
          await press('Key')(page);
          await press('Only confirmed')(page);
          await escape(page);
          await pressHidden(`[data-step="${step}"] summary`)(page);
        },
        close: async (page) => {
          await pressHidden(`[data-step="${step}"] summary`)(page);
          await pressHidden('.filtered button')(page);
        },
        part: `[data-step="${step}"] .filtered`
      },
      {
        name: 'note',
        open: pressHidden(`[data-step="${step}"] .cite`),
        close: escape,
        part: '[role="group"][aria-label^="Source"]'
      },
      {
        name: 'event',
        open: pressHidden('[data-map] button[aria-expanded]'),
        close: escape,
        part: '[role="group"][aria-label="About this event"]'
      }
    ]
  },
  {
    name: 'presentation',
    path: `${storyPath}present/#shoigu`,
    arrive: presentHasKeys,
    text: 'article[data-step]',
    opens: [
      { name: 'pens', open: key('d'), close: key('d'), part: '[aria-label="Draw and point"]' },
      { name: 'overview', open: key('o'), close: escape, part: 'dialog[open]' },
      { name: 'go to a step', open: key('g'), close: escape, part: 'dialog[open]' },
      { name: 'help', open: key('?'), close: escape, part: 'dialog[open]' },
      { name: 'end', open: key('End'), close: key('Home'), part: '[data-face="end"]' }
    ]
  },
  {
    name: 'speaker’s window',
    path: `${storyPath}present/speaker/`,
    arrive: presentHasKeys,
    text: 'main',
    opens: [
      {
        name: 'marks on the map',
        open: key('End'),
        close: key('Home'),
        part: '[data-map]:has([aria-expanded])'
      }
    ]
  },
  // Not right after the other stop: that would be the same document.
  {
    name: 'presentation, question',
    path: `${storyPath}present/#${step}`,
    arrive: presentHasKeys,
    text: 'article[data-step]'
  },
  {
    name: 'embed',
    path: `${storyPath}embed/`,
    // Prerendered, the page has the story in both of its forms.
    arrive: (page) => expect(new Reading(page).loadButton).toBeVisible(),
    text: 'article'
  },
  {
    name: 'embed of a step',
    path: `${storyPath}embed/${step}/`,
    arrive: (page) =>
      expect(page.locator('[data-map] button[aria-expanded]').first()).toBeVisible(),
    text: 'article',
    opens: [
      {
        name: 'event',
        open: pressHidden('[data-map] button[aria-expanded]'),
        close: escape,
        part: '[role="group"][aria-label="About this event"]'
      }
    ]
  },
  {
    name: 'data',
    path: `${storyPath}data/`,
    arrive: (page) => expect(page.getByRole('table')).toBeVisible(),
    text: 'main'
  },
  {
    name: 'lesson',
    path: `${storyPath}lesson/`,
    // Once its script has taken over.
    arrive: (page) => expect(page.getByText(/ offline[.:]/)).toBeVisible(),
    text: 'main',
    opens: [
      {
        name: 'change of a step',
        open: (page) =>
          page.getByRole('button', { name: 'Change “From Moscow to the Gulf”' }).click(),
        close: (page) =>
          page.getByRole('button', { name: 'Done “From Moscow to the Gulf”' }).click(),
        part: '.fields'
      }
    ]
  },
  {
    name: 'joining a class',
    path: `${storyPath}class/`,
    arrive: (page) => expect(page.getByLabel('The code on the screen')).toBeVisible(),
    text: 'main'
  },
  {
    name: 'following a class',
    path: `${storyPath}class/?#BCDFG`,
    before: (page) => withClass(page, 'year-lines'),
    arrive: (page) => expect(page.getByRole('button', { name: 'Send' })).toBeVisible(),
    text: 'article'
  },
  {
    name: 'worksheet',
    path: `${storyPath}handout/?for=student`,
    arrive: (page) => expect(page.getByText(/ · 1 of /)).toBeVisible(),
    text: 'main'
  },
  {
    name: 'handout',
    path: `${storyPath}handout/?for=teacher`,
    arrive: (page) => expect(page.getByRole('radio', { name: /^Teacher/ })).toBeChecked(),
    text: 'main'
  }
];

/** A class that is asked the question of a step. */
async function withClass(page: Page, at: string): Promise<void> {
  const state = { rev: 1, writer: 'w', step: at, face: 'question', black: false, revealed: false };
  await page.route('**/class/BCDFG', (route) =>
    route.fulfill({ json: { story: storyPath.slice(1, -1), lesson: '' } })
  );
  await page.route('**/class/BCDFG/events', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: `data: ${JSON.stringify({ ...state, taking: true })}\n\n`
    })
  );
}

/**
 * Goes to every page of the site and opens what opens there; gives what `look` finds, with the name of the place.
 * `look` asks the page once.
 */
export async function onEveryPage(
  page: Page,
  look: (place: Place) => Promise<readonly string[]>
): Promise<string[]> {
  const found: string[] = [];
  const note = async (place: Place) =>
    found.push(...[...new Set(await look(place))].map((fault) => `${place.name}: ${fault}`));
  for (const { name, path, before, arrive, comeBack, text, opens = [] } of sitePages) {
    await before?.(page);
    await page.goto(path);
    await arrive(page);
    await note({ name, part: 'body', text, isPage: true });
    for (const { name: opens_, open, close, part } of opens) {
      await comeBack?.(page);
      await open(page);
      await opened(page, part, opens_);
      await note({ name: `${name}, ${opens_}`, part, text: part, isPage: false });
      await close(page);
      await expect(page.locator(part)).toBeHidden();
    }
  }
  return found;
}
