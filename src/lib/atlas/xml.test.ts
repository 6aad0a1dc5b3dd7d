import { describe, expect, it } from 'vitest';
import { escapeXml, px } from './xml.ts';

describe('escapeXml(text)', () => {
  it('escapes what means something in content or attributes', () => {
    expect(escapeXml(`<a href="x">'&'</a>`)).toBe(
      '&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;'
    );
  });

  it('leaves other scripts alone, emoji too', () => {
    expect(escapeXml('Москва تهران ירושלים 🌍')).toBe('Москва تهران ירושלים 🌍');
  });

  it('leaves out what no XML may hold', () => {
    expect(escapeXml('a\u0000b\u001bc\uffffd\ud800e\tf')).toBe('abcde\tf');
  });
});

describe('px(value)', () => {
  it('is as short as a hundredth of a px allows', () => {
    expect([0.5, -0.5, 12.345, 3, -0.001, 0].map(px)).toEqual([
      '.5',
      '-.5',
      '12.35',
      '3',
      '0',
      '0'
    ]);
  });
});
