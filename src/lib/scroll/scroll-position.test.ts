import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorAt, offsetOf, positionAt, type Span } from './scroll-position.ts';

const lines = { arrive: 500, leave: 400 };

const layouts = fc
  .array(fc.tuple(fc.integer({ min: 150, max: 1500 }), fc.integer({ min: 120, max: 900 })), {
    minLength: 1,
    maxLength: 30
  })
  .map((sizes) => {
    let y = 900;
    return sizes.map(([height, gap]): Span => {
      const card = { top: y, bottom: y + height };
      y += height + gap;
      return card;
    });
  });

describe('positionAt(offset, cards, lines)', () => {
  const cards = [
    { top: 1000, bottom: 1400 },
    { top: 2000, bottom: 2300 },
    { top: 2900, bottom: 3300 }
  ];

  it('is 0 before the first card and the last step after the last', () => {
    expect(positionAt(0, cards, lines)).toBe(0);
    expect(positionAt(99_999, cards, lines)).toBe(2);
    expect(positionAt(100, [], lines)).toBe(0);
  });

  it('holds a step while its card is read', () => {
    expect(positionAt(1500, cards, lines)).toBe(1);
    expect(positionAt(1900, cards, lines)).toBe(1);
  });

  it('moves evenly between two holds', () => {
    expect(positionAt(1250, cards, lines)).toBe(0.5);
    expect(positionAt(1125, cards, lines)).toBe(0.25);
  });

  it('never falls while the offset rises, and leaves out no step', () => {
    fc.assert(
      fc.property(layouts, (cards) => {
        let before = 0;
        const whole = new Set<number>();
        for (let offset = 0; offset < cards.at(-1)!.bottom; offset += 20) {
          const position = positionAt(offset, cards, lines);
          expect(position).toBeGreaterThanOrEqual(before);
          if (Number.isInteger(position)) whole.add(position);
          before = position;
        }
        expect(whole.size).toBe(cards.length);
      })
    );
  });

  it('holds a step wherever its card crosses the reading lines', () => {
    fc.assert(
      fc.property(
        layouts,
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (cards, n, share) => {
          const index = n % cards.length;
          const { top, bottom } = cards[index]!;
          expect(positionAt(top - lines.leave + (bottom - top) * share, cards, lines)).toBe(index);
        }
      )
    );
  });
});

describe('anchorAt(offset) and offsetOf(anchor)', () => {
  it('are inverse to each other', () => {
    fc.assert(
      fc.property(layouts, fc.integer({ min: 0, max: 30_000 }), (cards, offset) => {
        const anchor = anchorAt(offset, cards, lines);
        fc.pre(anchor !== null);
        expect(offsetOf(anchor, cards, lines)).toBeCloseTo(offset, 6);
      })
    );
  });

  it('keep the same passage under the reading line in another layout', () => {
    fc.assert(
      fc.property(
        layouts,
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (cards, n, share) => {
          const index = n % cards.length;
          const { top, bottom } = cards[index]!;
          const anchor = anchorAt(top + (bottom - top) * share - lines.leave, cards, lines)!;
          const wider = cards.map((card) => ({ top: card.top * 1.7, bottom: card.bottom * 1.7 }));
          expect(positionAt(offsetOf(anchor, wider, lines), wider, lines)).toBe(index);
        }
      )
    );
  });
});
