import { escapeXml } from '../markup/escape-xml.ts';
import type { Story } from '../story/story.ts';

/**
 * The pages that search engines are to know, as https://www.sitemaps.org/protocol.html has it: the list of stories, and
 * of each story its text and its data. All others stand for one of these, or are for use rather than for reading.
 *
 * @param origin the site’s address, without a slash at the end
 */
export function sitemap(origin: string, stories: readonly Pick<Story, 'slug'>[]): string {
  const paths = ['/', ...stories.flatMap(({ slug }) => [`/${slug}/`, `/${slug}/data/`])];
  const entries = paths.map((path) => `  <url><loc>${escapeXml(origin + path)}</loc></url>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('')}</urlset>
`;
}

/** Lets every robot read everything, and leads it to the sitemap where the site’s address is known. */
export function robots(origin: string | null): string {
  const map = origin === null ? '' : `Sitemap: ${origin}/sitemap.xml\n`;
  return `User-agent: *\nAllow: /\n${map}`;
}
