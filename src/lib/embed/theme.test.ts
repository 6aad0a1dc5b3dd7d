import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { themeElement, themeScript } from './theme.ts';

interface Marks {
  readonly theme?: string;
  readonly face?: string;
  readonly accent?: string;
}

/** How the script marks the root of a page with a query: `accent` is the colour. */
function marksOf(search: string, forcedColors = false): Marks {
  const dataset: Record<string, string> = {};
  let accent: string | undefined;
  const setProperty = (_: string, value: string) => (accent = value);
  runInNewContext(themeScript, {
    URLSearchParams,
    location: { search },
    matchMedia: (query: string) => ({
      matches: query === '(forced-colors: active)' && forcedColors
    }),
    document: { documentElement: { dataset, style: { setProperty } } }
  });
  return { ...dataset, ...(accent === undefined ? {} : { accent }) };
}

const themeOf = (search: string, forcedColors?: boolean) => marksOf(search, forcedColors).theme;

describe('themeScript', () => {
  it('marks the root with the theme that the address asks for, and with no other word', () => {
    expect(themeOf('?theme=dark')).toBe('dark');
    expect(themeOf('?a=1&theme=light')).toBe('light');
    for (const search of ['', '?theme=auto', '?theme=x', '?dark']) {
      expect(themeOf(search)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.string(), (search) => {
        const asked = new URLSearchParams(search).get('theme');
        expect(themeOf(search)).toBe(asked === 'dark' || asked === 'light' ? asked : undefined);
      })
    );
  });

  it('leaves a reader’s own colours alone', () => {
    expect(marksOf('?theme=dark&accent=b5121b', true)).toEqual({});
  });

  it('takes a newsroom’s colour and face, and no style that is neither', () => {
    expect(marksOf('?accent=B5121b&face=sans')).toEqual({ accent: '#B5121b', face: 'sans' });
    for (const search of ['?accent=red', '?accent=%23fff', '?accent=fff;x:y', '?face=Comic'])
      expect(marksOf(search)).toEqual({});
  });

  it('stands in the page as a script element', () => {
    expect(themeElement).toBe(`<script>${themeScript}</script>`);
  });
});
