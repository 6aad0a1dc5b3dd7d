import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fitOEmbed, oEmbedXml, type OEmbed } from '../lib/embed/oembed.ts';
import { embedQuery } from '../lib/embed/snippet.ts';
import { accentForm, faces, themes } from '../lib/embed/theme.ts';
import { certaintiesOf } from '../lib/story/certainty-filter.ts';

/** An answer of the site's oEmbed endpoint. */
export interface EndpointAnswer {
  readonly status: 200 | 400 | 404 | 501;
  readonly type: string;
  readonly body: string;
}

/**
 * The answer to `/oembed?url=…&maxwidth=…&maxheight=…&format=…` (https://oembed.com, section 2), made of the file that
 * the build has for the page at `url`.
 *
 * @param directory the built site
 * @param search the query
 */
export function answerOEmbed(directory: string, search: URLSearchParams): EndpointAnswer {
  const url = URL.parse(search.get('url') ?? '');
  if (url === null)
    return refuse(400, 'url: expected the address of a story or of one of its passages');
  const format = search.get('format') ?? 'json';
  if (format !== 'json' && format !== 'xml') return refuse(501, 'format: expected json or xml');
  const file = answerFile(directory, url.pathname);
  if (file === null) return refuse(404, 'url: no story has this address');
  const built = JSON.parse(readFileSync(file, 'utf8')) as OEmbed;
  const answer = fitOEmbed(ofSite(built, url), {
    maxWidth: lengthOf(search.get('maxwidth')),
    maxHeight: lengthOf(search.get('maxheight')),
    query: queryOf(url.searchParams)
  });
  return format === 'xml'
    ? { status: 200, type: 'text/xml; charset=utf-8', body: oEmbedXml(answer) }
    : { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(answer) };
}

function refuse(status: 400 | 404 | 501, body: string): EndpointAnswer {
  return { status, type: 'text/plain; charset=utf-8', body: `${body}\n` };
}

/** The file that answers for the page at a path: `/maps/a-story/`, `/a-story/a-step/`, `/a-story/embed/a-step/`. */
function answerFile(directory: string, path: string): string | null {
  const parts = path.split('/').filter((part) => part !== '' && part !== 'embed');
  if (!parts.every((part) => /^[a-z0-9-]+$/.test(part))) return null;
  // The site may lie in a folder of its host.
  const places = [
    [...parts.slice(-1), 'oembed.json'],
    [...parts.slice(-2, -1), 'embed', ...parts.slice(-1), 'oembed.json']
  ];
  const files = places.map((place) => join(directory, ...place));
  return files.find((file) => existsSync(file)) ?? null;
}

/** An answer with the addresses of the site that was asked, which the build may not have known. */
function ofSite(built: OEmbed, url: URL): OEmbed {
  const { origin } = new URL(built.provider_url);
  return JSON.parse(JSON.stringify(built).replaceAll(origin, url.origin)) as OEmbed;
}

/** A length in px; without limit where none is given. */
function lengthOf(given: string | null): number {
  const length = Number(given);
  return given !== null && length > 0 ? length : Infinity;
}

/** The options of an address that an embed knows. */
function queryOf(search: URLSearchParams): string {
  const accent = search.get('accent') ?? '';
  return embedQuery({
    theme: themes.find((each) => each === search.get('theme')) ?? 'auto',
    accent: accentForm.test(accent) ? accent : null,
    face: faces.find((each) => each === search.get('face')) ?? 'serif',
    certainties: certaintiesOf(search)
  });
}
