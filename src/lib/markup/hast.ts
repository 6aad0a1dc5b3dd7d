import type { Element, ElementContent } from 'hast';

/** Returns an element of the page; a text among its children is escaped when it is written. */
export function element(
  tagName: string,
  properties: Element['properties'],
  children: readonly (ElementContent | string)[] = []
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) =>
      typeof child === 'string' ? { type: 'text', value: child } : child
    )
  };
}
