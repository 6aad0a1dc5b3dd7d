import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutSides, type Room } from './lay-out-sides.ts';

const paper = { firstMm: 120, otherMm: 240, betweenMm: 5 };
const room = (changes: Partial<Room> = {}): Room => ({
  fixedMm: 15,
  ruleMm: 8,
  leastLines: 3,
  share: 1,
  ...changes
});
const rooms = fc.array(
  fc.record<Room>({
    fixedMm: fc.integer({ min: 5, max: 300 }),
    ruleMm: fc.constant(8),
    leastLines: fc.integer({ min: 0, max: 4 }),
    share: fc.constantFrom(1, 0.4)
  }),
  { maxLength: 40 }
);
const order = (sides: ReturnType<typeof layOutSides>) =>
  sides.flatMap(({ questions }) => questions.map(({ index }) => index));
const used = (all: readonly Room[], { questions }: ReturnType<typeof layOutSides>[number]) =>
  questions.reduce(
    (sum, { index, lines }) => sum + all[index]!.fixedMm + lines * all[index]!.ruleMm + 5,
    -5
  );

describe('layOutSides(rooms, sides)', () => {
  it('has no side without questions', () => {
    expect(layOutSides([], paper)).toEqual([]);
  });

  it('gives one question all that is left of its side', () => {
    expect(layOutSides([room()], paper)).toEqual([
      { questions: [{ index: 0, lines: 13 }], fits: true }
    ]);
  });

  it('gives the reasons for a choice fewer lines than words', () => {
    const [side] = layOutSides([room(), room({ leastLines: 0, share: 0.4 })], paper);
    const [words, reasons] = side!.questions.map(({ lines }) => lines);
    expect(words! + reasons!).toBe(10);
    expect(reasons! / words!).toBeCloseTo(0.4, 0);
  });

  it('fills the sides evenly rather than the first ones to the brim', () => {
    const counts = layOutSides(
      Array.from({ length: 10 }, () => room()),
      paper
    ).map(({ questions }) => questions.length);
    expect(counts).toEqual([2, 4, 4]);
  });

  it('keeps the first side for notes where the first question is too long for it', () => {
    const sides = layOutSides([room({ fixedMm: 200 }), room()], paper);
    expect(sides.map(({ questions }) => questions.length)).toEqual([0, 1, 1]);
  });

  it('sets each question once, whole and in order, with its least lines', () => {
    fc.assert(
      fc.property(rooms, (all) => {
        const sides = layOutSides(all, paper);
        expect(order(sides)).toEqual(all.map((_, i) => i));
        for (const { questions } of sides)
          for (const { index, lines } of questions)
            expect(lines).toBeGreaterThanOrEqual(all[index]!.leastLines);
      })
    );
  });

  it('leaves less than a line free on a side, and none overfull but by a question longer than it', () => {
    fc.assert(
      fc.property(rooms, (all) => {
        layOutSides(all, paper).forEach((side, i) => {
          const heightMm = i === 0 ? paper.firstMm : paper.otherMm;
          if (side.questions.length === 0) return;
          expect(side.fits).toBe(used(all, side) <= heightMm);
          if (side.fits) expect(heightMm - used(all, side)).toBeLessThan(8);
          else expect(side.questions).toHaveLength(1);
        });
      })
    );
  });
});
