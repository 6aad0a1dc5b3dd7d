import { escapeXml } from '../../lib/markup/escape-xml.ts';
import { themeSheet } from '../../lib/theme/theme-sheet.ts';
import type { Story } from '../../lib/story/story.ts';

/** The pages of a served story: the file below the story's folder, the address there, and the link's text. */
const served = [
  ['index.html', '', 'Read'],
  ['present/index.html', 'present/', 'Present'],
  ['present/speaker/index.html', 'present/speaker/', 'The speaker’s window'],
  ['lesson/index.html', 'lesson/', 'Make a lesson'],
  ['handout/index.html', 'handout/', 'Handout, to print'],
  ['data/index.html', 'data/', 'Events and sources']
] as const;

/** The pages that are complete without scripts, in the same form. */
const asFiles = [
  ['index.html', '', 'The story, with a picture a passage'],
  ['handout/index.html', '', 'Handout'],
  ['handout/index.html', '?for=student', 'Handout for students, with questions'],
  ['handout/index.html', '?for=teacher', 'Handout for teachers, with speaker’s notes'],
  ['data/index.html', '', 'Events and sources']
] as const;

/**
 * The instructions of an exported folder, as a self-contained page.
 * @param pages the files in the story's folder
 */
export function readMe({ slug, title }: Story, pages: ReadonlySet<string>): string {
  const list = (links: readonly (readonly [file: string, href: string, words: string])[]) =>
    links
      .filter(([file]) => pages.has(file))
      .map(([, href, words]) => `<li><a href="${slug}/${href}">${words}</a></li>`)
      .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="favicon.svg">
<title>${escapeXml(title)}: how to open it</title>
<style>
${themeSheet}
body { max-width: 38rem; margin: 0 auto; padding: 2.5rem 1.25rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 Charter, Georgia, serif; }
h1 { line-height: 1.15; }
h2 { margin-top: 2.2rem; padding-top: 0.8rem; border-top: 1px solid var(--rule); font-size: 1.25rem; }
a { color: var(--accent); }
code { white-space: nowrap; padding: 0.05em 0.3em; border: 1px solid var(--rule); font-size: 0.9em; }
li { margin: 0.3rem 0; }
</style>
</head>
<body>
<main>
<h1>${escapeXml(title)}</h1>
<p>This folder holds the whole story: text, map, pictures, fonts and code. It runs from a disk or a USB stick and
needs no internet; only the links to its sources lead there.</p>

<h2>With everything: through a server on this computer</h2>
<p>Browsers run a page’s code only when it comes from a server. This folder has a small one. It needs Python 3, which
most Linux computers and many Macs have; for Windows and macOS it is on python.org.</p>
<ol>
<li>Double-click <code>start.py</code>. Or open a terminal in this folder and type <code>python3 start.py</code>, on
Windows <code>py start.py</code>.</li>
<li>The browser opens at <a href="http://127.0.0.1:8000/">http://127.0.0.1:8000/</a>. If that address was taken, the
terminal names another.</li>
<li>For a class whose own devices are to open the story, type <code>python3 start.py --class</code>: the address that
it names works for every device on the same network.</li>
<li>Leave the terminal’s window open for as long as you need the story; closing it ends the server.</li>
</ol>
<p>Any other static server works too, under any path: <code>python3 -m http.server</code> in this folder, or web
space that you copy it to.</p>
<p>Through a server these pages have everything:</p>
<ul>
${list(served)}
</ul>
<p>If this computer can open the story’s published site once, none of this is needed: where the handout says “Ready
offline”, the browser has kept the story.</p>

<h2>Without a server: opened as files</h2>
<p>On a computer these open with a click. Tablets and phones often show one page of a folder without its pictures.</p>
<ul>
${list(asFiles.map(([file, query, words]) => [file, file + query, words]))}
</ul>
<p>Opened as files, the pages have the whole text and a picture for each passage, and they print. There is no live map,
no presenting and no speaker’s window, because browsers run no such code and load no map data from files. A browser
may show the text in another typeface, and a video without its captions.</p>
</main>
</body>
</html>
`;
}
