import { createSubscriber, MediaQuery } from 'svelte/reactivity';
import { dark, darkContrast, light, lightContrast, type Palette } from './palette.ts';

const lightStrong: Palette = { ...light, ...lightContrast };
const darkStrong: Palette = { ...dark, ...darkContrast };

/** The palette of the page's theme: the one its root element is marked with, else the reader's preference. */
export class PagePalette {
  readonly #dark = new MediaQuery('(prefers-color-scheme: dark)');
  readonly #strong = new MediaQuery('(prefers-contrast: more)');

  /** A page in a frame may follow the theme of the page around it. */
  readonly #watchMark = createSubscriber((update) => {
    const marks = new MutationObserver(update);
    marks.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => marks.disconnect();
  });

  get current(): Palette {
    if (typeof document !== 'undefined') this.#watchMark();
    const chosen = typeof document === 'undefined' ? null : document.documentElement.dataset.theme;
    const isDark = chosen === 'dark' || (chosen !== 'light' && this.#dark.current);
    if (this.#strong.current) return isDark ? darkStrong : lightStrong;
    return isDark ? dark : light;
  }
}
