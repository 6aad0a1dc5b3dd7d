import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { themeElement, themeScript } from './theme.ts';

function themeOf(search: string, forcedColors = false): string | undefined {
  const dataset: { theme?: string } = {};
  runInNewContext(themeScript, {
    URLSearchParams,
    location: { search },
    matchMedia: (query: string) => ({
      matches: query === '(forced-colors: active)' && forcedColors
    }),
    document: { documentElement: { dataset } }
  });
  return dataset.theme;
}

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
    expect(themeOf('?theme=dark', true)).toBeUndefined();
  });

  it('stands in the page as a script element', () => {
    expect(themeElement).toBe(`<script>${themeScript}</script>`);
  });
});
