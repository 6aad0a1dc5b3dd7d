import { pathsOf } from '../find-browser.ts';
import type { WebKitPaths } from './webkit-browser.ts';

/** Where this machine’s engines are; null for one that it lacks. */
export interface FoundEngines {
  readonly chromium: string;
  readonly firefox: string | null;
  readonly webkit: WebKitPaths | null;
  /** Draws windows that nobody sees; null where the windows are to be seen. */
  readonly xvfb: string | null;
}

/** What the search needs of the machine. */
export interface EngineSearch {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly exists: (path: string) => boolean;
  /** The names of a folder’s entries; none where there is no such folder. */
  readonly list: (folder: string) => readonly string[];
}

/** The engines of this machine beside a Chromium. On Linux, Firefox and WebKit need Xvfb, or a screen. */
export function findEngines(
  chromium: string,
  { env, platform, exists, list }: EngineSearch
): FoundEngines {
  const onPath = (...names: string[]) => pathsOf(names, env).find(exists) ?? null;
  const xvfb = onPath('Xvfb');
  const drawsWindows = platform !== 'linux' || xvfb !== null || Boolean(env.DISPLAY);
  const firefox =
    onPath('firefox-esr', 'firefox') ??
    ['/Applications/Firefox.app/Contents/MacOS/firefox'].find(exists) ??
    null;
  const driver = onPath('WebKitWebDriver');
  // Debian keeps WebKitGTK’s browser with the libraries of the processor’s kind.
  const browser = [
    '/usr/libexec',
    '/usr/lib',
    ...list('/usr/lib').map((name) => `/usr/lib/${name}`)
  ]
    .map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`)
    .find(exists);
  return {
    chromium,
    firefox: drawsWindows ? firefox : null,
    webkit: drawsWindows && driver !== null && browser ? { driver, browser } : null,
    xvfb
  };
}

/** In one line which engines are left out and how to get them; null where none is. */
export function leftOut({ firefox, webkit }: FoundEngines): string | null {
  const missing = [
    ...(firefox === null ? [{ name: 'Firefox', packages: ['firefox-esr', 'xvfb'] }] : []),
    ...(webkit === null ? [{ name: 'WebKit', packages: ['webkit2gtk-driver', 'xvfb'] }] : [])
  ];
  if (missing.length === 0) return null;
  const names = missing.map(({ name }) => name).join(' and ');
  const packages = [...new Set(missing.flatMap((engine) => engine.packages))].join(' ');
  return `Left out: the tests in ${names}. They need Debian’s packages ${packages}.`;
}
