import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  freePort,
  nginx,
  startNginx,
  startServe,
  writeSite,
  type RunningServer
} from './servers.ts';

// What a server owes to any client, asked of the project’s own and of nginx with the project’s configuration.

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks for a path just as it is written. */
function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false });
    asked.on('error', reject);
    asked.on('response', (response) => {
      let body = '';
      response.on('data', (data: Buffer) => (body += data.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body })
      );
    });
    asked.end();
  });
}

/** A client that begins to ask and does not go on. */
async function slowClient(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => socket.destroy());
  await once(socket, 'connect');
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow:');
  return socket;
}

const isUp = (server: RunningServer) =>
  vi.waitFor(
    async () => expect((await ask(server.port, '/')).status, server.printed()).toBe(200),
    10_000
  );

const site = writeSite();

afterAll(() => rmSync(dirname(site), { recursive: true, force: true }));

for (const [name, start] of [
  ['npm run serve', (port: string) => startServe(site, port)],
  ['nginx.conf', nginx === undefined ? null : (port: string) => startNginx(nginx!, site, port)]
] as const) {
  describe.skipIf(!start)(name, () => {
    let server: RunningServer;
    const get = (path: string, options?: Parameters<typeof ask>[2]) =>
      ask(server.port, path, options);

    beforeAll(async () => {
      server = start!(await freePort());
      await isUp(server);
    });
    afterAll(async () => {
      server.process.kill();
      await once(server.process, 'exit');
    });

    it('sends a page, and nothing to whoever has it already', async () => {
      const first = await get('/a-story/');
      expect(first).toMatchObject({ status: 200, body: expect.stringContaining('A story') });
      expect(first.headers['content-type']).toMatch(/^text\/html/);
      const again = await get('/a-story/', {
        headers: { 'If-None-Match': first.headers.etag! }
      });
      expect(again).toMatchObject({ status: 304, body: '' });
    });

    it('sends a part of a file, and says where there is none such', async () => {
      const part = await get('/letters.txt', { headers: { Range: 'bytes=2-4' } });
      expect(part).toMatchObject({ status: 206, body: 'cde' });
      expect(part.headers['content-range']).toBe('bytes 2-4/10');
      expect((await get('/letters.txt', { headers: { Range: 'bytes=99-' } })).status).toBe(416);
    });

    it('answers HEAD as GET, without the body', async () => {
      const { status, headers, body } = await get('/letters.txt', { method: 'HEAD' });
      expect([status, headers['content-length'], body]).toEqual([200, '10', '']);
    });

    it('takes nothing in', async () => {
      for (const method of ['POST', 'PUT', 'DELETE']) {
        expect((await get('/a-story/', { method })).status, method).toBe(405);
      }
    });

    it('reads nothing beside its folder', async () => {
      for (const path of [
        '/../secret.txt',
        '/a-story/../../secret.txt',
        '/%2e%2e/secret.txt',
        '/..%2fsecret.txt',
        '/..%5csecret.txt',
        '//../secret.txt',
        '/....//secret.txt',
        '/%252e%252e/secret.txt'
      ]) {
        const { status, body } = await get(path);
        expect(body, path).not.toContain('nobody');
        expect(status, path).toBeGreaterThanOrEqual(400);
      }
    });

    it('refuses what is no address', async () => {
      for (const path of ['/%E0%A4%A', '/%00', '/a-story/%', `/${'a'.repeat(100_000)}`]) {
        const status = await get(path).then(
          (answer) => answer.status,
          // It may hang up on what is too long to read.
          () => 400
        );
        expect(status, path.slice(0, 20)).toBeGreaterThanOrEqual(400);
        expect(status, path.slice(0, 20)).toBeLessThan(500);
      }
      await isUp(server);
    });

    it('shows the site’s own page where there is none', async () => {
      const { status, headers, body } = await get('/no/such/page');
      expect([status, body]).toEqual([404, expect.stringContaining('Page not found')]);
      expect(headers['content-type']).toMatch(/^text\/html/);
    });

    it('answers a thousand clients at once, beside two hundred that do not go on', async () => {
      const slow = await Promise.all(Array.from({ length: 200 }, () => slowClient(server.port)));
      const answers = await Promise.all(
        Array.from({ length: 1000 }, () => get('/_app/immutable/chunk.js'))
      );
      expect(new Set(answers.map(({ status, body }) => `${status} ${body}`))).toEqual(
        new Set(['200 export const answer = 42;'])
      );
      expect(answers[0]!.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      for (const socket of slow) socket.destroy();
    });
  });
}

describe('npm run serve', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`stops on ${signal}, also with a client that does not go on`, async () => {
      const server = startServe(site, await freePort());
      await isUp(server);
      const slow = await slowClient(server.port);
      server.process.kill(signal);
      expect(await once(server.process, 'exit')).toEqual([0, null]);
      slow.destroy();
    });
  }

  for (const port of ['abc', '70000', '-1', '1.5', '']) {
    it(`says what a port must be, not "${port}"`, async () => {
      const server = startServe(site, port);
      expect(await once(server.process, 'exit')).toEqual([1, null]);
      expect(server.printed()).toBe(
        `PORT: expected a whole number from 0 to 65535, got "${port}"\n`
      );
    });
  }

  it('says which folder holds no site', async () => {
    const server = startServe('no-such-folder', '0');
    expect(await once(server.process, 'exit')).toEqual([1, null]);
    expect(server.printed()).toBe('No built site in no-such-folder/: run "npm run build" first.\n');
  });
});
