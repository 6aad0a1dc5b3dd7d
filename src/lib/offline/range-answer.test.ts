import { describe, expect, it } from 'vitest';
import { rangeAnswer } from './range-answer.ts';

const file = new Blob(['0123456789'], { type: 'video/mp4' });

describe('rangeAnswer(file, range)', () => {
  it.each([
    ['bytes=0-', '0123456789', 'bytes 0-9/10'],
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10']
  ])('gives the part that %s asks for', async (range, text, contentRange) => {
    const answer = rangeAnswer(file, range);
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(contentRange);
    expect(answer.headers.get('content-type')).toBe('video/mp4');
    expect(await answer.text()).toBe(text);
  });

  it('refuses a part that begins after the end', () => {
    expect(rangeAnswer(file, 'bytes=10-').status).toBe(416);
  });

  it('gives the whole file for what it does not know', async () => {
    const answer = rangeAnswer(file, 'bytes=0-1,3-4');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('0123456789');
  });
});
