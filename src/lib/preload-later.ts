/** What marks the links to the page's own scripts until its text has been painted. */
const later = 'preload-later';

/**
 * Has the page's scripts fetched once its text has been painted: before that they would take the line and the
 * processor away from it. It stands in the page as it is, and the content security policy names its hash.
 */
export const preloadLaterScript =
  `new PerformanceObserver((_,o)=>{o.disconnect();` +
  `for(const l of document.querySelectorAll('link[rel=${later}]'))l.rel='modulepreload'})` +
  `.observe({type:'paint',buffered:true})`;

/** A page whose scripts are to be preloaded, with the preloading put off until its text has been painted. */
export function preloadLater(html: string): string {
  const marked = html.replaceAll(' rel="modulepreload">', ` rel="${later}">`);
  return marked === html
    ? html
    : marked.replace('</head>', () => `<script>${preloadLaterScript}</script></head>`);
}
