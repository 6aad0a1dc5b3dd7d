import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeNote } from './note-place.ts';

const free = { left: 8, top: 8, right: 1192, bottom: 700 };
const note = { width: 320, height: 160 };
const numberAt = (left: number, top: number) => ({ left, top, right: left + 14, bottom: top + 16 });
const passage = { left: 40, top: 100, right: 560, bottom: 500 };

describe('placeNote(surroundings)', () => {
  it('puts it beside the passage at the height of the number', () => {
    expect(placeNote({ number: numberAt(300, 240), passage, note, free })).toEqual({
      left: 572,
      top: 228
    });
  });

  it('keeps it in the free part of the window', () => {
    expect(placeNote({ number: numberAt(300, 660), passage, note, free }).top).toBe(540);
    expect(placeNote({ number: numberAt(300, 2), passage, note, free }).top).toBe(8);
  });

  it('puts it below the number where there is no room beside the passage, above where there is none below', () => {
    const wide = { ...passage, right: 1100 };
    expect(placeNote({ number: numberAt(300, 240), passage: wide, note, free })).toEqual({
      left: 276,
      top: 262
    });
    expect(placeNote({ number: numberAt(1180, 600), passage: wide, note, free })).toEqual({
      left: 872,
      top: 434
    });
  });

  it('never covers its number while there is room on a side of it', () => {
    const px = fc.integer({ min: 10, max: 1170 });
    fc.assert(
      fc.property(px, fc.integer({ min: 10, max: 680 }), px, (x, y, end) => {
        const number = numberAt(x, y);
        const { left, top } = placeNote({
          number,
          passage: { ...passage, right: Math.max(end, x + 20) },
          note,
          free
        });
        const covers =
          left < number.right &&
          number.left < left + note.width &&
          top < number.bottom &&
          number.top < top + note.height;
        expect(covers).toBe(false);
        expect(left).toBeGreaterThanOrEqual(free.left);
        expect(left + note.width).toBeLessThanOrEqual(free.right);
      })
    );
  });
});
