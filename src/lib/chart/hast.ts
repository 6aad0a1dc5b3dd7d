import type { Element, ElementContent, Properties } from 'hast';

/** A text of a page. */
export function text(value: string): ElementContent {
  return { type: 'text', value };
}

/** An element of a page. */
export function element(
  tagName: string,
  properties: Properties,
  children: ElementContent[] = []
): Element {
  return { type: 'element', tagName, properties, children };
}
