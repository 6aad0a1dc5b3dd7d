import { describe, expect, it } from 'vitest';
import { readWorld } from '../../../cli/read-stories.ts';
import { knownGroups } from './parse-groups.ts';

const { gazetteer } = readWorld();
const membersAt = (id: string, vantage: string | null) =>
  knownGroups(gazetteer, vantage, 'en').get(id)!.members;

describe('knownGroups(gazetteer, vantage, lang)', () => {
  it.each([
    ['EU', '2019-12', 28],
    ['EU', '2020-01-31', 28],
    ['EU', '2020-02', 27],
    ['EU', null, 27],
    ['NATO', '1982-04', 15],
    ['NATO', '1982-06', 16],
    ['NATO', null, 32],
    ['CSTO', '2010-05', 7],
    ['CSTO', '2013-01', 6],
    ['OPEC', '2015-10', 12],
    ['AU', '2015-10', 54],
    ['EAEU', '2015-01-01', 3],
    ['EAEU', '2015-10', 5],
    ['GCC', '1979-02', 0]
  ] as const)('has as many members of the %s as of %s: %i', (id, vantage, count) => {
    expect(new Set(membersAt(id, vantage)).size).toBe(count);
    expect(membersAt(id, vantage)).toHaveLength(count);
  });

  it('knows who has left and who has come back', () => {
    expect(membersAt('TIAR', '1982-04')).toContain('MEX');
    expect(membersAt('TIAR', '1982-04')).not.toContain('CUB');
    expect(membersAt('OPEC', '1975-06')).toContain('GAB');
    expect(membersAt('OPEC', '2000-06')).not.toContain('GAB');
    expect(membersAt('OPEC', null)).toContain('GAB');
  });

  it('names no country twice at any time, and only countries that there are', () => {
    for (let year = 1945; year <= 2026; year += 1) {
      for (const [id, { members }] of knownGroups(gazetteer, `${year}-07`, 'en')) {
        expect(new Set(members).size, `${id} in ${year}`).toBe(members.length);
        for (const code of members) expect(gazetteer.countries, code).toHaveProperty(code);
      }
    }
  });

  it('has names in the story’s language', () => {
    expect(knownGroups(gazetteer, null, 'ru').get('NATO')!.name).toMatch(/^Организация/);
  });
});
