import { brand } from 'virtual:brand';
import { oEmbed, oEmbedXml } from '$lib/embed/oembed.ts';
import { findStep, everyStepWithFiles } from '$lib/server/find-step.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = everyStepWithFiles;

export const GET: RequestHandler = ({ params, url }) => {
  const { story, step } = findStep(params);
  return new Response(oEmbedXml(oEmbed(new URL('../../..', url).href, story, step, brand.name)), {
    headers: { 'content-type': 'text/xml; charset=utf-8' }
  });
};
