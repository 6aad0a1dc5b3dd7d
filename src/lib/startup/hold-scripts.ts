import { held } from './inline.ts';

/** SvelteKit's own script in a page, which imports the page's modules. */
const startScript = /<script>(?=\s*\{\s*__sveltekit_)/;
const preload = ' rel="modulepreload">';

/**
 * A page as SvelteKit renders it, with its preloaded modules and the script that imports them held back until the
 * inline script, which is put at the end of its head, releases them. A page without scripts is left as it is.
 *
 * @throws Error where the page imports modules in another way than SvelteKit's 2.70
 */
export function holdScripts(html: string, inlineScript: string): string {
  const heldBack = html
    .replaceAll(preload, ` rel="${held}">`)
    .replace(startScript, `<script type="${held}">`);
  if (/modulepreload|<script>[^<]*\bimport\(/.test(heldBack)) {
    throw new Error(
      `src/lib/startup/hold-scripts.ts: expected ${startScript} and ${preload} in SvelteKit's page, found other imports`
    );
  }
  if (heldBack === html) return html;
  return heldBack.replace('</head>', () => `<script>${inlineScript}</script></head>`);
}
