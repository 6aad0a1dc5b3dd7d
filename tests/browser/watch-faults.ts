import type { BrowserContext, ConsoleMessage, Request, WebError } from '@playwright/test';

interface Allowed {
  /** The site's own origin. */
  readonly home: string;
  /** The name of a second site, whose pages embed the story; null where there is none. */
  readonly hostSite: string | null;
  /** Errors, logged or uncaught, that the test provokes. */
  readonly expectedErrors: RegExp | null;
}

/**
 * Notes what no page may do: ask another origin for anything, throw an error that nobody catches, or log one that the
 * test has not announced. The function returned ends the watch and gives what was noted.
 */
export function watchFaults(
  context: BrowserContext,
  { home, hostSite, expectedErrors }: Allowed
): () => readonly string[] {
  const faults: string[] = [];
  const onRequest = (request: Request) => {
    const { protocol, hostname, origin, href } = new URL(request.url());
    if (hostname === hostSite) return;
    if (!['data:', 'blob:'].includes(protocol) && origin !== home)
      faults.push(`request to ${href}`);
  };
  const onError = (message: string, where: string) => {
    if (!expectedErrors?.test(message)) faults.push(`${where}: ${message}`);
  };
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error') onError(message.text(), `console, ${message.location().url}`);
  };
  const onUncaught = (error: WebError) => onError(error.error().message, 'uncaught');
  context.on('request', onRequest).on('console', onConsole).on('weberror', onUncaught);
  return () => {
    context.off('request', onRequest).off('console', onConsole).off('weberror', onUncaught);
    return faults;
  };
}
