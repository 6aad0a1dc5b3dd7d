import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const article = readFileSync(new URL('hosts/article.html', import.meta.url), 'utf8');

/** A plausible article of another site, with an embed in its midst. */
export function articleWith(embed: string, head = ''): string {
  return article.replace('<!-- embed -->', embed).replace('</head>', `${head}</head>`);
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
