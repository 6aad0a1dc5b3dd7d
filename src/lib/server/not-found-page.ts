import { escapeXml } from '../markup/escape-xml.ts';
import type { Story } from '../story/story.ts';
import { themeSheet } from '../theme/theme-sheet.ts';

export interface NotFoundPageOptions {
  readonly stories: readonly Pick<Story, 'slug' | 'title' | 'dek' | 'lang'>[];
  /** The path of the site on its host: the empty string, or `/maps`. */
  readonly base: string;
  /** The addresses of the typefaces for reading and for labels, from the host’s root. */
  readonly fonts: { readonly serif: string; readonly sans: string };
  /** The pages’ own defaults, as CSS. */
  readonly defaults: string;
  /** The site's name, plain text. */
  readonly site: string;
}

/**
 * A page for an address that leads nowhere, with the way back to the stories. A server shows it at any depth, so its
 * links begin at the host’s root; it needs no script.
 */
export function notFoundPage({
  stories,
  base,
  fonts,
  defaults,
  site
}: NotFoundPageOptions): string {
  const face = (family: string, address: string) =>
    `@font-face{font-family:'${family}';src:url(${address}) format('woff2');font-weight:100 900;font-display:swap}`;
  const entries = stories.map(
    ({ slug, title, dek, lang }) =>
      `<li lang="${lang}"><h2><a href="${base}/${slug}/">${escapeXml(title)}</a></h2><p>${escapeXml(dek)}</p></li>`
  );
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Page not found: ${escapeXml(site)}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src 'self'">
    <link rel="icon" href="${base}/favicon.svg">
    <style>
      ${face('Source Serif 4 Variable', fonts.serif)}
      ${face('Noto Sans Variable', fonts.sans)}
      ${themeSheet}
      ${defaults}
      main { max-width: 46rem; margin: 0 auto; padding: clamp(1.5rem, 6vh, 4rem) clamp(1.25rem, 4vw, 3rem) 4rem; }
      .site { padding-bottom: 0.8rem; border-bottom: 2px solid var(--ink); font: 600 1rem/1.2 var(--sans); letter-spacing: 0.14em; text-transform: uppercase; }
      .site a { color: inherit; text-decoration: none; }
      h1 { margin: clamp(1.5rem, 4vh, 2.5rem) 0 0.6rem; font-size: clamp(1.7rem, 3.6vw, 2.7rem); line-height: 1.1; }
      ul { margin-top: 2rem; padding: 0; list-style: none; border-top: 1px solid var(--rule); }
      li { padding: 1.4rem 0; border-bottom: 1px solid var(--rule); }
      h2 { font-size: 1.4rem; line-height: 1.2; }
      li p { margin-top: 0.4rem; }
    </style>
  </head>
  <body>
    <main>
      <p class="site"><a href="${base}/">${escapeXml(site)}</a></p>
      <h1>Page not found</h1>
      <p>Nothing is published at this address. It may have been mistyped, or the page may have moved. <a href="${base}/">All stories</a></p>
      <ul>
        ${entries.join('\n        ')}
      </ul>
    </main>
  </body>
</html>
`;
}
