/**
 * Page HTML in which every link to another page opens outside the frame, and tells that page nothing of the frame.
 * This serves frames without scripts; a frame with scripts handles each click as it comes.
 */
export function linkOutward(html: string): string {
  return html.replace(/<a\b[^>]*>/g, (tag) => {
    if (!/\shref="(?!#)/.test(tag)) return tag;
    const bare = tag.replace(/\s(target|rel)="[^"]*"/g, '');
    return `${bare.slice(0, -1)} target="_blank" rel="noopener">`;
  });
}

/** HTML in which links to certain parts of the page, given by id, lead to the same parts of another page. */
export function linkToPage(html: string, parts: readonly string[], page: string): string {
  return html.replace(/(<a\b[^>]*\shref=")#([^"]+)(?=")/g, (link, before: string, id: string) =>
    parts.includes(id) ? `${before}${page}#${id}` : link
  );
}
