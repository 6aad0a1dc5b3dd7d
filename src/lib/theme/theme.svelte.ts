import { MediaQuery } from 'svelte/reactivity';
import { dark, light, type Palette } from './palette.ts';

/** The palette that the page is shown in: of the theme that its root is marked with, else the reader's own. */
export class PagePalette {
  readonly #dark = new MediaQuery('(prefers-color-scheme: dark)');

  get current(): Palette {
    const chosen = typeof document === 'undefined' ? null : document.documentElement.dataset.theme;
    return chosen === 'dark' || (chosen !== 'light' && this.#dark.current) ? dark : light;
  }
}
