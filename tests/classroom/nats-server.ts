import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathsOf } from '../find-browser.ts';

export interface RunningNats {
  /** Its address, for `FULCRUM_NATS`. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Where a NATS server is on this machine; undefined where there is none. */
export function findNats(): string | undefined {
  return pathsOf(['nats-server'], { PATH: `${process.env.PATH}:/usr/sbin` }).find(existsSync);
}

/**
 * Where a NATS server is, once Debian's package is installed.
 *
 * @throws Error naming the package, where this process may not install it
 */
export function installedNats(): string {
  const command = 'apt-get install -y --no-install-recommends nats-server';
  if (findNats() === undefined && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const line of ['apt-get update', command]) {
      const [program, ...parameters] = line.split(' ');
      spawnSync(program!, parameters, { stdio: 'inherit', env });
    }
  }
  const program = findNats();
  if (program !== undefined) return program;
  throw new Error(`The load check needs a package of Debian 12. As root, run:\n  ${command}`);
}

/**
 * Starts a NATS server with JetStream, for this machine alone.
 *
 * @throws Error where it does not come up
 */
export async function startNats(program: string, port: string): Promise<RunningNats> {
  const folder = mkdtempSync(join(tmpdir(), 'fulcrum-nats-'));
  const parameters = ['-js', '-sd', folder, '-a', '127.0.0.1', '-p', port];
  const server = spawn(program, parameters, { stdio: 'ignore' });
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill();
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true });
  };
  if (await isListening(server, Number(port))) return { url: `nats://127.0.0.1:${port}`, stop };
  await stop();
  throw new Error(`${program} does not listen on port ${port}`);
}

async function isListening(server: ChildProcess, port: number): Promise<boolean> {
  for (let tries = 0; tries < 200 && server.exitCode === null; tries++) {
    const socket = createConnection(port, '127.0.0.1');
    const connected = await once(socket, 'connect').then(
      () => true,
      () => false
    );
    socket.destroy();
    if (connected) return true;
    await wait(50);
  }
  return false;
}
