import { describe, expect, it } from 'vitest';
import { whyStill } from './why-still.ts';

describe('whyStill(hints, wantsLessData, drawsWebGl)', () => {
  const webGl = () => true;
  it('is null where nothing speaks against a live map, nor is told', () => {
    expect(whyStill({}, false, webGl)).toBe(null);
    expect(whyStill({ connection: { saveData: false }, deviceMemory: 2 }, false, webGl)).toBe(null);
  });
  it('saves data where the reader asks for it, either way', () => {
    expect(whyStill({ connection: { saveData: true } }, false, webGl)).toBe('save-data');
    expect(whyStill({}, true, webGl)).toBe('save-data');
  });
  it('spares a device of 1 GB and less', () => {
    expect(whyStill({ deviceMemory: 1 }, false, webGl)).toBe('low-memory');
    expect(whyStill({ deviceMemory: 0.5 }, false, webGl)).toBe('low-memory');
  });
  it('tries WebGL only where nothing else speaks against it', () => {
    expect(whyStill({}, false, () => false)).toBe('no-webgl');
    const untried = () => {
      throw new Error('tried');
    };
    expect(whyStill({ deviceMemory: 1 }, false, untried)).toBe('low-memory');
  });
});
