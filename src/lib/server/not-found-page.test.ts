import { describe, expect, it } from 'vitest';
import { notFoundPage } from './not-found-page.ts';

const page = (base: string) =>
  notFoundPage({
    stories: [{ slug: 'a-year', title: 'A <year>', dek: 'Of "it" & more.', lang: 'fr' }],
    base,
    fonts: { serif: '/serif.woff2', sans: '/sans.woff2' },
    defaults: 'body { margin: 0 }',
    site: 'A site'
  });

describe('notFoundPage(options)', () => {
  it('leads to the stories from any depth, below any path', () => {
    expect(page('')).toContain('<a href="/a-year/">A &lt;year&gt;</a>');
    expect(page('/maps')).toContain('<li lang="fr"><h2><a href="/maps/a-year/">');
    const links = [...page('/maps').matchAll(/href="([^"]*)"/g)].map(([, link]) => link);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !link!.startsWith('/maps/'))).toEqual([]);
  });

  it('escapes what authors write, and runs no script', () => {
    expect(page('')).toContain('Of &quot;it&quot; &amp; more.');
    expect(page('')).not.toContain('<script');
  });
});
