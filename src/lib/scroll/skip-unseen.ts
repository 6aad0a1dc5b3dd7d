/**
 * Has the browser leave out what is out of view, in layout and in painting, and lay it out once it comes near: each
 * element keeps the height that it has now, so nothing moves. The time a frame takes no longer grows with the page.
 */
export function skipUnseen(elements: readonly HTMLElement[]): void {
  // Far down a long page a bounding box is too coarse: its numbers are of single precision.
  const heights = elements.map((element) => getComputedStyle(element).blockSize);
  elements.forEach(({ style }, i) => {
    style.containIntrinsicBlockSize = heights[i]!;
    style.contentVisibility = 'auto';
  });
}

/** Has the browser lay all of them out, to be measured anew. */
export function layOutUnseen(elements: readonly HTMLElement[]): void {
  for (const { style } of elements) style.contentVisibility = '';
}
