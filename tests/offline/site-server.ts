import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

/** A static server that a test can stop, give other files, or let refuse some; always at the same address. */
export class SiteServer {
  /** The built site. */
  folder: string;
  /** Addresses that it answers with status 500. */
  refused: RegExp | null = null;
  /** The addresses that it answered so. */
  readonly refusals: string[] = [];
  readonly #below: string;
  #server: Server | null = null;
  #port = 0;

  /** @param below the path under which the site lies, with a slash at both ends */
  constructor(folder: string, below = '/') {
    this.folder = folder;
    this.#below = below;
  }

  /** The site's address, with a slash at its end. */
  get home(): string {
    return `http://localhost:${this.#port}${this.#below}`;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const fail = (status: number) => {
        response.statusCode = status;
        response.end();
      };
      const url = request.url ?? '/';
      if (!url.startsWith(this.#below)) return fail(404);
      if (this.refused?.test(url)) {
        this.refusals.push(url);
        return fail(500);
      }
      request.url = `/${url.slice(this.#below.length)}`;
      sirv(this.folder, { dev: true })(request, response, () => fail(404));
    });
    await new Promise<void>((resolve) => server.listen(this.#port, resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** From now on nothing answers. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
}
