import { describe, expect, it } from 'vitest';
import { PathData, pathData } from './path-data.ts';

describe('pathData(line, closed)', () => {
  it('starts at a point and goes on from point to point, to a tenth of a px', () => {
    const line = [
      [10, 20.04],
      [10.51, 19.6],
      [12, 30]
    ] as const;
    expect(pathData(line, false)).toBe('M10 20l.5-.4 1.5 10.4');
    expect(pathData(line, true)).toBe('M10 20l.5-.4 1.5 10.4z');
  });

  it('does not let roundings add up', () => {
    const line = Array.from({ length: 101 }, (_, i) => [i * 0.26, 0] as const);
    const numbers = pathData(line, false)
      .slice(4)
      .match(/-?\d*\.?\d+/g)!
      .map(Number);
    const x = numbers.filter((_, i) => i % 2 === 0).reduce((sum, step) => sum + step, 0);
    expect(x).toBeCloseTo(26, 1);
  });

  it('writes points that fall together once', () => {
    expect(
      pathData(
        [
          [1, 1],
          [1.01, 1.01],
          [2, 1]
        ],
        false
      )
    ).toBe('M1 1l1 0');
  });
});

describe('PathData', () => {
  const draw = (points: readonly (readonly [number, number])[], closed: boolean) => {
    const data = new PathData();
    points.forEach(([x, y], i) => (i === 0 ? data.moveTo(x, y) : data.lineTo(x, y)));
    if (closed) data.closePath();
    return data.toString();
  };

  it('keeps rings that cover a px and drops islets that do not', () => {
    expect(
      draw(
        [
          [0, 0],
          [2, 0],
          [2, 2]
        ],
        true
      )
    ).toBe('M0 0l2 0 0 2z');
    expect(
      draw(
        [
          [0, 0],
          [1, 0],
          [1, 1]
        ],
        true
      )
    ).toBe('');
  });

  it('measures the shore of an islet as the islet, though it is drawn as a line', () => {
    expect(
      draw(
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0]
        ],
        false
      )
    ).toBe('');
    expect(
      draw(
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1]
        ],
        false
      )
    ).not.toBe('');
  });

  it('drops a loose line that is too short to be seen', () => {
    expect(
      draw(
        [
          [0, 0],
          [0.3, 0.3]
        ],
        false
      )
    ).toBe('');
  });
});
