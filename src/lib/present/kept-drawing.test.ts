import { describe, expect, it } from 'vitest';
import type { Drawing } from './drawing.ts';
import { keepDrawing, keptDrawing } from './kept-drawing.ts';

const drawing: Drawing = { syria: [{ pen: 'ink', weight: 'fine', points: [[36, 33]] }] };

function memory() {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text)
  };
}

const refusing = {
  getItem: (): string => {
    throw new DOMException('no', 'SecurityError');
  },
  setItem: (): void => {
    throw new DOMException('full', 'QuotaExceededError');
  }
};

describe('keepDrawing and keptDrawing', () => {
  it('keep each story’s own', () => {
    const storage = memory();
    expect(keepDrawing(storage, 'one', drawing)).toBe(true);
    expect(keptDrawing(storage, 'one')).toEqual(drawing);
    expect(keptDrawing(storage, 'two')).toEqual({});
  });

  it('ignore junk', () => {
    const storage = memory();
    keepDrawing(storage, 'one', drawing);
    const [key] = storage.texts.keys();
    for (const junk of ['', '{', 'null', '[1]', '{"syria":[{"pen":"ink"}]}']) {
      storage.texts.set(key!, junk);
      expect(keptDrawing(storage, 'one')).toEqual({});
    }
  });

  it('live with a browser that refuses or is full', () => {
    expect(keptDrawing(refusing, 'one')).toEqual({});
    expect(keepDrawing(refusing, 'one', drawing)).toBe(false);
    expect(keptDrawing(null, 'one')).toEqual({});
    expect(keepDrawing(null, 'one', drawing)).toBe(false);
  });
});
