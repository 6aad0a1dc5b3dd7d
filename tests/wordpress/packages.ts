import { spawnSync } from 'node:child_process';

/**
 * What the tests need of the system, by Debian's names. `mariadb-server-core` is the program alone: its fuller package
 * would start a server of the system's.
 */
const packages = [
  'wordpress',
  'wordpress-theme-twentytwentyone',
  'wordpress-theme-twentytwentytwo',
  'wordpress-theme-twentytwentythree',
  'mariadb-server-core',
  ...['cli', 'mysql', 'xml', 'gd', 'mbstring', 'curl'].map((part) => `php-${part}`)
];

/**
 * Installs what is missing of WordPress, PHP and MariaDB.
 *
 * @throws Error naming what is missing, where this process may not install it
 */
export function installPackages(): void {
  const missing = packages.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0) {
    throw new Error(`The WordPress tests need packages of Debian 12. As root, run:\n  ${command}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const line of ['apt-get update', command]) {
    const [program, ...parameters] = line.split(' ');
    const { status } = spawnSync(program!, parameters, { stdio: 'inherit', env });
    if (status !== 0) throw new Error(`${line} failed`);
  }
}

function isInstalled(name: string): boolean {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name], {
    encoding: 'utf8'
  });
  return stdout === 'installed';
}
