import { describe, expect, it } from 'vitest';
import { findEngines, leftOut, type EngineSearch } from './find-engines.ts';

const libraries = '/usr/lib/x86_64-linux-gnu';
const firefox = '/usr/bin/firefox-esr';
const webkit = {
  driver: '/usr/bin/WebKitWebDriver',
  browser: `${libraries}/webkit2gtk-4.1/MiniBrowser`
};
const xvfb = '/usr/bin/Xvfb';

/** A machine on which these files exist. */
function machine(files: readonly string[], more: Partial<EngineSearch> = {}): EngineSearch {
  return {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    exists: (path) => files.includes(path),
    list: (folder) => (folder === '/usr/lib' ? ['x86_64-linux-gnu'] : []),
    ...more
  };
}

describe('findEngines(chromium, search)', () => {
  it('finds all three where Debian puts them', () => {
    const search = machine([firefox, ...Object.values(webkit), xvfb]);
    const found = findEngines('/usr/bin/chromium', search);
    expect(found).toEqual({ chromium: '/usr/bin/chromium', firefox, webkit, xvfb });
    expect(leftOut(found)).toBeNull();
  });

  it('leaves out what could not show a window', () => {
    const files = [firefox, ...Object.values(webkit)];
    expect(findEngines('c', machine(files))).toEqual({
      chromium: 'c',
      firefox: null,
      webkit: null,
      xvfb: null
    });
    const env = { PATH: '/usr/bin', DISPLAY: ':0' };
    expect(findEngines('c', machine(files, { env }))).toMatchObject({
      firefox,
      webkit,
      xvfb: null
    });
  });

  it('finds Firefox among the programs of a Mac, where windows need no help', () => {
    const app = '/Applications/Firefox.app/Contents/MacOS/firefox';
    const found = findEngines('c', machine([app], { platform: 'darwin', list: () => [] }));
    expect(found).toMatchObject({ firefox: app, webkit: null });
  });

  it('takes WebKit’s driver and its browser together or not at all', () => {
    for (const part of Object.values(webkit)) {
      expect(findEngines('c', machine([part, xvfb])).webkit).toBeNull();
    }
  });
});

describe('leftOut(engines)', () => {
  it('names the engines and the packages, each once', () => {
    expect(leftOut(findEngines('c', machine([])))).toBe(
      'Left out: the tests in Firefox and WebKit. They need Debian’s packages firefox-esr xvfb webkit2gtk-driver.'
    );
    expect(leftOut(findEngines('c', machine([firefox, xvfb])))).toBe(
      'Left out: the tests in WebKit. They need Debian’s packages webkit2gtk-driver xvfb.'
    );
  });
});
