import type { Element, ElementContent, Properties } from 'hast';

/** What Plot writes for a page of its own: the names of its marks, and what the style of our pages says. */
const dropped = new Set([
  'aria-hidden',
  'aria-label',
  'class',
  'font-family',
  'font-variant',
  'height',
  'width'
]);

/**
 * Returns an SVG element of a DOM as a tree for the page, with `properties` at its root and coordinates in tenths. Its
 * texts have sizes of their own.
 */
export function svgToHast(svg: globalThis.Element, properties: Properties): Element {
  const { properties: own, ...root } = elementToHast(svg, new Set([...dropped, 'font-size']));
  return { ...root, properties: { ...own, ...properties } };
}

function elementToHast(element: globalThis.Element, left: ReadonlySet<string>): Element {
  const isShape = element.localName === 'rect';
  const attributes = [...element.attributes]
    .filter(({ name }) => !left.has(name) || (isShape && /^(width|height)$/.test(name)))
    .map(({ name, value }) => [name, tenths(value)]);
  return {
    type: 'element',
    tagName: element.localName,
    properties: Object.fromEntries(attributes) as Properties,
    children: [...element.childNodes].flatMap((node): ElementContent[] => {
      if (node.nodeType === 3) return [{ type: 'text', value: node.textContent ?? '' }];
      const child = node as globalThis.Element;
      return child.localName === 'style' ? [] : [elementToHast(child, dropped)];
    })
  };
}

function tenths(text: string): string {
  return text.replaceAll(/-?\d+\.\d{2,}(?!\w*em)/g, (number) =>
    String(Number(Number(number).toFixed(1)) + 0)
  );
}
