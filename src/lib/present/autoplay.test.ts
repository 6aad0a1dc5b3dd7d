import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autoplayOf } from './autoplay.ts';

const of = (search: string) => autoplayOf(new URLSearchParams(search));

describe('autoplayOf(search)', () => {
  it('plays only where the address says so', () => {
    expect(of('')).toBeNull();
    expect(of('seconds=5&loop')).toBeNull();
    expect(of('play=false')).toBeNull();
    expect(of('play')).toEqual({ seconds: 12, loop: false });
    expect(of('play&seconds=20&loop')).toEqual({ seconds: 20, loop: true });
  });

  it('holds the seconds to 3 to 600, and passes over what is no number of them', () => {
    expect(of('play&seconds=0')?.seconds).toBe(3);
    expect(of('play&seconds=99999999999999999999')?.seconds).toBe(600);
    for (const junk of ['-5', '1.5', 'NaN', 'Infinity', '', '1e9', '%00']) {
      expect(of(`play&seconds=${junk}`)?.seconds, junk).toBe(12);
    }
  });

  it('has whole seconds from 3 to 600, whatever the address has', () => {
    const seconds = fc.oneof(fc.string(), fc.double().map(String), fc.bigInt().map(String));
    fc.assert(
      fc.property(fc.string(), seconds, (before, junk) => {
        const played = of(`play&seconds=${junk}&${before}`)!.seconds;
        expect(Number.isInteger(played) && played >= 3 && played <= 600).toBe(true);
      })
    );
  });
});
