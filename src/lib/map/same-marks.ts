import type { View } from '../view.ts';

/** Whether two Views look the same to deck.gl, their cameras aside. */
export function sameMarks(a: Pick<View, 'arcs' | 'dots'>, b: Pick<View, 'arcs' | 'dots'>): boolean {
  return (
    a.arcs.length === b.arcs.length &&
    a.dots.length === b.dots.length &&
    a.arcs.every((arc, i) => {
      const other = b.arcs[i]!;
      return (
        arc.event === other.event &&
        arc.path === other.path &&
        arc.drawn === other.drawn &&
        arc.opacity === other.opacity
      );
    }) &&
    a.dots.every((dot, i) => {
      const other = b.dots[i]!;
      return (
        dot.id === other.id &&
        dot.opacity === other.opacity &&
        dot.lngLat[0] === other.lngLat[0] &&
        dot.lngLat[1] === other.lngLat[1]
      );
    })
  );
}
