import { hostScripts } from 'virtual:embed-host';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = () => Object.keys(hostScripts).map((script) => ({ script }));

export const GET: RequestHandler = ({ params }) =>
  new Response(hostScripts[params.script]!, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' }
  });
