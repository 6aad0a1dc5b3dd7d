import { embedHost } from 'virtual:embed-host';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const GET: RequestHandler = () =>
  new Response(embedHost, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
