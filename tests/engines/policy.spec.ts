import { storyPath } from '../story-facts.ts';
import type { Tab } from './engine.ts';
import { expect, test } from './engine-test.ts';
import { policyOf, serveReporting, type ReportingSite } from './reporting-site.ts';

// What a browser logs of the script that the test puts into a page.
test.use({ expectedErrors: /Content[- ]Security[- ]Policy/ });

const often = { intervals: [50] };

const mapState = (tab: Tab) =>
  tab.evaluate(() => document.querySelector('[data-map]')?.getAttribute('data-map') ?? null);
const mapIsIdle = (tab: Tab) =>
  expect.poll(() => mapState(tab), { ...often, timeout: 60_000 }).toBe('idle');

/** Pages with all their parts: how each is known to work. */
const pages: readonly (readonly [path: string, works: (tab: Tab) => Promise<void>])[] = [
  [`${storyPath}`, mapIsIdle],
  [`${storyPath}present/`, mapIsIdle],
  [`${storyPath}embed/`, mapIsIdle],
  [`${storyPath}data/`, filters]
];

async function filters(tab: Tab): Promise<void> {
  const rows = () =>
    tab.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('input[type=search]')!;
      field.value = 'Shoigu';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return document.querySelectorAll('tbody tr').length;
    });
  await expect.poll(rows, often).toBe(1);
}

/** Puts scripts into a page, inline and as a handler; gives whether any of them ran. */
const runsInline = (tab: Tab) =>
  tab.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.ran = "script"';
    const button = document.createElement('button');
    button.setAttribute('onclick', 'document.documentElement.dataset.ran = "handler"');
    document.body.append(script, button);
    button.click();
    return document.documentElement.dataset['ran'] ?? null;
  });

/** Waits for the report of what a page has refused: what was against its policy before it has been reported by then. */
const isReported = (site: ReportingSite, path: string) =>
  expect
    .poll(() => site.reports.some((report) => report.startsWith(`${path} script-src`)), often)
    .toBe(true);

test('each page works by a policy that lets only its own scripts run', async ({ newTab }) => {
  const site = await serveReporting();
  const tab = await newTab();
  await tab.resize(960, 600);
  for (const [path, works] of pages) {
    await test.step(path, async () => {
      const [, scripts] = /script-src ([^;]+)/.exec(policyOf(path))!;
      expect(scripts).not.toMatch(/'unsafe-|\*|https?:/);
      await tab.open(new URL(path, site.home).href);
      await works(tab);
      expect(await runsInline(tab)).toBeNull();
      await isReported(site, path);
    });
  }
  const provoked = /script-src(-elem|-attr)? inline(, document\.documentElement\.dataset\.ran.*)?$/;
  expect(site.reports.filter((report) => !provoked.test(report))).toEqual([]);
  await tab.open('about:blank');
  await site.close();
});
