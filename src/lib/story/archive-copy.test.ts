import { describe, expect, it } from 'vitest';
import { archiveCopy } from './archive-copy.ts';
import type { Source } from './story.ts';

const page: Source = {
  id: 'x',
  type: 'webpage',
  title: 'T',
  URL: 'http://example.org/a?b=1',
  issued: { 'date-parts': [[2015, 5]] },
  accessed: { 'date-parts': [[2015, 10, 9]] }
};

describe('archiveCopy(source)', () => {
  it('asks for the day on which the work was read', () => {
    expect(archiveCopy(page)).toEqual({
      url: 'https://web.archive.org/web/20151009/http://example.org/a?b=1',
      near: '2015-10-09'
    });
  });

  it('asks for the date of the work where that day is not known, else for the latest', () => {
    const { accessed: _accessed, ...unread } = page;
    expect(archiveCopy(unread)).toEqual({
      url: 'https://web.archive.org/web/201505/http://example.org/a?b=1',
      near: '2015-05'
    });
    const { issued: _issued, ...undated } = unread;
    expect(archiveCopy(undated)).toEqual({
      url: 'https://web.archive.org/web/http://example.org/a?b=1',
      near: null
    });
  });

  it('is null without an address, and takes that of a DOI', () => {
    const { URL: _url, ...bare } = page;
    expect(archiveCopy(bare)).toBe(null);
    expect(archiveCopy({ ...bare, DOI: '10.1/x' })?.url).toContain('/https://doi.org/10.1/x');
  });
});
