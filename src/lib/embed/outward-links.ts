/**
 * Page HTML in which every link but those within the page opens outside the frame, and gives away nothing of
 * it. For frames without script; with script, a click is looked at when it comes.
 */
export function linkOutward(html: string): string {
  return html.replace(/<a\b[^>]*>/g, (tag) => {
    if (!/\shref="(?!#)/.test(tag)) return tag;
    const bare = tag.replace(/\s(target|rel)="[^"]*"/g, '');
    return `${bare.slice(0, -1)} target="_blank" rel="noopener">`;
  });
}

/** HTML in which links to some parts of the page, by their ids, lead to those parts of another page. */
export function linkToPage(html: string, parts: readonly string[], page: string): string {
  return html.replace(/(<a\b[^>]*\shref=")#([^"]+)(?=")/g, (link, before: string, id: string) =>
    parts.includes(id) ? `${before}${page}#${id}` : link
  );
}
