import { describe, expect, it } from 'vitest';
import { findBrowser, type BrowserSearch } from './find-browser.ts';

/** A machine on which these files exist; what is installed there adds to them. */
function machine(files: readonly string[], more: Partial<BrowserSearch> = {}) {
  const present = new Set(files);
  const installed: string[] = [];
  const search: BrowserSearch = {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    playwrightPath: () => '/cache/chrome',
    exists: (path) => present.has(path),
    installPlaywright: () => false,
    mayInstallPackage: () => false,
    installPackage: () => {
      installed.push('package');
      present.add('/usr/bin/chromium');
      return true;
    },
    ...more
  };
  return { search, installed, present };
}

describe('findBrowser(search)', () => {
  it('takes the one that the reader names, before all others', () => {
    const env = { FULCRUM_CHROMIUM: '/mine', CHROMIUM_PATH: '/other', PATH: '/usr/bin' };
    const { search } = machine(['/mine', '/other', '/cache/chrome', '/usr/bin/chromium'], { env });
    expect(findBrowser(search)).toEqual({ path: '/mine', origin: 'FULCRUM_CHROMIUM' });
  });

  it('does not replace a named one that is missing', () => {
    const { search } = machine(['/usr/bin/chromium'], {
      env: { CHROMIUM_PATH: '/gone', PATH: '/usr/bin' }
    });
    expect(() => findBrowser(search)).toThrow(
      'CHROMIUM_PATH must name a Chromium, got "/gone", where there is no file.'
    );
  });

  it('prefers Playwright’s to the system’s', () => {
    const { search } = machine(['/cache/chrome', '/usr/bin/chromium']);
    expect(findBrowser(search).origin).toBe('Playwright');
  });

  it('finds the system’s on the path', () => {
    const { search } = machine(['/usr/bin/google-chrome']);
    expect(findBrowser(search)).toEqual({ path: '/usr/bin/google-chrome', origin: 'system' });
  });

  it('finds an application of macOS', () => {
    const path = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser(machine([path], { platform: 'darwin' }).search).path).toBe(path);
    expect(() => findBrowser(machine([path]).search)).toThrow('none was found');
  });

  it('installs Playwright’s where there is none', () => {
    const { search, present, installed } = machine([], { mayInstallPackage: () => true });
    const installPlaywright = () => present.add('/cache/chrome') !== undefined;
    expect(findBrowser({ ...search, installPlaywright }).origin).toBe('Playwright');
    expect(installed).toEqual([]);
  });

  it('installs the system’s package where Playwright’s does not come', () => {
    const { search, installed } = machine([], { mayInstallPackage: () => true });
    expect(findBrowser(search)).toEqual({ path: '/usr/bin/chromium', origin: 'system' });
    expect(installed).toEqual(['package']);
  });

  it('says what to do where nothing helps, and installs no package unasked', () => {
    const { search, installed } = machine([]);
    expect(() => findBrowser(search)).toThrow(
      /npx playwright install chromium[^]*FULCRUM_CHROMIUM/
    );
    expect(installed).toEqual([]);
  });
});
