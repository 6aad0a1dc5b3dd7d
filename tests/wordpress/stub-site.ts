import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a stub answers for a path; 404 for any other. */
interface StubAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface StubSite {
  /** With a slash at its end. */
  readonly root: string;
  /** The paths asked for so far. */
  readonly asked: readonly string[];
  /** From now on, answers this. */
  answer(answers: Readonly<Record<string, StubAnswer>>): void;
  close(): Promise<void>;
}

/** A story site of which the plugin sees no more than it asks for. */
export async function startStubSite(): Promise<StubSite> {
  let answers: Readonly<Record<string, StubAnswer>> = {};
  const asked: string[] = [];
  const server = createServer(({ url = '/' }, response) => {
    asked.push(url);
    const { status = 200, headers = {}, body = '' } = answers[url] ?? { status: 404 };
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    root: `http://localhost:${(server.address() as AddressInfo).port}/`,
    asked,
    answer: (given) => (answers = given),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}
