import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedMessage, parseFrameMessage, parseHostMessage, posted } from './protocol.ts';

/** What another window might post: anything, and things that look much like messages of ours. */
const number = fc.oneof(fc.double(), fc.constantFrom(-1, 0, 1e7, 1e7 + 1, NaN, Infinity));
const hostile = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withTypedArray: true }),
  fc.record(
    {
      fulcrum: fc.constantFrom<unknown>(1, 1, 1, '1', 2, null),
      type: fc.constantFrom<unknown>(
        'hello',
        'scroll',
        'go',
        'height',
        'step',
        'source',
        'theme',
        'paper',
        'x',
        7
      ),
      scroll: fc.oneof(fc.boolean(), fc.anything()),
      events: fc.oneof(fc.array(fc.anything()), fc.anything()),
      offset: fc.oneof(number, fc.anything()),
      height: fc.oneof(number, fc.anything()),
      step: fc.oneof(fc.string(), fc.anything()),
      index: fc.oneof(number, fc.anything()),
      source: fc.oneof(fc.string(), fc.anything()),
      theme: fc.anything(),
      parts: fc.oneof(fc.array(fc.anything()), fc.anything()),
      steps: number
    },
    { requiredKeys: ['fulcrum', 'type'] }
  )
);

describe('parseHostMessage(data)', () => {
  it('takes what the script for host pages says', () => {
    const hello = { type: 'hello', scroll: true, events: ['step'] } as const;
    expect(parseHostMessage(posted(hello))).toEqual(hello);
    expect(parseHostMessage({ fulcrum: 1, type: 'scroll', offset: 12.5 })).toEqual({
      type: 'scroll',
      offset: 12.5
    });
    for (const message of [{ type: 'theme', theme: 'dark' }, { type: 'paper' }] as const)
      expect(parseHostMessage(posted(message))).toEqual(message);
    expect(parseHostMessage({ fulcrum: 1, type: 'go', step: 'vienna' })).toEqual({
      type: 'go',
      step: 'vienna'
    });
  });

  it('leaves out events that there are not', () => {
    const hello = { fulcrum: 1, type: 'hello', scroll: false, events: ['reader', 'source', 3] };
    expect(parseHostMessage(hello)).toMatchObject({ events: ['source'] });
  });

  it.each([
    ['another version', { fulcrum: 2, type: 'scroll', offset: 1 }],
    ['an offset that is no number', { fulcrum: 1, type: 'scroll', offset: '1' }],
    ['a negative offset', { fulcrum: 1, type: 'scroll', offset: -1 }],
    ['an offset without end', { fulcrum: 1, type: 'scroll', offset: Infinity }],
    ['a word of the frame’s', { fulcrum: 1, type: 'height', height: 100 }],
    ['a greeting that does not say who scrolls', { fulcrum: 1, type: 'hello', events: [] }],
    ['a greeting whose events are no list', { fulcrum: 1, type: 'hello', scroll: true, events: 3 }],
    ['a theme that there is not', { fulcrum: 1, type: 'theme', theme: 'auto' }],
    ['a name without end', { fulcrum: 1, type: 'go', step: 'x'.repeat(1000) }],
    ['nothing', undefined]
  ])('is null for %s', (_, data) => {
    expect(parseHostMessage(data)).toBeNull();
  });

  it('keeps every offset in range and never throws, whatever is posted', () => {
    fc.assert(
      fc.property(hostile, (data) => {
        const message = parseHostMessage(data);
        if (message?.type === 'scroll') {
          expect(message.offset).toBeGreaterThanOrEqual(0);
          expect(message.offset).toBeLessThanOrEqual(1e7);
        }
      }),
      { numRuns: 10_000 }
    );
  });
});

describe('parseFrameMessage(data)', () => {
  it('takes what an embed says', () => {
    for (const message of [
      { type: 'hello', steps: 30 },
      { type: 'height', height: 30_000 },
      { type: 'scroll', offset: 0 },
      { type: 'step', step: 'vienna', index: 4 },
      { type: 'source', source: 'katz2015' },
      { type: 'finish' },
      {
        type: 'paper',
        parts: [
          { text: 'A year', title: true },
          { text: 'Map', src: '/a.svg' }
        ]
      }
    ] as const) {
      expect(parseFrameMessage(posted(message))).toEqual(message);
    }
  });

  it.each([
    ['a greeting without a number of steps', { type: 'hello', steps: '30' }],
    ['a height of nothing', { type: 'height', height: 0 }],
    ['a scroll without an offset', { type: 'scroll', height: 4 }],
    ['a step without a name', { type: 'step', step: '', index: 4 }],
    ['a step without a number', { type: 'step', step: 'vienna' }],
    ['a source without a name', { type: 'source', source: '' }],
    ['paper that is no list', { type: 'paper', parts: 3 }],
    ['paper without words', { type: 'paper', parts: [{ src: '/a.svg' }] }],
    ['a picture of another site', { type: 'paper', parts: [{ text: '', src: '//example.org/a' }] }],
    ['a picture with a scheme', { type: 'paper', parts: [{ text: '', src: 'javascript:0' }] }],
    ['a name that is too long', { type: 'source', source: 'x'.repeat(200) }],
    [
      'another type with all the fields',
      { type: 'x', steps: 3, height: 4, offset: 5, step: 'vienna', index: 4, source: 'katz2015' }
    ],
    ['no type at all', { steps: 3, height: 4, offset: 5 }]
  ])('is null for %s', (_, data) => {
    expect(parseFrameMessage({ fulcrum: 1, ...data })).toBeNull();
  });

  it('keeps every length in range and never throws, whatever is posted', () => {
    fc.assert(
      fc.property(hostile, (data) => {
        const { height, offset } = { height: 1, offset: 0, ...parseFrameMessage(data) };
        expect(height).toBeGreaterThan(0);
        expect(height).toBeLessThanOrEqual(1e7);
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThanOrEqual(1e7);
      }),
      { numRuns: 10_000 }
    );
  });
});

describe('acceptedMessage(event, parent, greeted)', () => {
  const parent = {};
  const origin = 'https://post.example';
  const hello = { fulcrum: 1, type: 'hello', scroll: true };
  const scroll = { fulcrum: 1, type: 'scroll', offset: 5 };

  it('hears a greeting of the page around the frame, and then that page alone', () => {
    expect(acceptedMessage({ data: hello, origin, source: parent }, parent, null)).not.toBeNull();
    expect(
      acceptedMessage({ data: scroll, origin, source: parent }, parent, origin)
    ).not.toBeNull();
  });

  it('is deaf to other windows, to other origins, and before the greeting', () => {
    expect(acceptedMessage({ data: hello, origin, source: {} }, parent, null)).toBeNull();
    expect(acceptedMessage({ data: scroll, origin, source: {} }, parent, origin)).toBeNull();
    expect(acceptedMessage({ data: scroll, origin, source: parent }, parent, null)).toBeNull();
    const other = 'https://other.example';
    expect(
      acceptedMessage({ data: scroll, origin: other, source: parent }, parent, origin)
    ).toBeNull();
  });

  it('accepts nothing from another origin, whatever is posted', () => {
    fc.assert(
      fc.property(hostile, (data) => {
        const event = { data, origin: 'https://other.example', source: parent };
        expect(acceptedMessage(event, parent, origin)).toBeNull();
      }),
      { numRuns: 10_000 }
    );
  });
});
