import { dev } from '$app/environment';
import { hydrate, type Component } from 'svelte';
import { render } from 'svelte/server';

/** The document is the one that the server made: the reader has not gone on to another page of the site. */
let first = !dev;
/** What is being made is hydrated. */
let standing = first;

/**
 * Whether what is being made stands in the document already, as the server made it. It does while the page takes
 * part, and while a part of it does later; what comes to it besides is new. While developing all counts as new.
 */
export function prerendered(): boolean {
  return standing;
}

/** Whether the page came as the server made it, with what that left in it. */
export function firstPage(): boolean {
  return first;
}

/** The page has been hydrated: what is made from here on is new. */
export function hydrated(): void {
  standing = false;
}

/** The reader goes on to another page: the browser makes it. */
export function leaveFirstPage(): void {
  first = false;
}

/** Has a component take part in what the server made of it; gives what the component exports. */
export function hydrateLater<
  Props extends Record<string, unknown>,
  Exports extends Record<string, unknown>
>(component: Component<Props, Exports>, target: Element, props: Props): Exports {
  standing = true;
  try {
    return hydrate(component, { target, props });
  } finally {
    standing = false;
  }
}

/** On the server a component's markup; in the page, where that stands already, anything but nothing. */
export function standingHtml<Props extends Record<string, unknown>>(
  component: Component<Props>,
  props: Props
): string {
  return import.meta.env.SSR ? render(component, { props }).body : '…';
}

/** Markup that never takes part, without the comments that would lead its component through it. */
export function withoutMarks(html: string): string {
  return html.replace(/<!--.*?-->/gs, '');
}

/** Whether the page that is being made was there before, and has been loaded again. */
export function reloaded(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return first && (navigation as PerformanceNavigationTiming | undefined)?.type === 'reload';
}
