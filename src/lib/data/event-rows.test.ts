import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import { kindsOf } from '../story/kinds-of.ts';
import { certainties } from '../story/story.ts';
import {
  eventRows,
  everyRow,
  filterRows,
  rowOrders,
  rowQueryOf,
  withRowQuery,
  type RowQuery
} from './event-rows.ts';

const story = parseStory(readStoryFolder(resolve('src/stories/russia-iran-2015')), readWorld());
const kinds = kindsOf(story.events);
const rows = eventRows(story);
const found = (search: string) =>
  filterRows(rows, rowQueryOf(new URLSearchParams(search), kinds), story.lang).map(
    ({ event }) => event
  );
const ids = (search: string) => found(search).map(({ id }) => id);

describe('filterRows(rows, query, lang)', () => {
  it('gives all rows in the author’s order where nothing is asked for', () => {
    expect(ids('')).toEqual(story.events.map(({ id }) => id));
    expect(filterRows(rows, everyRow, 'en')).toEqual(rows);
  });

  it('finds words in any order and case, in all that a row says', () => {
    expect(ids('q=SOLEIMANI')).toEqual(['soleimani-moscow']);
    expect(ids('q=tehran+shoigu')).toEqual(['shoigu-tehran']);
    expect(ids('q=disputed')).toEqual(['soleimani-moscow']);
    expect(ids('q=agreement+names+no+ports')).toHaveLength(2);
    expect(ids('q=nobody-at-all')).toEqual([]);
  });

  it('keeps only the kind and the certainties asked for', () => {
    expect(found('kind=visit').map(({ kind }) => kind.id)).toEqual(Array(5).fill('visit'));
    expect(new Set(found('certainty=reported,disputed').map(({ certainty }) => certainty))).toEqual(
      new Set(['reported', 'disputed'])
    );
    expect(ids('kind=visit&certainty=disputed')).toEqual(['soleimani-moscow']);
  });

  it('sorts forwards and backwards, equals in the author’s order', () => {
    const dates = found('sort=date').map(({ start }) => start);
    expect(dates).toEqual(dates.toSorted());
    expect(found('sort=-date').map(({ start }) => start)).toEqual(dates.toReversed());
    expect(found('sort=certainty').at(-1)!.certainty).toBe('prospective');
    const confirmed = story.events.filter(({ certainty }) => certainty === 'confirmed');
    expect(found('sort=certainty').slice(0, confirmed.length)).toEqual(confirmed);
  });

  it('does not change the rows it is given', () => {
    filterRows(rows, { ...everyRow, order: 'date', backwards: true }, 'en');
    expect(rows.map(({ event }) => event)).toEqual(story.events);
  });
});

describe('rowQueryOf(search) and withRowQuery(search, query)', () => {
  it.each(['', 'q=a+b&kind=visit&certainty=confirmed%2Cplanned&sort=-date', 'sort=who'])(
    'keeps in the address what it asks for: "%s"',
    (search) => {
      const query = rowQueryOf(new URLSearchParams(search), kinds);
      expect(withRowQuery(new URLSearchParams(), query).toString()).toBe(search);
    }
  );

  it('passes over what it does not know, and leaves other parameters alone', () => {
    expect(rowQueryOf(new URLSearchParams('kind=war&certainty=maybe&sort=-luck'), kinds)).toEqual(
      everyRow
    );
    const search = new URLSearchParams('from=mail&q=old');
    expect(withRowQuery(search, everyRow).toString()).toBe('from=mail');
  });

  it('are each other’s inverse', () => {
    const query: fc.Arbitrary<RowQuery> = fc
      .record({
        text: fc.string({ unit: 'binary' }),
        kind: fc.option(fc.constantFrom(...kinds.map(({ id }) => id))),
        certainties: fc
          .subarray([...certainties], { minLength: 1 })
          .map((chosen) => new Set(chosen)),
        order: fc.option(fc.constantFrom(...rowOrders)),
        backwards: fc.boolean()
      })
      .map((asked) => ({ ...asked, backwards: asked.order !== null && asked.backwards }));
    fc.assert(
      fc.property(
        query,
        fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
        (asked, others) => {
          const search = withRowQuery(new URLSearchParams(others), asked);
          expect(rowQueryOf(new URLSearchParams(search.toString()), kinds)).toEqual(asked);
        }
      )
    );
  });

  it('ask for rows of the table, whatever the address has', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', 'toString'));
    const search = fc.record({ q: word, kind: word, certainty: word, sort: word });
    fc.assert(
      fc.property(search, (asked) => {
        const query = rowQueryOf(new URLSearchParams(asked), kinds);
        expect([null, ...kinds.map(({ id }) => id)]).toContain(query.kind);
        expect([null, ...rowOrders]).toContain(query.order);
        for (const row of filterRows(rows, query, story.lang)) expect(rows).toContain(row);
      })
    );
  });
});
