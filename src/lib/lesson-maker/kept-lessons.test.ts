import { describe, expect, it } from 'vitest';
import { keepLesson, keptLessons } from './kept-lessons.ts';

function fakeStorage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value)
  };
}

const refusing = {
  getItem: () => {
    throw new DOMException('denied');
  },
  setItem: () => {
    throw new DOMException('full');
  }
};

describe('keepLesson(storage, story, lesson, before) and keptLessons(storage, story)', () => {
  it('keep the lesson changed last first, each in the place of its earlier version', () => {
    const storage = fakeStorage();
    keepLesson(storage, 'one', { code: 'a', name: 'A' }, '');
    keepLesson(storage, 'one', { code: 'b', name: 'B' }, '');
    expect(keepLesson(storage, 'one', { code: 'a2', name: 'A' }, 'a')).toEqual([
      { code: 'a2', name: 'A' },
      { code: 'b', name: 'B' }
    ]);
    expect(keptLessons(storage, 'one').map(({ code }) => code)).toEqual(['a2', 'b']);
    expect(keptLessons(storage, 'two')).toEqual([]);
  });

  it('forget a lesson', () => {
    const storage = fakeStorage();
    keepLesson(storage, 'one', { code: 'a', name: 'A' }, '');
    expect(keepLesson(storage, 'one', { code: '', name: '' }, 'a')).toEqual([]);
  });

  it('let the oldest of too many go', () => {
    const storage = fakeStorage();
    for (let i = 0; i < 60; i++) keepLesson(storage, 'one', { code: `c${i}`, name: '' }, '');
    const codes = keptLessons(storage, 'one').map(({ code }) => code);
    expect([codes.length, codes[0], codes.at(-1)]).toEqual([50, 'c59', 'c10']);
  });

  it('pass over junk, and say where nothing is stored', () => {
    const storage = fakeStorage();
    for (const junk of ['x', '{}', '[{"code":"<"}]', 'null']) {
      storage.setItem('lessons of one', junk);
      expect(keptLessons(storage, 'one'), junk).toEqual([]);
    }
    expect(keptLessons(refusing, 'one')).toEqual([]);
    expect(keepLesson(refusing, 'one', { code: 'a', name: '' }, '')).toBeNull();
    expect(keepLesson(null, 'one', { code: 'a', name: '' }, '')).toBeNull();
  });
});
