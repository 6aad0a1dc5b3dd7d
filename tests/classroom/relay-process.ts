import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ask } from './relays.ts';

const script = resolve(import.meta.dirname, '../../src/cli/serve.ts');
const heapReport = import.meta.resolve('./report-heap.ts');

/** `npm run serve -- --class` as a process of its own. */
export class RelayProcess {
  readonly port: number;
  readonly #process: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#process = child;
    this.port = port;
  }

  /**
   * Starts a relay, and waits until it answers.
   *
   * @throws Error where it stops instead
   */
  static async start(
    site: string,
    port: string,
    env: Readonly<Record<string, string>>
  ): Promise<RelayProcess> {
    const options = ['--expose-gc', '--import', heapReport];
    const child = spawn(process.execPath, [...options, script, site, '--class'], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, PORT: port, ...env }
    });
    const relay = new RelayProcess(child, Number(port));
    while (child.exitCode === null && child.signalCode === null) {
      const answers = await ask(relay.port, 'GET /').then(
        () => true,
        () => false
      );
      if (answers) return relay;
      await wait(50);
    }
    throw new Error(`the relay on port ${port} has stopped`);
  }

  /** What its heap has that is in use, bytes. */
  async heap(): Promise<number> {
    this.#process.send('heap');
    const [bytes] = (await once(this.#process, 'message')) as [number];
    return bytes;
  }

  /** Ends it, with `SIGKILL` without a word. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    this.#process.kill(signal);
    await once(this.#process, 'exit');
  }
}
