import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { oEmbed, type OEmbed } from '../lib/embed/oembed.ts';
import type { Story } from '../lib/story/story.ts';
import { answerOEmbed } from './oembed-endpoint.ts';

const story = {
  slug: 'a-good-year',
  title: 'A good year',
  steps: [{ id: 'vienna', title: 'Vienna', html: '' }],
  sources: [],
  geography: { policy: [], contested: [] }
} as unknown as Story;

const built = mkdtempSync(join(tmpdir(), 'fulcrum-oembed-'));
afterAll(() => rmSync(built, { recursive: true }));
for (const [folder, step] of [
  ['', null],
  ['embed/vienna', story.steps[0]!]
] as const) {
  mkdirSync(join(built, 'a-good-year', folder), { recursive: true });
  const answer = oEmbed('http://localhost:4173/', story, step);
  writeFileSync(join(built, 'a-good-year', folder, 'oembed.json'), JSON.stringify(answer));
}

const ask = (query: Record<string, string>) => answerOEmbed(built, new URLSearchParams(query));
const answerTo = (query: Record<string, string>) => JSON.parse(ask(query).body) as OEmbed;

describe('answerOEmbed(directory, search)', () => {
  it.each([
    ['https://maps.example/a-good-year/', 'A good year'],
    ['https://maps.example/a-good-year/#vienna', 'A good year'],
    ['https://maps.example/a-good-year/embed/', 'A good year'],
    ['https://maps.example/a-good-year/vienna/', 'Vienna (A good year)'],
    ['https://maps.example/a-good-year/embed/vienna', 'Vienna (A good year)'],
    ['https://maps.example/maps/a-good-year/vienna/', 'Vienna (A good year)']
  ])('answers for %s', (url, title) => {
    expect(ask({ url })).toMatchObject({ status: 200, type: 'application/json; charset=utf-8' });
    expect(answerTo({ url }).title).toBe(title);
  });

  it('names the site that was asked, and keeps its limits and options', () => {
    const url =
      'https://maps.example/a-good-year/?theme=dark&certainty=confirmed&accent=b5121b&face=sans&x=1';
    const answer = answerTo({ url, maxwidth: '500', maxheight: '300' });
    expect(answer).toMatchObject({
      provider_url: 'https://maps.example/',
      width: 500,
      height: 300
    });
    expect(answer.html).toContain(
      '"https://maps.example/a-good-year/embed/?theme=dark&amp;accent=b5121b&amp;face=sans&amp;certainty=confirmed"'
    );
    expect(answerTo({ url, maxwidth: 'wide', maxheight: '-3' })).toMatchObject({ width: 960 });
  });

  it('answers as XML where that is asked for', () => {
    const { status, type, body } = ask({
      url: 'https://maps.example/a-good-year/',
      format: 'xml'
    });
    expect([status, type]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(body).toContain('<title>A good year</title>');
  });

  it.each([
    [400, {}],
    [400, { url: 'a-good-year' }],
    [404, { url: 'https://maps.example/' }],
    [404, { url: 'https://maps.example/another/' }],
    [404, { url: 'https://maps.example/a-good-year/paris/' }],
    [404, { url: 'https://maps.example/..%2f..%2fetc/passwd/' }],
    [501, { url: 'https://maps.example/a-good-year/', format: 'yaml' }]
  ])('refuses with %i what it cannot answer: %o', (status, query) => {
    expect(ask(query as Record<string, string>).status).toBe(status);
  });
});
