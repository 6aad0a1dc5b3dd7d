import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { atEachStep } from './at-each-step.ts';

/** The rules whose answer depends on colours; all others answer the same in a light and in a dark page. */
export const colourRules: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast'] }
};

/** The other rules, which take little time. */
export const otherRules: RunOptions = { rules: { 'color-contrast': { enabled: false } } };

/** What axe finds wrong in the whole page or in the parts named by selectors: rule and element. */
export async function violations(
  page: Page,
  { parts = ['html'], rules = {} }: { parts?: readonly string[]; rules?: RunOptions } = {}
): Promise<string[]> {
  await bringAxe(page);
  return page.evaluate(
    async ([parts, options]) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const found = await axe.run({ include: parts.map((part) => [part]) }, options);
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)
      );
    },
    [parts, optionsFor(rules)] as const
  );
}

/** What axe finds wrong with the stage and with the card being read, at each of some steps. */
export async function violationsAtSteps(
  page: Page,
  ids: readonly string[],
  rules: RunOptions = {}
): Promise<string[]> {
  await bringAxe(page);
  const found = await atEachStep(
    page,
    ids,
    async (card, options) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const parts = [['[data-map]'], ['[aria-current="step"]']];
      const found = await axe.run({ include: parts }, options);
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${card.dataset['step']}, ${id}: ${html.slice(0, 160)}`)
      );
    },
    optionsFor(rules)
  );
  return found.flat();
}

/** Has axe in the page, once a document. The driver's scripts are not held to the page's policy of content. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe.source);
}

/** Without a look into style sheets, which no rule that runs here asks for. */
function optionsFor(rules: RunOptions): RunOptions {
  return { resultTypes: ['violations'], preload: false, ...rules };
}
