import type { Page, Route } from '@playwright/test';

/** Answers itself what the page asks for at such addresses; gives the addresses that it was asked for so far. */
export async function answering(
  page: Page,
  addresses: RegExp,
  answer: (route: Route) => Promise<void>
): Promise<readonly string[]> {
  const asked: string[] = [];
  await page.route(addresses, async (route) => {
    asked.push(route.request().url());
    await answer(route);
  });
  return asked;
}
