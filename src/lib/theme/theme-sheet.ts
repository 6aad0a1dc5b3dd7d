import { cssVariables, dark, darkContrast, light, lightContrast } from './palette.ts';

const moreContrast = '(prefers-contrast: more)';
const inTheDark = '(prefers-color-scheme: dark)';

/**
 * The colours of both themes as a style sheet. A page whose root is marked with a theme keeps it; any other follows the
 * reader's preference. Paper is light.
 */
export const themeSheet = [
  `:root { ${cssVariables(light)} }`,
  `@media screen and ${inTheDark} { :root:not([data-theme='light']) { ${cssVariables(dark)} } }`,
  `@media screen { :root[data-theme='dark'] { ${cssVariables(dark)} } }`,
  `@media ${moreContrast} { :root { ${cssVariables(lightContrast)} } }`,
  `@media screen and ${moreContrast} and ${inTheDark} { :root:not([data-theme='light']) { ${cssVariables(darkContrast)} } }`,
  `@media screen and ${moreContrast} { :root[data-theme='dark'] { ${cssVariables(darkContrast)} } }`
].join(' ');
