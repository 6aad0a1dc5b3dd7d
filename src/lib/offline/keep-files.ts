/** The part of a Cache that is used. Addresses are paths, as in `location.pathname`. */
export interface FileStore {
  match(path: string): Promise<Response | undefined>;
  put(path: string, response: Response): Promise<void>;
}

export interface KeepOptions {
  readonly store: FileStore;
  /** Loads a file from the network, not from any cache on the way. */
  readonly load: (path: string) => Promise<Response>;
  /** The file as an earlier version kept it, if it is certain to be the same. */
  readonly findKept?: (path: string) => Promise<Response | undefined>;
  /** Whether an HTML page belongs with the other files; always by default. */
  readonly fits?: (html: string) => boolean;
  /** The number of files to load in parallel. */
  readonly parallel?: number;
}

/** The server's pages are of another build than the files that are kept. */
export class BuildMismatchError extends Error {}

/**
 * Keeps files for use without a network. Files that are kept already are not loaded again, so that a second try
 * continues where a broken connection ended the first.
 *
 * @throws BuildMismatchError where a page is of another build
 * @throws Error naming the file that did not arrive, or whatever the store throws (no room left)
 */
export async function keepFiles(
  paths: readonly string[],
  { store, load, findKept = async () => undefined, fits = () => true, parallel = 6 }: KeepOptions
): Promise<void> {
  const waiting = paths[Symbol.iterator]();
  // After one fault no further file is started.
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
    // A redirected answer may be another page, such as a sign-in page.
    if (response.status !== 200 || response.redirected) {
      throw new Error(
        `${path}: expected status 200, got ${response.redirected ? `a way to ${response.url}` : response.status}`
      );
    }
    if (response.headers.get('content-type')?.startsWith('text/html')) {
      if (!fits(await response.clone().text())) {
        throw new BuildMismatchError(`${path}: expected a page of this build, got one of another`);
      }
    }
    return response;
  }

  await Promise.all(Array.from({ length: parallel }, work));
}
