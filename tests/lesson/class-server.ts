import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { testSite } from '../test-site.ts';

/** The site of the browser tests with a class room, on a port of its own; a test may kill and restart it. */
export class ClassServer {
  #port = 0;
  #process: ChildProcess | null = null;

  /** The site's address, with a slash at its end. */
  get home(): string {
    return `http://localhost:${this.#port}/`;
  }

  async start(): Promise<void> {
    if (this.#port === 0) this.#port = await freePort();
    const server = spawn(process.execPath, ['src/cli/serve.ts', testSite, '--class'], {
      env: {
        ...process.env,
        PORT: String(this.#port),
        FULCRUM_CLASS_SECRET: 'only for these tests'
      },
      stdio: ['ignore', 'pipe', 'inherit']
    });
    this.#process = server;
    await new Promise<void>((resolve, reject) => {
      server.stdout!.on('data', (text) => String(text).includes('Ctrl+C') && resolve());
      server.on('exit', () => reject(new Error('the class server has ended')));
    });
  }

  /** As when its machine goes: nothing is said to anyone. */
  async kill(): Promise<void> {
    const server = this.#process;
    if (server === null) return;
    this.#process = null;
    const ended = new Promise((resolve) => server.on('exit', resolve));
    server.kill('SIGKILL');
    await ended;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
