import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const hasPython = spawnSync('python3', ['--version']).status === 0;

/** Starts an exported folder's server; gives the address that it prints, and what comes from there, whole and in part. */
async function start(...options: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'start-py-'));
  cpSync('src/cli/export/start.py', join(folder, 'start.py'));
  writeFileSync(join(folder, 'index.html'), 'The stories');
  // `true` in the place of a browser.
  const server = spawn('python3', ['start.py', ...options], {
    cwd: folder,
    env: { ...process.env, BROWSER: 'true' }
  });
  try {
    const printed = await new Promise<string>((resolve, reject) => {
      server.stdout.on('data', (text) => resolve(String(text)));
      server.on('exit', () => reject(new Error('start.py has ended')));
    });
    const address = new URL(/http:\S+/.exec(printed)![0]);
    const part = await fetch(new URL('index.html', address), { headers: { range: 'bytes=4-10' } });
    return {
      address,
      text: await (await fetch(address)).text(),
      part: [part.status, part.headers.get('content-range'), await part.text()]
    };
  } finally {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!hasPython)('start.py of an exported story', () => {
  it('serves this computer alone', async () => {
    const { address, text } = await start();
    expect([address.hostname, text]).toEqual(['127.0.0.1', 'The stories']);
    await expect(fetch(address)).rejects.toThrow();
  });

  it('answers for a part of a file, without which Safari plays no video', async () => {
    expect((await start()).part).toEqual([206, 'bytes 4-10/11', 'stories']);
  });

  it('serves a class at an address that other devices can open', async () => {
    const { address, text } = await start('--class');
    expect(text).toBe('The stories');
    expect(address.hostname).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  });
});
