import { describe, expect, it } from 'vitest';
import { archiveCopy } from './archive-copy.ts';
import type { Source } from '../../story/story.ts';

const work = { id: 'x', type: 'webpage', title: 'T' };
const undated = { ...work, URL: 'http://example.org/a?b=1' };
const unread: Source = { ...undated, issued: { 'date-parts': [[2015, 5]] } };
const page: Source = { ...unread, accessed: { 'date-parts': [[2015, 10, 9]] } };

describe('archiveCopy(source)', () => {
  it('asks for the day on which the work was read', () => {
    expect(archiveCopy(page)).toEqual({
      url: 'https://web.archive.org/web/20151009/http://example.org/a?b=1',
      near: '2015-10-09'
    });
  });

  it('asks for the date of the work where that day is not known, else for the latest', () => {
    expect(archiveCopy(unread)).toEqual({
      url: 'https://web.archive.org/web/201505/http://example.org/a?b=1',
      near: '2015-05'
    });
    expect(archiveCopy(undated)).toEqual({
      url: 'https://web.archive.org/web/http://example.org/a?b=1',
      near: null
    });
  });

  it('is null without an address, and takes that of a DOI', () => {
    expect(archiveCopy(work)).toBe(null);
    expect(archiveCopy({ ...work, DOI: '10.1/x' })?.url).toContain('/https://doi.org/10.1/x');
  });
});
