import { createServer } from 'node:http';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import sirv from 'sirv';
import { openClassroom } from './classroom/open-classroom.ts';
import { answerOEmbed } from './oembed-endpoint.ts';
import { siteHeaders } from './site-headers.ts';

const { values: options, positionals } = readArguments();
const directory = positionals[0] ?? process.env.FULCRUM_OUT ?? 'build';
const port = portOf(process.env.PORT ?? '4173');

if (!existsSync(`${directory}/index.html`)) {
  console.error(`No built site in ${directory}/: run "npm run build" first.`);
  process.exit(1);
}

const serve = sirv(directory, {
  gzip: true,
  brotli: true,
  etag: true,
  setHeaders(response, pathname) {
    for (const [name, value] of Object.entries(siteHeaders(pathname)))
      response.setHeader(name, value);
    // BibTeX has no registered media type, so sirv sets none.
    if (pathname.endsWith('.bib'))
      response.setHeader('content-type', 'application/x-bibtex; charset=utf-8');
  }
});
const notFound = existsSync(`${directory}/404.html`)
  ? { type: 'text/html; charset=utf-8', body: readFileSync(`${directory}/404.html`) }
  : { type: 'text/plain; charset=utf-8', body: 'Page not found.\n' };
const classroom = options.class ? await classroomOrExit() : null;
const server = createServer((request, response) => {
  if (classroom?.answer(request, response)) return;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const [pathname = '/', query] = (request.url ?? '/').split('?', 2);
  if (pathname === '/oembed') {
    const { status, type, body } = answerOEmbed(directory, new URLSearchParams(query));
    response.writeHead(status, { ...siteHeaders(pathname), 'content-type': type }).end(body);
    return;
  }
  // The relative addresses in a page start from inside its folder.
  if (!pathname.endsWith('/') && isPage(pathname)) {
    // A path that starts with two slashes would redirect to another host.
    const location = `${pathname.replace(/^\/+/, '/')}/${query === undefined ? '' : `?${query}`}`;
    response.writeHead(308, { location }).end();
    return;
  }
  serve(request, response, () => {
    // A code that was mistyped: the page of a class says so, and asks again.
    const [slug] = storySlugs();
    const asksClass = classroom !== null && isPage(`/${slug}/class`);
    if (asksClass && /^\/[a-z]{5}\/?$/i.test(pathname)) {
      const code = pathname.slice(1, 6).toUpperCase();
      response.writeHead(302, { location: `/${slug}/class/#${code}` }).end();
      return;
    }
    response.writeHead(404, { ...siteHeaders(pathname), 'content-type': notFound.type });
    response.end(notFound.body);
  });
});

server.on('listening', () => {
  const home = `http://localhost:${portInUse()}/`;
  console.log(`\n  Stories  ${home}`);
  for (const slug of storySlugs()) {
    console.log(`\n  ${slug}\n    read     ${home}${slug}/`);
    for (const page of ['present', 'embed'] as const) {
      if (existsSync(`${directory}/${slug}/${page}/index.html`)) {
        console.log(`    ${page.padEnd(8)} ${home}${slug}/${page}/`);
      }
    }
  }
  if (classroom !== null) {
    console.log(`\n  Class    ${classroom.addresses().join('\n           ')}`);
    console.log('    Presenting there offers a room in which a class follows on its own devices.');
  }
  console.log('\n  Press Ctrl+C to stop.\n');
});

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE' || process.env.PORT !== undefined) {
    console.error(`Cannot serve on port ${port}: ${error.message}`);
    process.exit(1);
  }
  // Another server has the usual port: take any free one.
  server.listen(0);
});

server.listen(port);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    // What is being answered is answered, unless the reader is slow.
    server.close();
    void classroom?.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 2000).unref();
  });
}

/** What stands on the command line. Ends the program where that is an option which is not known. */
function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { class: { type: 'boolean', default: false } }
    });
  } catch (error) {
    console.error(`${(error as Error).message}\nnpm run serve -- [folder] [--class]`);
    process.exit(1);
  }
}

/** Opens the class rooms. Ends the program where its environment does not let it. */
async function classroomOrExit() {
  try {
    return await openClassroom(portInUse);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}

function portInUse(): number {
  return (server.address() as AddressInfo).port;
}

/** A port by what is given for it; 0 stands for any that is free. Ends the program where it is none. */
function portOf(given: string): number {
  const number = Number(given);
  if (given.trim() !== '' && Number.isInteger(number) && number >= 0 && number <= 65_535) {
    return number;
  }
  console.error(`PORT: expected a whole number from 0 to 65535, got "${given}"`);
  process.exit(1);
}

/** Whether a path is a page's folder. */
function isPage(pathname: string): boolean {
  return !/(^|\/)\.\.?(\/|$)|%/.test(pathname) && existsSync(`${directory}${pathname}/index.html`);
}

function storySlugs(): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${directory}/${entry.name}/index.html`))
    .map((entry) => entry.name)
    .sort();
}
