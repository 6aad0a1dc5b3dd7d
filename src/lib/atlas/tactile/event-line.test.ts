import { describe, expect, it } from 'vitest';
import { certainties } from '../../story/story.ts';
import { drawEventLine, eventLine, strokeOf } from './event-line.ts';
import { bendAside } from './fan-out.ts';
import { tactileLines } from './tactile-forms.ts';

const from = { at: [0, 0], radius: 2.5 } as const;
const to = { at: [100, 0], radius: 2.5 } as const;
const straight = [
  [0, 0],
  [50, 0],
  [100, 0]
] as const;

describe('eventLine(path, certainty, from, to)', () => {
  it('leads from one sign to the other, with a gap at each', () => {
    const { shaft, head } = eventLine(straight, 'confirmed', from, to);
    expect(shaft[0]).toEqual([5.5, 0]);
    expect(head[0]).toEqual([96, 0]);
    expect(shaft.at(-1)![0]).toBe(88);
  });

  it('follows signs that have been moved', () => {
    const { shaft, head } = eventLine(straight, 'confirmed', from, { at: [100, 20], radius: 2.5 });
    expect(head[0]![1]).toBeGreaterThan(18);
    expect(shaft[0]![1]).toBeLessThan(2);
  });

  it('is a head alone between two that are close', () => {
    const near = [
      [0, 0],
      [12, 0]
    ] as const;
    const { shaft, head } = eventLine(near, 'confirmed', from, { at: [12, 0], radius: 2.5 });
    expect(shaft[0]![0]).toBeLessThanOrEqual(shaft.at(-1)![0]);
    expect(head[0]![0]).toBe(8);
  });
});

describe('bendAside(line, asideMm)', () => {
  it('bends a line at its middle and leaves its ends', () => {
    const bent = bendAside(straight, 10);
    expect(bent[0]).toEqual([0, 0]);
    expect(bent.at(-1)).toEqual([100, 0]);
    expect(bent[bent.length >> 1]).toEqual([50, -10]);
    expect(bendAside(straight, -10)[bent.length >> 1]).toEqual([50, 10]);
  });
});

describe('a certainty’s line', () => {
  it('is told from every other by its dashes, which are at least 3 mm apart', () => {
    expect(new Set(certainties.map((certainty) => strokeOf(certainty))).size).toBe(
      certainties.length
    );
    for (const { dash, dotted } of Object.values(tactileLines)) {
      if (dash.length > 0) expect(dash[1]! - (dotted ? 2.5 : 0)).toBeGreaterThanOrEqual(3);
    }
  });

  it('is black, and its halo white', () => {
    const line = eventLine(straight, 'reported', from, to);
    expect(drawEventLine(line, false)).not.toContain('#fff');
    expect(drawEventLine(line, true)).not.toContain('#000');
    expect(drawEventLine(line, true)).toContain('stroke-width="8.5"');
  });
});
