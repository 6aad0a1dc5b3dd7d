/** A style sheet's name for pages that are opened as files. */
export function styleNameForFile(name: string): string {
  return name.replace(/\.css$/, '.from-file.css');
}

/**
 * A style sheet for pages that are opened as files. There a browser has scripting, so to its media queries
 * nothing is amiss; but it runs no modules, and a page's code is modules. So the queries get the answer that
 * they would get without scripting.
 */
export function styleForFile(css: string): string {
  return css
    .replaceAll(/\(\s*scripting\s*:\s*none\s*\)/g, '(min-width: 0)')
    .replaceAll(/\(\s*scripting\s*:\s*enabled\s*\)/g, '(max-width: 0)');
}

/**
 * A page that stands well as a file too: with `static/from-file.js`, which does nothing on a server, and with links
 * to its style sheets, of which that script chooses, in place of the styles that the page itself brings.
 * @param path where the page lies in the exported folder: `one/handout/index.html`
 */
export function openFromFile(html: string, path: string): string {
  const toRoot = '../'.repeat(path.split('/').length - 1);
  return withLinkedStyles(html).replace(
    '</head>',
    `<script src="${toRoot}from-file.js"></script></head>`
  );
}

/** The links are there already, for a browser to make out which style sheets a page has, and switched off. */
function withLinkedStyles(html: string): string {
  return html
    .replace(/<style>(?:(?!<\/style>)[^])*<\/style>(?=\s*<link [^>]*rel="stylesheet" disabled)/, '')
    .replaceAll(' rel="stylesheet" disabled media="(max-width: 0)"', ' rel="stylesheet"');
}
