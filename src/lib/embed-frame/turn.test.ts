import { describe, expect, it } from 'vitest';
import { lastPage, turnFrom } from './turn.ts';

describe('turnFrom(place, extent, turn)', () => {
  const story = { first: 0, last: 2, pages: 3 };

  it('turns the pages of a passage before the passage', () => {
    expect(turnFrom({ step: 1, page: 0 }, story, 'next')).toEqual({ step: 1, page: 1 });
    expect(turnFrom({ step: 1, page: 2 }, story, 'next')).toEqual({ step: 2, page: 0 });
    expect(turnFrom({ step: 1, page: 2 }, story, 'previous')).toEqual({ step: 1, page: 1 });
  });

  it('comes back to the last page of the passage before', () => {
    expect(turnFrom({ step: 1, page: 0 }, story, 'previous')).toEqual({ step: 0, page: lastPage });
  });

  it('ends with the last page of the last passage, and begins with the first of the first', () => {
    expect(turnFrom({ step: 2, page: 2 }, story, 'next')).toBeNull();
    expect(turnFrom({ step: 2, page: 1 }, story, 'next')).toEqual({ step: 2, page: 2 });
    expect(turnFrom({ step: 0, page: 0 }, story, 'previous')).toBeNull();
  });

  it('leaves no step that is embedded alone', () => {
    const alone = { first: 6, last: 6, pages: 1 };
    expect(turnFrom({ step: 6, page: 0 }, alone, 'next')).toBeNull();
    expect(turnFrom({ step: 6, page: 0 }, alone, 'previous')).toBeNull();
  });
});
