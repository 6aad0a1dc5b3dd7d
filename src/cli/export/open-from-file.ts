/** The name of a style sheet's variant for pages opened as files. */
export function styleNameForFile(name: string): string {
  return name.replace(/\.css$/, '.from-file.css');
}

/**
 * The variant of a style sheet for pages opened as files. There `(scripting: enabled)` is true, yet the browser runs
 * no modules, and all of a page's code is modules. So the variant answers these queries as a browser without scripting does.
 */
export function styleForFile(css: string): string {
  return css
    .replaceAll(/\(\s*scripting\s*:\s*none\s*\)/g, '(min-width: 0)')
    .replaceAll(/\(\s*scripting\s*:\s*enabled\s*\)/g, '(max-width: 0)');
}

/**
 * A page that also works when opened as a file. It loads `static/from-file.js`, which does nothing on a server, and it
 * links its style sheets, between whose variants that script chooses, instead of inlining its styles.
 * @param path the page's path in the exported folder: `one/handout/index.html`
 */
export function openFromFile(html: string, path: string): string {
  const toRoot = '../'.repeat(path.split('/').length - 1);
  return withLinkedStyles(html).replace(
    '</head>',
    `<script src="${toRoot}from-file.js"></script></head>`
  );
}

/** SvelteKit writes disabled links to the style sheets that it inlines. They replace the inlined styles. */
function withLinkedStyles(html: string): string {
  return html
    .replace(/<style>(?:(?!<\/style>)[^])*<\/style>(?=\s*<link [^>]*rel="stylesheet" disabled)/, '')
    .replaceAll(' rel="stylesheet" disabled media="(max-width: 0)"', ' rel="stylesheet"');
}
