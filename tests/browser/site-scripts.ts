import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { testSite } from '../test-site.ts';

/** What the scripts of the live map's code have in them, and no others. */
export const mapLibre = 'maplibregl-';
/** What the scripts of the lines' code have in them. */
export const deckGl = 'deck.gl';

/**
 * The names of the built site's scripts that hold some text.
 *
 * @throws Error where none does: a test that is about them would be about nothing
 */
export function scriptsWith(text: string): readonly string[] {
  const found = readdirSync(testSite, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => /\.m?js$/.test(path) && readFileSync(`${testSite}/${path}`, 'utf8').includes(text)
    )
    .map((path) => path.replaceAll('\\', '/').split('/').at(-1)!);
  if (found.length === 0)
    throw new Error(`expected a script of the site with "${text}", found none`);
  return found;
}

/** Notes the addresses of every script that holds some text, as the page asks for it. */
export function watchScripts(page: Page, text: string): readonly string[] {
  const names = new Set(scriptsWith(text));
  const asked: string[] = [];
  page.on('request', (request) => {
    if (names.has(nameIn(request.url()))) asked.push(request.url());
  });
  return asked;
}

/** Lets no script come that holds some text; gives the addresses of those asked for. */
export async function withoutScripts(page: Page, text: string): Promise<readonly string[]> {
  const names = new Set(scriptsWith(text));
  const refused: string[] = [];
  await page.route(
    (url) => names.has(nameIn(url.href)),
    async (route) => {
      refused.push(route.request().url());
      await route.abort();
    }
  );
  return refused;
}

const nameIn = (url: string) => new URL(url).pathname.split('/').at(-1)!;
