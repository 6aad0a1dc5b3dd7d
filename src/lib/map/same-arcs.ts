import type { View } from '../view.ts';

/** Whether two lists of arcs are drawn alike under the same camera. */
export function sameArcs(a: View['arcs'], b: View['arcs']): boolean {
  return (
    a.length === b.length &&
    a.every((arc, i) => {
      const other = b[i]!;
      return (
        arc.event === other.event &&
        arc.path === other.path &&
        arc.drawn === other.drawn &&
        arc.opacity === other.opacity
      );
    })
  );
}
