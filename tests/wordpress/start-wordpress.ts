import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { unzipSync } from 'fflate';

const debian = '/usr/share/wordpress';
const server = join(import.meta.dirname, 'server');

export interface RunningWordPress {
  /** What the tests find it by. */
  readonly env: Readonly<Record<string, string>>;
  /** The lines of PHP's log so far that name the plugin. */
  notices(): readonly string[];
  stop(): Promise<void>;
}

/**
 * Sets up a WordPress with a plugin and a database of its own in a temporary folder, and serves it.
 *
 * @param port on 127.0.0.1
 * @param plugin the plugin's zip, as WordPress's own upload would unpack it
 * @throws Error with what a program printed, where the database or WordPress does not start
 */
export async function startWordPress(port: number, plugin: Uint8Array): Promise<RunningWordPress> {
  const folder = mkdtempSync(join(tmpdir(), 'fulcrum-wordpress-'));
  const env = {
    FULCRUM_WORDPRESS_URL: `http://127.0.0.1:${port}`,
    FULCRUM_WORDPRESS_DIR: join(folder, 'site'),
    FULCRUM_WORDPRESS_SOCKET: join(folder, 'db.sock')
  };
  const started: ChildProcess[] = [];
  const stop = async () => {
    for (const child of started.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      end(child);
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    writeSite(env.FULCRUM_WORDPRESS_DIR, plugin);
    started.push(await startDatabase(folder, env.FULCRUM_WORDPRESS_SOCKET));
    run('php', [join(server, 'set-up.php')], env);
    started.push(await startPhp(env, port));
    const log = join(env.FULCRUM_WORDPRESS_DIR, 'debug.log');
    const notices = () =>
      (existsSync(log) ? readFileSync(log, 'utf8') : '')
        .split('\n')
        .filter((line) => line.includes('plugins/fulcrum/'));
    return { env, notices, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A copy of Debian's WordPress, whose own finds its configuration in /etc, with its themes and the plugin. */
function writeSite(site: string, plugin: Uint8Array): void {
  cpSync(debian, site, {
    recursive: true,
    dereference: true,
    filter: (source) => !/\/(wp-content|\.htaccess)$/.test(source)
  });
  cpSync(join(server, 'wp-config.php'), join(site, 'wp-config.php'));
  // A page that finds no icon logs an error.
  writeFileSync(join(site, 'favicon.ico'), '');
  const content = join(site, 'wp-content');
  for (const name of ['plugins', 'mu-plugins', 'uploads']) {
    mkdirSync(join(content, name), { recursive: true });
  }
  symlinkSync(join(debian, 'wp-content/themes'), join(content, 'themes'));
  cpSync(join(server, 'no-other-origin.php'), join(content, 'mu-plugins/no-other-origin.php'));
  for (const [path, bytes] of Object.entries(unzipSync(plugin))) {
    const file = join(content, 'plugins', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

async function startDatabase(folder: string, socket: string): Promise<ChildProcess> {
  const data = join(folder, 'db');
  // MariaDB refuses to run as root unless it is told to.
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  run('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
    ...user
  ]);
  const database = spawn(
    '/usr/sbin/mariadbd',
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${join(folder, 'db.pid')}`,
      '--skip-networking',
      '--innodb-flush-log-at-trx-commit=0',
      ...user
    ],
    { stdio: 'ignore', detached: true }
  );
  await until('MariaDB', database, () => existsSync(socket));
  run('php', [
    '-r',
    '(new mysqli("localhost", "root", "", "", 0, $argv[1]))->query("CREATE DATABASE wordpress CHARACTER SET utf8mb4");',
    socket
  ]);
  return database;
}

async function startPhp(
  env: Readonly<Record<string, string>>,
  port: number
): Promise<ChildProcess> {
  const child = spawn(
    'php',
    ['-d', 'opcache.enable_cli=1', '-S', `127.0.0.1:${port}`, '-t', env.FULCRUM_WORDPRESS_DIR!],
    {
      stdio: 'ignore',
      // Its workers would outlive it: they are ended with it, as one group.
      detached: true,
      env: { ...process.env, ...env, PHP_CLI_SERVER_WORKERS: '4' }
    }
  );
  await until('PHP', child, () =>
    fetch(`${env.FULCRUM_WORDPRESS_URL}/readme.html`).then(
      ({ ok }) => ok,
      () => false
    )
  );
  return child;
}

/** Waits, for half a minute at most, until a program that has just been started is there. */
async function until(
  name: string,
  child: ChildProcess,
  isThere: () => boolean | Promise<boolean>
): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await isThere()) return;
    if (child.exitCode !== null) break;
    await wait(100);
  }
  end(child);
  throw new Error(`${name} did not start (exit code ${child.exitCode})`);
}

/** Ends a program and those that it has started: it leads a group of its own. */
function end({ pid, exitCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null) process.kill(-pid);
}

function run(
  program: string,
  parameters: readonly string[],
  env: Readonly<Record<string, string>> = {}
): void {
  const { status, stdout, stderr, error } = spawnSync(program, parameters, {
    encoding: 'utf8',
    env: { ...process.env, ...env }
  });
  if (status !== 0) {
    throw new Error(`${program} failed: ${error?.message ?? ''}\n${stdout}${stderr}`);
  }
}
