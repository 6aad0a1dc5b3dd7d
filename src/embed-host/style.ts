/**
 * Sets an element's style over everything that the page's own sheets say, `!important` or not.
 *
 * @param css declarations, each with its semicolon; a browser passes over one that it does not know
 */
export function setStyle(element: HTMLElement, css: string): void {
  element.style.cssText += css.replace(/;/g, '!important;');
}
