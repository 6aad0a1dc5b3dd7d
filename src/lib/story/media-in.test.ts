import { describe, expect, it } from 'vitest';
import { mediaIn, withoutMedia } from './media-in.ts';

const figure = (classes: string) => `<figure class="${classes}"><p>A</p></figure>`;
const [one, two] = [figure('medium picture'), figure('medium video staged')];

describe('mediaIn(html)', () => {
  it('returns each figure alone', () => {
    expect(mediaIn(`<p>B</p>${one}<div class="media-row">${two}</div>`)).toEqual([one, two]);
    expect(mediaIn('<p>&lt;figure class="medium"></p>')).toEqual([]);
  });
});

describe('withoutMedia(html)', () => {
  it('leaves the prose', () => {
    expect(withoutMedia(`<p>B</p>${one}<p>C</p>${two}`)).toBe('<p>B</p><p>C</p>');
  });
});
