import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import sirv from 'sirv';
import { isGenerated } from './generate-story.ts';

/** A response that has been sent in full. */
interface Served {
  readonly path: string;
  /** The body's size as it was sent, which is compressed where the file compresses. */
  readonly bytes: number;
  /** ms since 1970. */
  readonly endedAt: number;
}

export interface FolderServer {
  readonly origin: string;
  /** Returns what has been served since the last call. */
  take(): Served[];
  readonly servedCount: number;
  close(): void;
}

/** Serves a folder as `npm run serve` does, with brotli, and records what it sends. */
export async function serveFolder(directory: string): Promise<FolderServer> {
  const serve = sirv(directory, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, path) => {
      if (path.startsWith('/_app/immutable/'))
        response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    }
  });
  let served: Served[] = [];
  let count = 0;
  const server = createServer((request, response) => {
    response.on('finish', () => {
      count++;
      served.push({
        path: request.url ?? '',
        bytes: Number(response.getHeader('content-length') ?? 0),
        endedAt: performance.timeOrigin + performance.now()
      });
    });
    serve(request, response, () => {
      response.statusCode = 404;
      response.end('Not found.\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = served;
      served = [];
      return taken;
    },
    get servedCount() {
      return count;
    },
    close: () => server.close()
  };
}

/**
 * Writes `.br` and `.gz` beside every text file of a folder, except where they are newer than the file, and except in
 * the generated stories: a page of thousands of steps would take minutes.
 */
export function compressFolder(directory: string): void {
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const wanted = entry.isFile() && /\.(html|m?js|css|json|svg)$/.test(path);
    if (!wanted || isGenerated(relative(directory, path)) || isCurrent(`${path}.br`, path))
      continue;
    const bytes = readFileSync(path);
    writeFileSync(`${path}.br`, brotliCompressSync(bytes));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

function isCurrent(made: string, source: string): boolean {
  return existsSync(made) && statSync(made).mtimeMs >= statSync(source).mtimeMs;
}
