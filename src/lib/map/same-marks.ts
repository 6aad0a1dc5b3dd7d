import type { View } from '../view.ts';

/** Whether two Views look the same to deck.gl, their cameras aside. */
export function sameMarks(
  { arcs: a }: Pick<View, 'arcs'>,
  { arcs: b }: Pick<View, 'arcs'>
): boolean {
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
