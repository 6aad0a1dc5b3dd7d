import { held } from './inline.ts';

/** SvelteKit's own script in a page, which imports the page's modules. */
const startScript = /<script>\s*\{\s*__sveltekit_[^]*?<\/script>/;
const preloads = /(?:<link href="[^"]*" rel="modulepreload">\s*)+/;

/**
 * A page as SvelteKit renders it, with its preloaded modules and the script that imports them held back until the
 * inline script, which is put at the end of its head, releases them. A page without scripts is left as it is.
 *
 * @throws Error where the page imports modules in another way than SvelteKit's 2.70
 */
export function holdScripts(html: string, inlineScript: string): string {
  // What is in a template is neither fetched nor run.
  const hold = (tags: string) => `<template ${held}>${tags}</template>`;
  const heldBack = html.replace(preloads, hold).replace(startScript, hold);
  const rest = html.replace(preloads, '').replace(startScript, '');
  if (/modulepreload|<script>[^<]*\bimport\(/.test(rest)) {
    throw new Error(
      `src/lib/startup/hold-scripts.ts: expected ${startScript} and ${preloads} in SvelteKit's page, found other imports`
    );
  }
  if (heldBack === html) return html;
  return heldBack.replace('</head>', () => `<script>${inlineScript}</script></head>`);
}
