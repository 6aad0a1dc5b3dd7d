import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathsOf } from '../find-browser.ts';

const cli = resolve(import.meta.dirname, '../../src/cli');

/** What a small site holds, by path. Beside its folder lies `secret.txt`, which nobody is to read. */
const files: Readonly<Record<string, string>> = {
  'site/index.html': '<!doctype html><title>Stories</title>',
  'site/404.html': '<!doctype html><title>Page not found</title>',
  'site/a-story/index.html': '<!doctype html><title>A story</title>',
  'site/_app/immutable/chunk.js': 'export const answer = 42;',
  'site/letters.txt': 'abcdefghij',
  'secret.txt': 'nobody is to read this'
};

export interface RunningServer {
  readonly port: number;
  readonly process: ChildProcess;
  /** All that it has printed. */
  readonly printed: () => string;
}

/** Writes the small site; returns its folder. */
export function writeSite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fulcrum-server-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return join(folder, 'site');
}

/** `npm run serve`. */
export function startServe(site: string, port: string): RunningServer {
  const started = spawn(process.execPath, [join(cli, 'serve.ts'), site], {
    env: { ...process.env, PORT: port }
  });
  return running(started, Number(port));
}

/** Where nginx is on this machine; undefined where it is not. */
export const nginx: string | undefined = pathsOf(['nginx'], {
  PATH: `${process.env.PATH}:/usr/sbin`
}).find(existsSync);

/** nginx with the project’s own `nginx.conf`, but for the folder and the port. */
export function startNginx(path: string, site: string, port: string): RunningServer {
  const server = readFileSync(join(cli, 'nginx.conf'), 'utf8')
    .replace('listen 8080', `listen ${port}`)
    .replace('root /srv/fulcrum', `root ${site}`);
  const folder = dirname(site);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join(' ');
  writeFileSync(
    join(folder, 'nginx.conf'),
    `user root; daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
     events { worker_connections 4096; }
     http { include /etc/nginx/mime.types; access_log off; ${temporary} ${server} }`
  );
  return running(spawn(path, ['-c', join(folder, 'nginx.conf'), '-p', folder]), Number(port));
}

function running(started: ChildProcess, port: number): RunningServer {
  let printed = '';
  for (const stream of [started.stdout!, started.stderr!]) {
    stream.on('data', (data: Buffer) => (printed += data.toString()));
  }
  return { port, process: started, printed: () => printed };
}

export async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return String(port);
}
