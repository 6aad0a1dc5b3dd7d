import { describe, expect, it } from 'vitest';
import { keepPlace, keptPlace, type KeptPlace } from './kept-place.ts';
import { openingState } from './present-state.ts';

function fakeStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value)
  };
}

const refusing = {
  getItem: () => {
    throw new DOMException('no', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('no', 'QuotaExceededError');
  }
};

const place: KeptPlace = {
  session: 's1',
  hash: '#shoigu',
  stamped: { stamp: { rev: 4, writer: 'a' }, state: { ...openingState, black: true } }
};

describe('keepPlace(storage, story, place) and keptPlace(storage, story)', () => {
  it('give back what was kept, story by story', () => {
    const storage = fakeStorage();
    keepPlace(storage, 'one', place);
    expect(keptPlace(storage, 'one')).toEqual(place);
    expect(keptPlace(storage, 'two')).toBeNull();
  });

  it('take nothing that the page did not write', () => {
    const storage = fakeStorage();
    for (const junk of [
      '',
      '{',
      'null',
      '[]',
      '{"session":"s1"}',
      JSON.stringify({ ...place, session: '<' })
    ]) {
      storage.setItem('presentation of one', junk);
      expect(keptPlace(storage, 'one'), junk).toBeNull();
    }
  });

  it('do without a storage that refuses, and say so', () => {
    expect(keepPlace(fakeStorage(), 'one', place)).toBe(true);
    expect(keepPlace(refusing, 'one', place)).toBe(false);
    expect(keepPlace(null, 'one', place)).toBe(false);
    expect(keptPlace(refusing, 'one')).toBeNull();
    expect(keptPlace(null, 'one')).toBeNull();
  });
});
