import { cssVariable, dark, light, type Palette } from '../theme/palette.ts';
import type { Hue } from '../story/story.ts';

/** The name of a colour in the palette. */
export type ColorName = Exclude<keyof Palette, 'hues'> | `hue-${Hue}`;

/** The class that fills with a colour. */
export function fill(color: ColorName): string {
  return `fill-${color}`;
}

/** The class that strokes with a colour. */
export function stroke(color: ColorName): string {
  return `stroke-${color}`;
}

/** A piece of SVG for use inside a page: the page's CSS colours replace the colour classes. Other classes stay. */
export function inPageColors(svg: string): string {
  return svg.replace(/ class="([^"]*)"/g, (_, classes: string) => {
    let declared = '';
    const others = classes
      .replace(/\b(fill|stroke)-(\S+)/g, (_, property: string, color: string) => {
        declared += `${property}:var(${cssVariable(color)});`;
        return '';
      })
      .trim();
    return (others && ` class="${others}"`) + (declared && ` style="${declared}"`);
  });
}

/**
 * The style sheet of the colour classes that a piece of SVG uses: the light theme as plain rules, which every
 * renderer knows, then the dark one in a media query.
 */
export function colorSheet(svg: string): string {
  const used = [
    ...new Set(svg.match(/(?<=["\s])(fill|stroke)-[a-z][A-Za-z0-9-]*(?=["\s])/g) ?? [])
  ];
  const rules = ({ hues, ...tokens }: Palette): string => {
    const numbered = Object.entries(hues).map(([hue, value]) => [`hue-${hue}`, value] as const);
    const colors = new Map<string, string>([...Object.entries(tokens), ...numbered]);
    return used
      .flatMap((name) => {
        const [, property, color] = /^(fill|stroke)-(.*)$/.exec(name)!;
        const value = colors.get(color!);
        return value === undefined ? [] : [`.${name}{${property}:${value}}`];
      })
      .sort()
      .join('');
  };
  return `${rules(light)}@media(prefers-color-scheme:dark){${rules(dark)}}`;
}
