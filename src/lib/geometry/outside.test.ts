import { describe, expect, it } from 'vitest';
import { linesOutside, polygonsOutside } from './outside.ts';

const box = [0, 0, 10, 10] as const;

describe('linesOutside(lines, rectangles)', () => {
  it('cuts a line where it crosses a rectangle', () => {
    const line = [
      [-5, 5],
      [5, 5],
      [5, 15]
    ];
    expect(linesOutside([line], [box])).toEqual([
      [
        [-5, 5],
        [0, 5]
      ],
      [
        [5, 10],
        [5, 15]
      ]
    ]);
  });

  it('cuts one segment in two, and at every rectangle', () => {
    const line = [
      [-5, 5],
      [25, 5]
    ];
    expect(linesOutside([line], [box, [15, 0, 20, 10]])).toEqual([
      [
        [-5, 5],
        [0, 5]
      ],
      [
        [10, 5],
        [15, 5]
      ],
      [
        [20, 5],
        [25, 5]
      ]
    ]);
  });

  it('keeps what passes by, and nothing of what lies within', () => {
    const past = [
      [-5, 5],
      [-6, -6],
      [11, -20]
    ];
    const within = [
      [1, 1],
      [9, 9]
    ];
    expect(linesOutside([past, within], [box])).toEqual([past]);
  });
});

describe('polygonsOutside(polygons, rectangles)', () => {
  it('leaves out those that lie within one', () => {
    const square = (x: number) => [
      [
        [x, 1],
        [x + 5, 1],
        [x + 5, 6],
        [x, 1]
      ]
    ];
    expect(polygonsOutside([square(1), square(7), square(20)], [box])).toEqual([
      square(7),
      square(20)
    ]);
  });
});
