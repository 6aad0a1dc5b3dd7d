/**
 * The prose of a passage with citations that have no ids. The prerendered page has a passage twice, in the article and
 * for paging, and an id once; where the reader pages, there are no notes that would link back to a citation.
 */
export function withoutCiteIds(html: string): string {
  return html.replaceAll(/(<a class="cite") id="[^"]*"/g, '$1');
}
