import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** Where the WordPress of this run answers. */
export const wordpress = {
  get url(): string {
    return variable('FULCRUM_WORDPRESS_URL');
  }
};

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start these tests by "npm run test:wordpress"`);
  return value;
}

/** What `call.php` writes before its answer. */
const mark = '\nReturned: ';

interface PhpOptions {
  /** Constants defined before WordPress is loaded. */
  readonly constants?: Readonly<Record<string, boolean>>;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * What PHP code returns within WordPress, as JSON; each argument is a variable of its name.
 *
 * @throws Error with what PHP printed, where it fails or prints a notice
 */
export function php<Result>(
  code: string,
  values: Readonly<Record<string, unknown>> = {},
  { constants = {}, env = {} }: PhpOptions = {}
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'php',
      ['-d', 'display_errors=stderr', join(import.meta.dirname, 'server/call.php')],
      { env: { ...process.env, ...env }, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        const answer = stdout.slice(stdout.lastIndexOf(mark) + mark.length);
        // WordPress may die with a page of its own, and with no error.
        if (error || stderr !== '' || !stdout.includes(mark)) {
          reject(new Error(`${stderr}${stdout}\nin: ${code}`));
        } else resolve(JSON.parse(answer) as Result);
      }
    );
    child.stdin!.end(JSON.stringify([code, values, constants]));
  });
}
