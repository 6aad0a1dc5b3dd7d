import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

/** What may become of a file on its way: not there, cut off in the middle, another one, refused the first time, late. */
export const mishaps = ['missing', 'cut', 'wrong type', 'busy once', 'slow'] as const;
export type Mishap = (typeof mishaps)[number];

/** How late a slow file is, ms. */
const slowMs = 30_000;

/** A static server that a test can stop, give other files, or let refuse some; always at the same address. */
export class SiteServer {
  /** The built site. */
  folder: string;
  /** Hears of each address that is asked for, before the answer. */
  onRequest: ((url: string) => void) | null = null;
  /** What becomes of the files at some addresses. */
  mishap: { readonly to: RegExp; readonly is: Mishap } | null = null;
  /** How often a file has met with it. */
  mishapCount = 0;
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
      const fail = () => void response.writeHead(404).end();
      const url = request.url ?? '/';
      if (!url.startsWith(this.#below)) return fail();
      this.onRequest?.(url);
      request.url = `/${url.slice(this.#below.length)}`;
      const answer = () => sirv(this.folder, { dev: true })(request, response, fail);
      if (!this.mishap?.to.test(url)) answer();
      else this.#spoil(request.url, response, answer);
    });
    await new Promise<void>((resolve) => server.listen(this.#port, resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  #spoil(path: string, response: ServerResponse, answer: () => void): void {
    const { is } = this.mishap!;
    this.mishapCount++;
    if (is === 'missing') response.writeHead(404).end();
    else if (is === 'wrong type') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>Log in');
    } else if (is === 'cut') {
      const file = readFileSync(join(this.folder, path.split('?')[0]!));
      response.writeHead(200, { 'content-length': file.length });
      response.write(file.subarray(0, file.length / 2), () => response.destroy());
    } else if (is === 'slow') setTimeout(answer, slowMs);
    else if (this.mishapCount === 1) response.writeHead(503).end();
    else answer();
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
