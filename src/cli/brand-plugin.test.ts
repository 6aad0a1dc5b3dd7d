import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brandPlugin } from './brand-plugin.ts';

describe('brandPlugin(directory), in the dev server', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'fulcrum-brand-'));
    writeFileSync(
      join(directory, 'page.js'),
      `import { brand } from 'virtual:brand'; export { brand };`
    );
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  async function served(): Promise<string> {
    const server = await createServer({
      root: directory,
      configFile: false,
      plugins: [brandPlugin(directory)],
      server: { middlewareMode: true, ws: false },
      logLevel: 'silent'
    });
    try {
      // As a page imports it: the dev server then knows the module before it loads it.
      await server.transformRequest('/page.js');
      return (await server.transformRequest('virtual:brand'))!.code;
    } finally {
      await server.close();
    }
  }

  it('serves the default where the folder has no brand', async () => {
    expect(await served()).toContain('"name":"Fulcrum"');
  });

  it('serves the folder’s own', async () => {
    writeFileSync(join(directory, 'brand.yaml'), 'name: The Daily Map\n');
    expect(await served()).toContain('"name":"The Daily Map"');
  });
});
