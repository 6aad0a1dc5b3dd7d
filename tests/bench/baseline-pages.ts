import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { Opening } from './pages/course.ts';

/** The paths of the pages that the reading page is compared with. */
export const baselinePaths = {
  plain: '/bench-plain/',
  bare: '/bench-bare/',
  observer: '/bench-observer/'
} as const;

/** Makes the baseline pages of a story's prerendered page and writes them into a built site. */
export async function writeBaselinePages(
  browser: Browser,
  site: string,
  story: string,
  opening: Opening
): Promise<void> {
  const html = readFileSync(join(site, story, 'index.html'), 'utf8');
  const script = (name: string) =>
    `<link rel="stylesheet" href="/bench/style.css">` +
    `<script type="application/json" id="opening">${JSON.stringify(opening)}</script>` +
    `<script type="module" src="/bench/${name}.js"></script>`;
  const { plain, observer } = await withoutScript(browser, html);
  const { left, top, width, height } = opening.plate;
  const bare =
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>bare</title>` +
    `<style>body{margin:0}#map{position:fixed;left:${left}px;top:${top}px;width:${width}px;height:${height}px}</style>${script('bare')}</head>` +
    `<body><h1>The map alone</h1><div id="map"></div><div id="page"></div></body></html>`;
  write(join(site, baselinePaths.plain), plain);
  write(join(site, baselinePaths.bare), bare);
  write(
    join(site, baselinePaths.observer),
    observer.replace('</head>', () => `${script('observer')}</head>`)
  );
}

function write(directory: string, html: string): void {
  const path = join(directory, 'index.html');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, html);
}

/** The page's HTML without its scripts; `plain` also without the map's stage and its picture. */
async function withoutScript(
  browser: Browser,
  html: string
): Promise<{ plain: string; observer: string }> {
  const page = await browser.newPage();
  try {
    return await page.evaluate((source) => {
      const document = new DOMParser().parseFromString(source, 'text/html');
      const drop = (found: string) => {
        for (const element of document.querySelectorAll(found)) element.remove();
      };
      drop('script, link[href$=".js"]');
      const written = () => `<!doctype html>${document.documentElement.outerHTML}`;
      const observer = written();
      drop('.stage, svg:has(> #opening-ground)');
      return { plain: written(), observer };
    }, html);
  } finally {
    await page.close();
  }
}
