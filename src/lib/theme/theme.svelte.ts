import { MediaQuery } from 'svelte/reactivity';
import { dark, light, type Palette } from './palette.ts';

/** The palette of the page's theme: the one its root element is marked with, else the reader's preference. */
export class PagePalette {
  readonly #dark = new MediaQuery('(prefers-color-scheme: dark)');

  get current(): Palette {
    const chosen = typeof document === 'undefined' ? null : document.documentElement.dataset.theme;
    return chosen === 'dark' || (chosen !== 'light' && this.#dark.current) ? dark : light;
  }
}
