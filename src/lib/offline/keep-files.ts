/** What of a Cache is needed. Addresses are paths, as from `location.pathname`. */
export interface FileStore {
  match(path: string): Promise<Response | undefined>;
  put(path: string, response: Response): Promise<void>;
}

export interface KeepOptions {
  readonly store: FileStore;
  /** A file from the network, not from any cache on the way. */
  readonly load: (path: string) => Promise<Response>;
  /** A file as an earlier version kept it, if it is sure to be the same still. */
  readonly findKept?: (path: string) => Promise<Response | undefined>;
  /** Whether an HTML page belongs with the other files; default: always. */
  readonly fits?: (html: string) => boolean;
  /** Files loaded side by side. */
  readonly parallel?: number;
}

/** The server has pages of another build than the files that are kept. */
export class OtherBuildError extends Error {}

/**
 * Keeps files for use without a network. Those already kept are not loaded again, so that a second try goes
 * on where a broken line ended the first.
 *
 * @throws OtherBuildError where a page does not fit
 * @throws Error naming the file that did not come, or whatever the store throws (no room left)
 */
export async function keepFiles(
  paths: readonly string[],
  { store, load, findKept = async () => undefined, fits = () => true, parallel = 6 }: KeepOptions
): Promise<void> {
  const waiting = paths[Symbol.iterator]();
  // One fault ends it all: the others then take no further file.
  let failed = false;
  const work = async () => {
    for (const path of waiting) {
      if (failed) return;
      try {
        if (await store.match(path)) continue;
        await store.put(path, (await findKept(path)) ?? (await loadWhole(path)));
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };

  async function loadWhole(path: string): Promise<Response> {
    const response = await load(path);
    // The answer to a page may not be one that was led elsewhere: a sign-in page, say.
    if (response.status !== 200 || response.redirected) {
      throw new Error(
        `${path}: expected status 200, got ${response.redirected ? `a way to ${response.url}` : response.status}`
      );
    }
    if (response.headers.get('content-type')?.startsWith('text/html')) {
      if (!fits(await response.clone().text())) {
        throw new OtherBuildError(`${path}: expected a page of this build, got one of another`);
      }
    }
    return response;
  }

  await Promise.all(Array.from({ length: parallel }, work));
}
