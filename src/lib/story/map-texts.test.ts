import { expect, it } from 'vitest';
import { mapTexts } from './map-texts.ts';

it('mapTexts(value, change) changes each text and nothing else', () => {
  const value = { id: 'a', list: [{ name: 'b' }, 'c', 1, null], at: { a: true, b: undefined } };
  const loud = mapTexts(value, (text) => text.toUpperCase());
  expect(loud).toEqual({
    id: 'A',
    list: [{ name: 'B' }, 'C', 1, null],
    at: { a: true, b: undefined }
  });
});
