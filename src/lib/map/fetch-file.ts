/** How long to wait before a file is asked for again, ms: a busy server, or a broken line, may be better soon. */
const pausesMs = [500, 2500];

/** A file that its server does not have: to ask again is no use. */
class Refused extends Error {}

/**
 * What is read from a file’s answer. Where none comes, or one that breaks off or is not what it should be, the file is
 * asked for again, twice.
 *
 * @param read gives what the answer holds; it rejects where that is not whole, or something else
 * @param expected what the answer should hold, in words: `JSON`
 * @throws Error naming the address, what was expected and what was found
 */
export async function fetchFile<Content>(
  url: string,
  signal: AbortSignal,
  read: (answer: Response) => Promise<Content>,
  expected: string
): Promise<Content> {
  for (const pauseMs of pausesMs) {
    try {
      return await fetchOnce(url, signal, read, expected);
    } catch (error) {
      if (signal.aborted || error instanceof Refused) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return fetchOnce(url, signal, read, expected);
}

async function fetchOnce<Content>(
  url: string,
  signal: AbortSignal,
  read: (answer: Response) => Promise<Content>,
  expected: string
): Promise<Content> {
  let answer: Response;
  try {
    answer = await fetch(url, { signal });
  } catch (cause) {
    throw new Error(`${url}: no answer`, { cause });
  }
  const { ok, status } = answer;
  if (!ok) {
    const busy = status >= 500 || status === 429;
    throw new (busy ? Error : Refused)(`${url}: expected status 200, got ${status}`);
  }
  try {
    return await read(answer);
  } catch (cause) {
    throw new Error(`${url}: expected ${expected}`, { cause });
  }
}
