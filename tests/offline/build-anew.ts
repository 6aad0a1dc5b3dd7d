import { cpSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { frontMatter } from '../story-facts.ts';

/**
 * Makes another folder of a built site, as a new build would: another version, another title on every page, another
 * name for every file whose name is made of what is in it.
 */
export function buildAnew(site: string, folder: string, title: string): void {
  cpSync(site, folder, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(site, '_app/version.json'), 'utf8')) as {
    version: string;
  };
  const files = (below: string) =>
    readdirSync(below, { recursive: true, encoding: 'utf8' })
      .map((name) => join(below, name))
      .filter((path) => statSync(path).isFile());
  const hashed = files(join(folder, '_app/immutable'));
  for (const path of files(folder)) {
    if (!/\.(html|json|m?js|css)$/.test(path)) continue;
    let text = readFileSync(path, 'utf8');
    for (const name of hashed.map((file) => basename(file))) {
      text = text.replaceAll(`/${name}`, `/2${name}`);
    }
    writeFileSync(
      path,
      text
        // A new build would have hashed the scripts anew.
        .replace(/<meta http-equiv="content-security-policy"[^>]*>/i, '')
        .replaceAll(version, `${version}-2`)
        .replaceAll(frontMatter('title'), title)
    );
  }
  for (const path of hashed) renameSync(path, join(dirname(path), `2${basename(path)}`));
}
