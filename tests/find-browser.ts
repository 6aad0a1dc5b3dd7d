/** A way to a Chromium: where it is, and which of the places asked knew of it. */
export interface FoundBrowser {
  readonly path: string;
  readonly origin: string;
}

/** What the search needs of the machine; `findBrowser` itself touches nothing. */
export interface BrowserSearch {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** Where Playwright's own browser lies once it is installed. */
  readonly playwrightPath: () => string;
  readonly exists: (path: string) => boolean;
  /** Installs Playwright's browser; whether it did. */
  readonly installPlaywright: () => boolean;
  /** Whether a system package can be installed here: as root, with apt-get. */
  readonly mayInstallPackage: () => boolean;
  /** Installs the system's Chromium; whether it did. */
  readonly installPackage: () => boolean;
}

const commandNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const macApps = ['Chromium', 'Google Chrome'];

/**
 * A Chromium to test with, in this order: the one that FULCRUM_CHROMIUM or CHROMIUM_PATH names, Playwright's
 * own, the system's, Playwright's after installing it, the system's after installing its package.
 *
 * @throws Error saying what to do, where there is none; or naming the variable that leads nowhere
 */
export function findBrowser(search: BrowserSearch): FoundBrowser {
  for (const name of ['FULCRUM_CHROMIUM', 'CHROMIUM_PATH']) {
    const path = search.env[name];
    if (!path) continue;
    if (search.exists(path)) return { path, origin: name };
    throw new Error(
      `${name} must name a Chromium, got ${JSON.stringify(path)}, where there is no file.`
    );
  }
  const found = ofPlaywright(search) ?? ofSystem(search);
  if (found) return found;
  if (search.installPlaywright()) {
    const installed = ofPlaywright(search);
    if (installed) return installed;
  }
  if (search.mayInstallPackage() && search.installPackage()) {
    const installed = ofSystem(search);
    if (installed) return installed;
  }
  throw new Error(
    [
      'The browser tests need a Chromium, and none was found or could be installed. Either',
      '  - run "npx playwright install chromium", or',
      '  - install your system’s package (Debian: "apt-get install chromium"), or',
      '  - set FULCRUM_CHROMIUM to the path of a Chromium or Chrome.'
    ].join('\n')
  );
}

function ofPlaywright({ playwrightPath, exists }: BrowserSearch): FoundBrowser | null {
  const path = playwrightPath();
  return path !== '' && exists(path) ? { path, origin: 'Playwright' } : null;
}

function ofSystem({ env, platform, exists }: BrowserSearch): FoundBrowser | null {
  const candidates = [
    ...pathsOf(commandNames, env),
    ...(platform === 'darwin'
      ? macApps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)
      : [])
  ];
  const path = candidates.find(exists);
  return path === undefined ? null : { path, origin: 'system' };
}

/** Where commands of these names may be, by PATH: the first name everywhere, then the next. */
export function pathsOf(
  names: readonly string[],
  { PATH = '' }: Readonly<Record<string, string | undefined>>
): string[] {
  const folders = PATH.split(':').filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
}
