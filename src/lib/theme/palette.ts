import type { Hue } from '../story/story.ts';

/** The colours of one theme, `#rrggbb`. They are read by the page's CSS (as `--name`), the live map and the atlas. */
export interface Palette {
  readonly paper: string;
  /** Cards, popovers and bars that lie on the map. */
  readonly card: string;
  readonly ink: string;
  /** Secondary text; at least 4.5:1 on paper and card. */
  readonly inkSoft: string;
  readonly rule: string;
  /** Links, focus and the progress bar. */
  readonly accent: string;
  readonly sea: string;
  readonly land: string;
  readonly coast: string;
  readonly river: string;
  readonly border: string;
  readonly borderContested: string;
  readonly hatch: string;
  /** The story's first and second country, and any other it highlights. */
  readonly tintFirst: string;
  readonly tintSecond: string;
  readonly tintOther: string;
  /** The coast of a country so tinted. */
  readonly edgeFirst: string;
  readonly edgeSecond: string;
  readonly edgeOther: string;
  readonly groupOutline: string;
  readonly labelCountry: string;
  readonly labelPlace: string;
  readonly labelSea: string;
  /** What kinds of event are drawn in. */
  readonly hues: Readonly<Record<Hue, string>>;
}

export const light: Palette = {
  paper: '#fbf9f4',
  card: '#fdfcf8',
  ink: '#1d1b18',
  inkSoft: '#5a554c',
  rule: '#cfc8ba',
  accent: '#8c2f1b',
  sea: '#dfe7ea',
  land: '#f4f0e6',
  coast: '#a9b6ba',
  river: '#bccdd4',
  border: '#b3aa99',
  borderContested: '#7d7361',
  hatch: '#8f8571',
  tintFirst: '#e3cdb9',
  tintSecond: '#c7d8bf',
  tintOther: '#e6dcc0',
  edgeFirst: '#a97d59',
  edgeSecond: '#6f9160',
  edgeOther: '#a08f56',
  groupOutline: '#6d6453',
  labelCountry: '#5f584b',
  labelPlace: '#1d1b18',
  labelSea: '#4b6673',
  hues: {
    1: '#0b5fa5',
    2: '#b3261e',
    3: '#00766a',
    4: '#74379a',
    5: '#7f5a00',
    6: '#43474f',
    7: '#a83277',
    8: '#46700f'
  }
};

export const dark: Palette = {
  paper: '#16181a',
  card: '#1c1f21',
  ink: '#efebe2',
  inkSoft: '#b7b1a5',
  rule: '#3c4144',
  accent: '#f0a37f',
  sea: '#14222a',
  land: '#262a2b',
  coast: '#4d5d66',
  river: '#2f4450',
  border: '#54585a',
  borderContested: '#969a9b',
  hatch: '#7d8183',
  tintFirst: '#4a382b',
  tintSecond: '#2f4230',
  tintOther: '#403b2b',
  edgeFirst: '#9a7354',
  edgeSecond: '#6a9169',
  edgeOther: '#8f8353',
  groupOutline: '#b5ae9f',
  labelCountry: '#b3ada1',
  labelPlace: '#f3efe6',
  labelSea: '#86a5b4',
  hues: {
    1: '#6fb1f0',
    2: '#ff8a75',
    3: '#4fd0bd',
    4: '#c79bea',
    5: '#e6b84a',
    6: '#c3c9d4',
    7: '#f090c0',
    8: '#a9d15c'
  }
};

/** What a reader who asks for more contrast has otherwise: text at 7:1 or more, edges at 4.5:1 or more. */
export const lightContrast = {
  inkSoft: '#46423b',
  rule: '#6b6559',
  accent: '#7a2410',
  coast: '#4f666e',
  border: '#6f6858',
  borderContested: '#5a5243',
  labelCountry: '#3a352c',
  labelSea: '#2c444f'
} satisfies Partial<Palette>;

export const darkContrast = {
  inkSoft: '#d3cdc1',
  rule: '#949a9d',
  accent: '#ffc1a6',
  coast: '#8fa2ac',
  border: '#94999b',
  borderContested: '#b4b8b9',
  labelCountry: '#dcd7cc',
  labelSea: '#a9c4d1'
} satisfies Partial<Palette>;

/** A palette, or some of its colours, as CSS declarations: `--paper: #fbf9f4; … --hue-1: …`. */
export function cssVariables({ hues, ...tokens }: Partial<Palette>): string {
  const named = Object.entries(tokens).map(([name, value]) => [cssVariable(name), value]);
  const numbered = Object.entries(hues ?? {}).map(([hue, value]) => [`--hue-${hue}`, value]);
  return [...named, ...numbered].map(([name, value]) => `${name}: ${value};`).join(' ');
}

/** The CSS name of a palette's token: `tintFirst` → `--tint-first`. */
export function cssVariable(token: string): string {
  return `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
