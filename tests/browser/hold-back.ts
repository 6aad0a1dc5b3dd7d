import type { Page } from '@playwright/test';

/** The data of every live map. */
export const mapData = /\/geo\/[\w-]+\.json$/;

/** Holds back what the page asks for at such addresses; the function returned lets it through. */
export async function holdBack(page: Page, addresses: RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(addresses, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
