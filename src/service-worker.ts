/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { base, build, files, prerendered, version } from '$service-worker';
import { keepFiles, BuildMismatchError } from './lib/offline/keep-files.ts';
import { keepRequestOf, type KeepAnswer, type KeepFault } from './lib/offline/keep-request.ts';
import { rangeAnswer } from './lib/offline/range-answer.ts';
import {
  groundFiles,
  isImmutable,
  isOfBuild,
  isOfTheatre,
  startFiles,
  storyFiles,
  storyRoots
} from './lib/offline/story-files.ts';

/**
 * Keeps the site for use without a network: code, fonts and geography once a page asks for it, and of the
 * stories those that a page asks for. A version's files lie in a cache of their own and are answered from it
 * alone, so that pages, code and pictures are always of one build; a new version waits until no window has the
 * old one. Whatever else is asked goes to the network as if there were no service worker.
 */
const self = globalThis.self as unknown as ServiceWorkerGlobalScope;

/** Another site may live on the same origin below another path. */
const ours = `fulcrum ${base}/ `;
const current = ours + version;

const shared = files.filter((path) => !isOfTheatre(path));
const shell = [...new Set([...build, ...shared, ...startFiles(prerendered, base)])];
const roots = storyRoots(prerendered, base);
const filesOf = (root: string) => [
  ...storyFiles(prerendered, root),
  ...groundFiles(files, prerendered, root)
];
const keepable = new Set([...shell, ...roots.flatMap(filesOf)]);

self.addEventListener('install', (event) => event.waitUntil(install()));

self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET') return;
  if (origin !== self.location.origin || !keepable.has(pathname)) return;
  event.respondWith(answer(request, pathname));
});

self.addEventListener('message', (event) => {
  const asked = keepRequestOf(event.data);
  const [port] = event.ports;
  if (asked === null || port === undefined) return;
  event.waitUntil(
    keepStory(asked.keep).then((fault) => port.postMessage({ fault } satisfies KeepAnswer))
  );
});

/** A story kept by an earlier version is kept by this one before it takes over. */
async function install(): Promise<void> {
  const keptRoots = new Set<string>();
  for (const name of await earlier()) {
    const cache = await caches.open(name);
    for (const root of roots) if (await cache.match(root)) keptRoots.add(root);
  }
  await keep([...shell, ...[...keptRoots].flatMap(filesOf)]);
}

async function activate(): Promise<void> {
  for (const name of await earlier()) await caches.delete(name);
  // The page that asked first is to go on when the network goes.
  await self.clients.claim();
}

async function answer(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(current);
  const kept = await cache.match(path, { ignoreVary: true });
  if (kept === undefined) return fetch(request);
  const range = request.headers.get('range');
  return range === null ? kept : rangeAnswer(await kept.blob(), range);
}

async function keepStory(root: string): Promise<KeepFault | null> {
  if (!roots.includes(root)) return 'no-story';
  try {
    await keep([...shell, ...filesOf(root)]);
    return null;
  } catch (error) {
    console.warn('The story could not be kept for use without a network:', error);
    if (error instanceof BuildMismatchError) return 'build-mismatch';
    return error instanceof DOMException ? 'storage' : 'network';
  }
}

async function keep(paths: readonly string[]): Promise<void> {
  const cache = await caches.open(current);
  await keepFiles(paths, {
    store: {
      match: (path) => cache.match(path, { ignoreVary: true }),
      put: (path, response) => cache.put(path, response)
    },
    load: (path) => fetch(path, { cache: isImmutable(path) ? 'default' : 'no-cache' }),
    findKept: async (path) => (isImmutable(path) ? caches.match(path) : undefined),
    fits: (html) => isOfBuild(html, build)
  });
}

async function earlier(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(ours) && name !== current);
}
