import type { Brand } from '../story/brand.ts';
import { nearestReadable } from './contrast.ts';
import { cssVariables, dark, darkContrast, light, lightContrast, type Palette } from './palette.ts';

const moreContrast = '(prefers-contrast: more)';
const inTheDark = '(prefers-color-scheme: dark)';

/** The colours of both themes, and those of a reader who asks for more contrast. */
interface Themes {
  readonly light: Partial<Palette>;
  readonly dark: Partial<Palette>;
  readonly lightContrast: Partial<Palette>;
  readonly darkContrast: Partial<Palette>;
}

/**
 * The colours of both themes as a style sheet. A page whose root is marked with a theme keeps it; any other follows the
 * reader's preference. Paper is light.
 */
export const themeSheet = sheetOf({ light, dark, lightContrast, darkContrast });

/** What a brand changes in that sheet and in the faces of the page, as a style sheet to follow it; empty for none. */
export function brandSheet({ accent, face }: Brand): string {
  const readable = (colour: string, { paper, card }: Palette) => ({
    accent: nearestReadable(colour, [paper, card], 7)
  });
  const colours =
    accent === null
      ? ''
      : sheetOf({
          light: { accent: accent.light },
          dark: { accent: accent.dark },
          lightContrast: readable(accent.light, light),
          darkContrast: readable(accent.dark, dark)
        });
  return colours + (face === 'sans' ? ' :root { --serif: var(--sans); }' : '');
}

function sheetOf(themes: Themes): string {
  const [light, dark] = [cssVariables(themes.light), cssVariables(themes.dark)];
  const [lightStrong, darkStrong] = [themes.lightContrast, themes.darkContrast].map(cssVariables);
  return [
    `:root { ${light} }`,
    `@media screen and ${inTheDark} { :root:not([data-theme='light']) { ${dark} } }`,
    `@media screen { :root[data-theme='dark'] { ${dark} } }`,
    `@media ${moreContrast} { :root { ${lightStrong} } }`,
    `@media screen and ${moreContrast} and ${inTheDark} { :root:not([data-theme='light']) { ${darkStrong} } }`,
    `@media screen and ${moreContrast} { :root[data-theme='dark'] { ${darkStrong} } }`
  ].join(' ');
}
