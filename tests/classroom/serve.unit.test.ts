import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { OpenedRoom } from '../../src/lib/classroom/protocol.ts';
import { freePort, writeSite } from '../server/servers.ts';
import { room } from './lesson.ts';
import { ask } from './relays.ts';

const script = resolve(import.meta.dirname, '../../src/cli/serve.ts');
const site = writeSite();
const stopped: (() => Promise<unknown>)[] = [];

afterEach(() => Promise.all(stopped.splice(0).map((stop) => stop())));
afterAll(() => rmSync(dirname(site), { recursive: true }));

/** `npm run serve -- …` on a free port. */
async function startServe(parameters: readonly string[], env: Record<string, string> = {}) {
  const port = await freePort();
  const server = spawn(process.execPath, [script, site, ...parameters], {
    env: { ...process.env, PORT: port, FULCRUM_CLASS_SECRET: 'a secret of tests', ...env }
  });
  const exited = once(server, 'exit');
  stopped.push(() => (server.kill(), exited));
  let printed = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (data: Buffer) => (printed += data.toString()));
  const isUp = () =>
    vi.waitFor(() => expect(printed).toContain('Press Ctrl+C'), { timeout: 20_000 });
  return { port: Number(port), exited, isUp, printed: () => printed, server };
}

describe('npm run serve -- --class', () => {
  it('has class rooms beside the site, and says where', async () => {
    const { port, isUp, printed } = await startServe(['--class'], {
      FULCRUM_ORIGIN: 'https://maps.example'
    });
    await isUp();
    expect(printed()).toContain('Class    https://maps.example/\n');
    const opened = await ask(port, 'POST /class/', { body: room });
    expect(opened).toMatchObject({ status: 201, body: { addresses: ['https://maps.example/'] } });
    const { code } = opened.body as OpenedRoom;
    expect((await ask(port, `GET /${code}/`)).status).toBe(302);
    expect((await ask(port, 'GET /a-story/')).body).toContain('A story');
    const { status, body } = await ask(port, 'GET /zzzzz');
    expect([status, body]).toEqual([404, expect.stringContaining('Page not found')]);
    expect((await ask(port, 'POST /a-story/')).status).toBe(405);
  });

  it('stops while a class follows', async () => {
    const { port, isUp, server, exited } = await startServe(['--class']);
    await isUp();
    const { code } = (await ask(port, 'POST /class/', { body: room })).body as OpenedRoom;
    const stream = await fetch(`http://127.0.0.1:${port}/class/${code}/events`);
    server.kill();
    await stream.text();
    expect(await exited).toEqual([0, null]);
  });

  it('has none unless it is asked to', async () => {
    const { port, isUp, printed } = await startServe([]);
    await isUp();
    expect(printed()).not.toContain('Class');
    expect((await ask(port, 'POST /class/', { body: room })).status).toBe(405);
    expect((await ask(port, 'GET /class/BCDFG')).status).toBe(404);
  });

  it.each([
    [['--clas'], {}, "Unknown option '--clas'"],
    [['--class'], { FULCRUM_CLASS_RATE: 'many' }, 'FULCRUM_CLASS_RATE must be a number'],
    [['--class'], { FULCRUM_CLASS_SECRET: 'short' }, 'FULCRUM_CLASS_SECRET must have'],
    [['--class'], { FULCRUM_ORIGIN: 'maps' }, 'FULCRUM_ORIGIN must be like']
  ])('says what is wrong with %s and %o', async (parameters, env, message) => {
    const { exited, printed } = await startServe(parameters, env);
    expect(await exited).toEqual([1, null]);
    expect(printed()).toContain(message);
  });
});
