import { describe, expect, it } from 'vitest';
import { withoutCiteIds } from './without-cite-ids.ts';

describe('withoutCiteIds(html)', () => {
  it('leaves citations all but their ids', () => {
    const cite = (id: string) => `<a class="cite"${id} href="#source-katz2015">1</a>`;
    const prose = (first: string, second: string) =>
      `<p>One ${cite(first)}, two ${cite(second)}</p>`;
    expect(withoutCiteIds(prose(' id="cite-katz2015-1"', ' id="cite-katz2015-2"'))).toBe(
      prose('', '')
    );
  });

  it('leaves prose without citations as it is', () => {
    const html = '<p>An <em id="of-another-kind">id</em></p>';
    expect(withoutCiteIds(html)).toBe(html);
  });
});
