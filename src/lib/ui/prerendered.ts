import { dev } from '$app/environment';
import type { Component } from 'svelte';
import { render } from 'svelte/server';

let first = !dev;

/**
 * Whether what is being made stands in the document already, as the server made it. It does until the reader goes
 * on to another page of the site; while developing it counts as made anew.
 */
export function prerendered(): boolean {
  return first;
}

/** On the server a component's markup; in the page, where that stands already, anything but nothing. */
export function standingHtml<Props extends Record<string, unknown>>(
  component: Component<Props>,
  props: Props
): string {
  return import.meta.env.SSR ? render(component, { props }).body : '…';
}

/** The reader goes on to another page: from here on the browser makes them. */
export function leavePrerendered(): void {
  first = false;
}

/** Whether the page that is being made was there before, and has been loaded again. */
export function reloaded(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return first && (navigation as PerformanceNavigationTiming | undefined)?.type === 'reload';
}
