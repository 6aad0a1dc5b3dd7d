import { describe, expect, it } from 'vitest';
import { escapeXml } from './escape-xml.ts';

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
