import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseStory, smallWorld } from '../../../tests/broken-stories/read-broken-story.ts';
import { foldFaults, formatFault, formatWarning, StoryError } from './fault.ts';
import { parseStory } from './parse-story.ts';
import type { StoryFile, StoryFolder } from './world.ts';

const base = baseStory();
const names = Object.keys(base.files) as StoryFile[];

/** Returns the base story with one file made anew from its old text. */
function withFile(name: StoryFile, make: (text: string) => string): StoryFolder {
  return { ...base, files: { ...base.files, [name]: make(base.files[name]!) } };
}

/** Returns the base story with its last passage replaced. */
function withProse(prose: string): StoryFolder {
  return withFile('story.md', (text) =>
    text.replace('Nothing more is known, as @katz2015 says.', () => prose)
  );
}

const lastHtml = (folder: StoryFolder) => parseStory(folder, smallWorld).steps.at(-1)!.html;
const cite = (id: string, number: number, use = 1) =>
  `<a class="cite" id="cite-${id}-${use}" href="#source-${id}" data-source="${id}"><span class="visually-hidden">source </span>${number}</a>`;

describe('parseStory(folder, world)', () => {
  const story = parseStory(base, smallWorld);

  it('takes a place at sea, which has no country', () => {
    const ship =
      '"name": "A ship", "kind": "sea" }, "geometry": { "type": "Point", "coordinates": [61.4, 35.7]';
    const { places } = parseStory(
      withFile('places.geojson', (text) => text.replace(/"name": "Tehran"[^]*35\.7\]/, () => ship)),
      smallWorld
    );
    expect(places.at(-1)).toEqual({
      id: 'tehran',
      name: 'A ship',
      kind: 'sea',
      country: null,
      lngLat: [61.4, 35.7]
    });
  });

  it('warns of a place off its country’s coast, and takes it', () => {
    const warnings: string[] = [];
    const { places } = parseStory(
      withFile('places.geojson', (text) => text.replace('[51.4, 35.7]', '[61.4, 35.7]')),
      smallWorld,
      (fault) => warnings.push(formatWarning(fault))
    );
    expect(places.at(-1)!.lngLat).toEqual([61.4, 35.7]);
    expect(warnings).toEqual([
      'places.geojson:14 place "tehran": warning: coordinates should lie in IRN or within 25 km of it, got [61.4,35.7], which is at sea (there, a place has the kind sea and no country)'
    ]);
  });

  it('says of a place at sea where a lost sign would have it on land', () => {
    const lost = withFile('places.geojson', (text) =>
      text.replace('[51.4, 35.7]', '[51.4, -35.7]')
    );
    expect(() => parseStory(lost, smallWorld)).toThrow('at sea (with 35.7 it would be in IRN)');
  });

  it('warns of a layer that lies outside the frame of the step that has it', () => {
    const warnings: string[] = [];
    const text = base.files['story.md']!.replace(
      'look: [moscow, tehran]',
      'look: [moscow, tehran]\nlayers: [zone]'
    ).replace('lang: en', 'lang: en\nprojection: mercator');
    const zone =
      'zone: {name: A zone, form: outline, certainty: confirmed, sources: [katz2015], summary: A zone., circle: {center: [35.7, 51.4], radius_km: 50}}';
    const far = zone.replace('[35.7, 51.4]', '[-60, -50]');
    for (const layer of [zone, far]) {
      parseStory(
        { ...base, files: { ...base.files, 'story.md': text, 'layers/zone.yaml': layer } },
        smallWorld,
        (fault) => warnings.push(formatWarning(fault))
      );
    }
    expect(warnings).toEqual([
      expect.stringMatching(
        /^story\.md:15 step "minister": warning: what layers has should be in the frame: this is 1\d,\d{3} km outside it \(are its coordinates right, longitude first\?\), got "zone"$/
      )
    ]);
  });

  it('warns of an event that reaches beyond what its step looks at, and of English around another language', () => {
    const warnings: string[] = [];
    parseStory(
      withFile('story.md', (text) =>
        text.replace('look: [moscow, tehran]', 'look: [moscow]').replace('lang: en', 'lang: es')
      ),
      smallWorld,
      (fault) => warnings.push(formatWarning(fault))
    );
    expect(warnings).toEqual([
      'story.md:6 front matter: warning: the words around the story stay English: controls, key, certainties, headings of lists, descriptions of maps, and kinds of event but for those that kinds names, and so do the names of countries and seas but for those that names has, got "es"',
      'story.md:14 step "minister": warning: the places of what show draws should be in the frame: "tehran" is 1,752 km outside it (add it to look), got "visit"'
    ]);
  });

  it('has what an answer to a question is, where its fence says so', () => {
    const asked = (head: string) =>
      parseStory(
        withFile('story.md', (text) =>
          text.replace('What would you ask?', `${head}\n\nWhat would you ask?`)
        ),
        smallWorld
      ).steps.at(-1)!;
    expect(story.steps.at(-1)!.answer).toBeNull();
    const { answer, askHtml } = asked('answer: choice\nchoices: [Why, How]\nright: Why');
    expect(answer).toEqual({ form: 'choice', choices: ['Why', 'How'], unit: '', right: 'Why' });
    expect(askHtml).toBe('<p>What would you ask?</p>');
    expect(asked('answer: number\nright: 2.5\nunit: km').answer).toEqual({
      form: 'number',
      choices: [],
      unit: 'km',
      right: '2.5'
    });
    expect(asked('answer: place\nright: tehran').answer?.right).toBe('tehran');
  });

  it('returns sections and steps in order', () => {
    expect(story.sections).toEqual([
      { id: 'a-good-year', title: 'A good year', firstStep: 0 },
      { id: 'what-is-left', title: 'What is left', firstStep: 2 }
    ]);
    expect(story.steps.map(({ id, section }) => [id, section])).toEqual([
      ['minister', 0],
      ['deal', 0],
      ['whole', 1]
    ]);
  });

  it('tells places, countries and groups apart, and resolves groups', () => {
    expect(story.steps[0]!.look).toEqual({
      type: 'fit',
      places: ['moscow', 'tehran'],
      countries: [],
      groups: [],
      shapes: []
    });
    expect(story.steps[1]!.look).toEqual({
      type: 'fit',
      places: [],
      countries: ['RUS'],
      groups: ['GCC'],
      shapes: []
    });
    const grouped = withFile('story.md', (text) => text.replace('[RUS, IRN]', '[GCC, SAU]'));
    expect(parseStory(grouped, smallWorld).steps[0]).toMatchObject({
      highlight: ['SAU', 'ARE'],
      groups: ['GCC']
    });
  });

  it('takes an author’s own group, in the place of a known one of the same id', () => {
    const own = withFile('story.md', (text) =>
      text.replace(
        'lang: en',
        'lang: en\ngroups:\n  GCC: { name: Two of the Gulf, members: [ARE, IRN] }'
      )
    );
    const { steps, geography } = parseStory(own, smallWorld);
    expect(steps[1]!.look).toMatchObject({ groups: ['GCC'] });
    expect(geography.groups).toEqual([
      {
        id: 'GCC',
        name: 'Two of the Gulf',
        source: '',
        members: ['ARE', 'IRN'],
        label: smallWorld.gazetteer.countries['IRN']!.label,
        bounds: [45, 22, 60, 38]
      }
    ]);
  });

  it('has the groups that its steps name and no others', () => {
    expect(story.geography.groups.map(({ id }) => id)).toEqual(['GCC']);
    const none = withFile('story.md', (text) => text.replace('[RUS, GCC]', '[RUS]'));
    expect(parseStory(none, smallWorld).geography.groups).toEqual([]);
  });

  it('names countries as the author does, and says what the map calls them', () => {
    const own = withFile('story.md', (text) =>
      text.replace('lang: en', 'lang: en\nnames:\n  IRN: { name: Persia, reason: As in 1907. }')
    );
    const { countries, ownNames } = parseStory(own, smallWorld).geography;
    expect(countries.find(({ code }) => code === 'IRN')!.name).toBe('Persia');
    expect(ownNames).toEqual([{ name: 'Persia', instead: 'Iran', reason: 'As in 1907.' }]);
  });

  it('keeps the events of earlier steps, but for those shown again', () => {
    expect(story.steps.map(({ keep }) => keep)).toEqual([[], ['visit'], ['visit', 'deal']]);
    const again = withFile('story.md', (text) =>
      text.replace('show: [deal]', 'show: [deal, visit]')
    );
    expect(parseStory(again, smallWorld).steps[1]!.keep).toEqual([]);
  });

  it('makes dates whole: a start the first day it may be, an end the last', () => {
    expect(story.events[1]).toMatchObject({
      start: '2015-07-01',
      end: '2015-08-31',
      datePrecision: 'month'
    });
  });

  it('numbers works by first citation, the credit last', () => {
    expect(story.sources.map(({ id }) => id)).toEqual(['gady2015', 'katz2015']);
    const other = withFile('story.md', (text) =>
      text.replace('Tehran [@gady2015]', 'Tehran [@katz2015]')
    );
    expect(parseStory(other, smallWorld).sources.map(({ id }) => id)).toEqual([
      'katz2015',
      'gady2015'
    ]);
  });

  it('writes citations as numbers in superscript brackets', () => {
    expect(story.steps[0]!.html).toBe(
      `<p>A minister signs an agreement in Tehran<sup class="cites">[${cite('gady2015', 1)}]</sup>.</p>`
    );
    expect(lastHtml(withProse('So [@katz2015; @gady2015].'))).toBe(
      `<p>So<sup class="cites">[${cite('katz2015', 2, 2)}, ${cite('gady2015', 1, 3)}]</sup>.</p>`
    );
    expect(story.steps[1]!.html).toContain(
      `[see ${cite('katz2015', 2)}, p. 3; ${cite('gady2015', 1, 2)}]`
    );
    expect(story.steps[2]!.html).toContain(
      `as Katz<sup class="cites">[${cite('katz2015', 2, 2)}]</sup> says`
    );
    expect(story.steps.map(({ cites }) => cites)).toEqual([
      ['gady2015'],
      ['katz2015', 'gady2015'],
      ['katz2015']
    ]);
  });

  it('gives every citation an id of its own, those of the prose before those of the credit', () => {
    expect(story.uses).toEqual([
      { id: 'cite-gady2015-1', source: 'gady2015', step: 'minister' },
      { id: 'cite-katz2015-1', source: 'katz2015', step: 'deal' },
      { id: 'cite-gady2015-2', source: 'gady2015', step: 'deal' },
      { id: 'cite-katz2015-2', source: 'katz2015', step: 'whole' },
      { id: 'cite-gady2015-3', source: 'gady2015', step: null }
    ]);
    expect(story.creditHtml).toContain('id="cite-gady2015-3"');
  });

  it('leads back to no citation in what is not the story’s own text', () => {
    const noted = withFile('story.md', (text) =>
      text
        .replace('Mind the date.', 'Mind @katz2015.')
        .replace('would you ask', 'has @gady2015 asked')
    );
    const { steps, uses } = parseStory(noted, smallWorld);
    expect(uses.map(({ source, step }) => [source, step])).toEqual(
      story.uses.map(({ source, step }) => [source, step])
    );
    const ids = steps
      .map(({ html, notesHtml, askHtml }) => html + notesHtml + askHtml)
      .flatMap((html) => [...html.matchAll(/ id="(cite-[^"]+)"/g)].map(([, id]) => id));
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
  });

  it('tells every work in words, in the order of the works', () => {
    expect(story.references.map(({ id }) => id)).toEqual(story.sources.map(({ id }) => id));
    expect(story.references[0]).toMatchObject({
      listHtml:
        'Gady, Franz-Stefan. “Russia and Iran Sign Military Cooperation Agreement,” 21 January 2015.',
      url: 'https://thediplomat.com/2015/01/russia-and-iran-sign-military-cooperation-agreement/'
    });
  });

  it('gives corrections, the latest first', () => {
    expect(story.corrections.map(({ date, step, event }) => [date, step, event])).toEqual([
      ['2015-11-05', 'minister', null],
      ['2015-11-02', 'minister', 'deal']
    ]);
    const without = withFile('corrections.csv', () => '');
    expect(parseStory(without, smallWorld).corrections).toEqual([]);
  });

  it('takes an address of the web or of e-mail as the contact', () => {
    const withContact = (contact: string) =>
      parseStory(
        withFile('story.md', (text) => text.replace('lang: en', `contact: ${contact}\nlang: en`)),
        smallWorld
      ).contact;
    expect(withContact('editors@example.org')).toBe('mailto:editors@example.org');
    expect(withContact('https://example.org/errors')).toBe('https://example.org/errors');
    expect(story.contact).toBe(null);
  });

  it('leaves addresses and an escaped @ alone', () => {
    const html = lastHtml(
      withProse('Write to a@example.org, \\@katz2015 or `\\@x` [or](mailto:b@example.org).')
    );
    expect(html).toBe(
      '<p>Write to a@example.org, @katz2015 or <code>\\@x</code> <a href="mailto:b@example.org">or</a>.</p>'
    );
  });

  it('allows CommonMark: emphasis, lists, quotes, links by reference and to steps', () => {
    const html = lastHtml(
      withProse('*So* [it][is] [was](#deal).\n\n- one\n\n> two\n\n[is]: https://example.org')
    );
    for (const part of [
      '<em>So</em>',
      '<a href="https://example.org">it</a>',
      '<a href="#deal">was</a>',
      '<li>',
      '<blockquote>'
    ]) {
      expect(html).toContain(part);
    }
  });

  it('makes an id of a heading that names none', () => {
    const plain = withFile('story.md', (text) => text.replace(' {#whole}', ': “Café” 2015'));
    expect(parseStory(plain, smallWorld).steps[2]).toMatchObject({
      id: 'the-whole-map-cafe-2015',
      title: 'The whole map: “Café” 2015'
    });
  });

  it('takes bearing and pitch as 0 where a camera names none', () => {
    const plain = withFile('story.md', (text) => text.replace(', bearing: 0, pitch: 0', ''));
    expect(parseStory(plain, smallWorld).steps[2]!.look).toEqual(story.steps[2]!.look);
  });

  it('reads columns in any order', () => {
    const turned = withFile('events.csv', (csv) =>
      csv
        .trimEnd()
        .split('\n')
        .map((line) => line.replace('Tehran, the', 'Tehran — the').split(',').reverse().join(','))
        .join('\n')
    );
    expect(parseStory(turned, smallWorld).events[0]).toMatchObject({
      ...story.events[0],
      summary: expect.any(String)
    });
  });

  it('reads the id of a place from its feature or its properties', () => {
    const inner = withFile('places.geojson', (json) =>
      json.replace(/"id": "tehran",\s*"properties": \{/, '"properties": { "id": "tehran",')
    );
    expect(parseStory(inner, smallWorld)).toEqual(story);
  });

  it('takes dates as Zotero writes them, years as text', () => {
    const zotero = withFile('sources.json', (json) =>
      json.replace('[[2015, 8]]', '[["2015", "8"]]')
    );
    expect(parseStory(zotero, smallWorld)).toEqual(story);
  });

  it('gives the same story with Windows line ends, a byte order mark, or both', () => {
    const change = (make: (text: string) => string): StoryFolder => ({
      ...base,
      files: Object.fromEntries(names.map((name) => [name, make(base.files[name]!)]))
    });
    expect(
      parseStory(
        change((text) => text.replaceAll('\n', '\r\n')),
        smallWorld
      )
    ).toEqual(story);
    expect(
      parseStory(
        change((text) => `\ufeff${text}`),
        smallWorld
      )
    ).toEqual(story);
    expect(
      parseStory(
        change((text) => `\ufeff${text.replaceAll('\n', '\r\n')}`),
        smallWorld
      )
    ).toEqual(story);
  });

  it('is plain data: JSON without loss', () => {
    expect(JSON.parse(JSON.stringify(story))).toStrictEqual(story);
  });

  it('names geography in the language of the story, in English where there is no such name', () => {
    const russian = withFile('story.md', (text) => text.replace('lang: en', 'lang: ru-RU'));
    const countries = {
      ...smallWorld.gazetteer.countries,
      RUS: { ...smallWorld.gazetteer.countries['RUS']!, names: { en: 'Russia', ru: 'Россия' } }
    };
    const world = { ...smallWorld, gazetteer: { ...smallWorld.gazetteer, countries } };
    expect(
      parseStory(russian, world)
        .geography.countries.map(({ name }) => name)
        .slice(0, 2)
    ).toEqual(['Россия', 'Iran']);
  });

  it('gives columns too, where it knows them', () => {
    const broken = withFile('story.md', (text) => text.replace('zoom: 4', 'zoom: "five"'));
    expect(() => parseStory(broken, smallWorld)).toThrow(
      expect.objectContaining({
        faults: [
          {
            file: 'story.md',
            line: 40,
            column: 28,
            where: 'step "whole"',
            expected: 'zoom must be 0 to 22',
            got: '"five"'
          }
        ]
      })
    );
  });
});

describe('parseStory(folder, world) on any text', () => {
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          ...[
            '---\n',
            '# ',
            '## ',
            '```map\n',
            '```\n',
            '```notes\n',
            '{#a}',
            '[@gady2015]',
            '@katz2015',
            '\\@',
            '<script>'
          ],
          ...[
            'look: [moscow]',
            'camera: ',
            'show',
            ': ',
            '[',
            ']',
            '{',
            '}',
            '"',
            ',',
            ';',
            '\n',
            '\t',
            '&a ',
            '*a',
            '!!x '
          ],
          ...[
            '![',
            '](',
            'javascript:',
            '](#deal)',
            '> ',
            '- ',
            '    ',
            '\\',
            '&lt;',
            '-1',
            '2015-02-30',
            'null',
            '\u0000'
          ]
        ),
        { maxLength: 40 }
      )
      .map((parts) => parts.join(''))
  );
  /** The base story with one file overwritten from some point on, or with noise put in. */
  const garbled = fc
    .record({ name: fc.constantFrom(...names), noise, at: fc.nat(2000), drop: fc.nat(300) })
    .map(({ name, noise, at, drop }) =>
      withFile(
        name,
        (text) =>
          text.slice(0, at % (text.length + 1)) +
          noise +
          text.slice((at % (text.length + 1)) + drop)
      )
    );

  it('gives a story without scripts, or a StoryError whose every fault has a file and a line', () => {
    fc.assert(
      fc.property(garbled, (folder) => {
        try {
          const story = parseStory(folder, smallWorld);
          expect(JSON.parse(JSON.stringify(story))).toStrictEqual(story);
          for (const { html, notesHtml, askHtml, slideHtml } of story.steps) {
            expect(html + notesHtml + askHtml + slideHtml + story.creditHtml).not.toMatch(
              /<script|<img|href="(?!https?:|mailto:|#)/i
            );
          }
        } catch (error) {
          if (!(error instanceof StoryError)) throw error;
          expect(error.faults.length).toBeGreaterThan(0);
          expect(error.message).toBe(foldFaults(error.faults).map(formatFault).join('\n'));
          for (const { file, line, expected, got } of error.faults) {
            expect(names).toContain(file);
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(
              (folder.files[file] ?? '').split(/\r\n?|\n/).length + 1
            );
            expect(expected).not.toBe('');
            expect(got).not.toBe('');
          }
        }
      })
    );
  });

  it('never lets prose become anything but text, emphasis, lists, quotes, code and safe links', () => {
    fc.assert(
      fc.property(noise, (prose) => {
        try {
          const html = lastHtml(withProse(`Word ${prose}`));
          const tags = [...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag);
          const safe = [
            'p',
            'em',
            'strong',
            'a',
            'ul',
            'ol',
            'li',
            'blockquote',
            'code',
            'br',
            'hr',
            'sup',
            'span'
          ];
          for (const tag of tags) expect(safe).toContain(tag);
          for (const [, href] of html.matchAll(/href="([^"]*)"/g))
            expect(href).toMatch(/^(https?:|mailto:|#)/);
        } catch (error) {
          if (!(error instanceof StoryError)) throw error;
        }
      })
    );
  });
});

describe('parseStory(folder, world) on what reference managers write', () => {
  it('knows a work of Zotero’s by its citation key, not by its address', () => {
    const story = baseStory();
    const sources = JSON.parse(story.files['sources.json']!) as Record<string, unknown>[];
    const key = sources[0]!.id as string;
    sources[0] = { ...sources[0], id: 'http://zotero.org/users/1/items/ABCD', 'citation-key': key };
    const files = { ...story.files, 'sources.json': JSON.stringify(sources) };
    const ids = parseStory({ ...story, files }, smallWorld).sources.map(({ id }) => id);
    expect(ids).toContain(key);
  });
});
