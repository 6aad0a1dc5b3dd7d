/** The subpaths of path data of `M` and `l` alone, as the pictures have it, as points in px. For tests. */
export function subpaths(data: string): [x: number, y: number][][] {
  return data
    .split('M')
    .slice(1)
    .map((piece) => {
      const numbers = piece.match(/-?(\d+\.?\d*|\.\d+)/g)!.map(Number);
      let [x, y] = [0, 0];
      return Array.from({ length: numbers.length / 2 }, (_, i) => {
        x += numbers[2 * i]!;
        y += numbers[2 * i + 1]!;
        return [x, y];
      });
    });
}
