import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { storyPath } from '../story-facts.ts';
import { snippet } from './snippets.ts';

const read = (name: string) => readFileSync(new URL(`hosts/${name}`, import.meta.url), 'utf8');
const article = read('article.html');

/** A plausible article of another site, with an embed in its midst. */
export function articleWith(embed: string, head = ''): string {
  return article.replace('<!-- embed -->', embed).replace('</head>', `${head}</head>`);
}

/**
 * The pages of a site with a story that is nothing but the frame's side of the protocol: what is tested with it is the
 * script for host pages. It is 12,000 px tall, its position is the thousandth of its scroll, and its link `To 7` leads
 * to 7,000 px.
 */
export const stubStory: Readonly<Record<string, string>> = {
  [`${storyPath}embed/`]: read('stub-story.html')
};

/** What a newsroom would paste for the stub story of one site, led by the script of another. */
export function stubSnippet(stubSite: string, site: string): string {
  return snippet(`${stubSite}/`, 'scroll').replace(`${stubSite}/embed.js`, `${site}embed.js`);
}

export interface HostSite {
  /** On another origin than the stories: by number instead of by name, and on a port of its own. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves pages, by their paths, as another site would. */
export async function serveHost(pages: Readonly<Record<string, string>>): Promise<HostSite> {
  const server: Server = createServer(({ url = '/' }, response) => {
    const page = pages[new URL(url, 'http://host/').pathname];
    response.statusCode = page === undefined ? 204 : 200;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}
