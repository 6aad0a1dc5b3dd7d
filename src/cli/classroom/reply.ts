import type { ServerResponse } from 'node:http';

/** Unlike the site, a class is for the site's own pages: no other origin may read it. */
export const classHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff'
};

export interface Reply {
  readonly status: number;
  /** What is sent as JSON; nothing where it is left out. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is asked is not done, and why. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.headers = headers;
  }
}

/** Sends a reply; one whose client has gone is dropped. */
export function sendReply(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  if (response.destroyed) return;
  if (body === undefined) {
    response.writeHead(status, { ...classHeaders, ...headers }).end();
    return;
  }
  const json = Buffer.from(JSON.stringify(body));
  const type = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': json.length
  };
  response.writeHead(status, { ...classHeaders, ...type, ...headers }).end(json);
}
