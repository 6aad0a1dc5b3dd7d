import { expect, test as base } from '../story-test.ts';
import { testSite } from '../test-site.ts';
import { SiteServer } from './site-server.ts';

export { expect };

interface SiteFixtures {
  /** The built site that is served; by default the one of the other tests. */
  readonly folder: string;
  /** The path under which it is served. */
  readonly below: string;
  readonly site: SiteServer;
}

/** A test of a page with a server of its own. */
export const test = base.extend<SiteFixtures>({
  serviceWorker: true,
  folder: [testSite, { option: true }],
  below: ['/', { option: true }],
  site: async ({ folder, below }, use) => {
    const site = new SiteServer(folder, below);
    await site.start();
    await use(site);
    await site.stop();
  },
  baseURL: async ({ site }, use) => use(site.home)
});
