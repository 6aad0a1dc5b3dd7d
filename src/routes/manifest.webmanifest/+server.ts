import { brand } from 'virtual:brand';
import { light } from '$lib/theme/palette.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

/** Addresses are relative to the manifest, so that they lead below any base path. */
const manifest = {
  name: `${brand.name}: story maps`,
  short_name: brand.name,
  description: 'Articles in which every passage moves one map.',
  start_url: './',
  display: 'browser',
  background_color: light.paper,
  theme_color: light.paper,
  icons: [192, 512].map((size) => ({
    src: `icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose: 'any maskable'
  }))
};

export const GET: RequestHandler = () =>
  new Response(JSON.stringify(manifest), {
    headers: { 'content-type': 'application/manifest+json' }
  });
