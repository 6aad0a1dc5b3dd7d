import { describe, expect, it } from 'vitest';
import type { Fault } from './fault.ts';
import { parseOutline } from './outline.ts';

/** What an outline holds, and its faults as `line: where: expected, got`. The body begins on line 10 of its file. */
function outlineOf(...body: string[]) {
  const faults: Fault[] = [];
  const outline = parseOutline(body.join('\n'), 10, (fault) => faults.push(fault));
  return {
    ...outline,
    faults: faults.map(
      ({ file, line, where, expected, got }) => `${file}:${line}: ${where}: ${expected}, ${got}`
    )
  };
}

const start = ['# Part {#part}', '', '## One {#one}', ''];

describe('parseOutline(body, firstLine, report)', () => {
  it('gives sections and steps, with the lines that they begin on', () => {
    const { sections, steps, definitions, whole, faults } = outlineOf(
      '# Part',
      '',
      '## A *first*  `step`',
      '',
      'Words.',
      '',
      '```map',
      'look: [here]',
      '```',
      '',
      '[there]: https://example.org/',
      '',
      '# Second part {#other}',
      '## Last {#end}',
      '~~~ notes',
      'Say',
      '~~~'
    );
    expect(faults).toEqual([]);
    expect(whole).toBe(true);
    expect(sections).toEqual([
      { id: 'part', title: 'Part', line: 10, firstStep: 0 },
      { id: 'other', title: 'Second part', line: 22, firstStep: 1 }
    ]);
    expect(definitions.map(({ url }) => url)).toEqual(['https://example.org/']);
    expect(steps.map(({ prose, ...step }) => ({ ...step, prose: prose.length }))).toEqual([
      {
        id: 'a-first-step',
        title: 'A first step',
        line: 12,
        section: 0,
        fences: { map: { text: 'look: [here]', line: 17 } },
        prose: 1
      },
      {
        id: 'end',
        title: 'Last',
        line: 23,
        section: 1,
        fences: { notes: { text: 'Say', line: 25 } },
        prose: 0
      }
    ]);
  });

  it.each<[what: string, body: string[], faults: string[], whole?: boolean]>([
    ['a story of nothing', [''], ['10: : a story must have a # section with a ## step, none']],
    [
      'a story of a fence that hides all of it',
      ['```map', '# Part', '## One'],
      ['10: : a fence must be closed, the end of the file'],
      false
    ],
    [
      'a section without a step',
      ['# Part'],
      ['10: section "part": a section must have a step, none']
    ],
    [
      'prose before all sections, once for all of it',
      ['Words.', '', 'More.', '', ...start],
      ['10: : prose must be in a step, under a ## heading, "Words."']
    ],
    [
      'prose between a section and its step, and again in the next',
      ['# Part', '', 'Words', 'and more.', '', '## One', '', '# Two', '', '***', '', '## Three'],
      [
        '12: section "part": prose must be in a step, under a ## heading, "Words"',
        '19: section "two": prose must be in a step, under a ## heading, "thematicBreak"'
      ]
    ],
    [
      'a step before all sections, the first of them alone',
      ['## One', '', '## Two'],
      ['10: step "one": a step must be under a # section, no section above it']
    ],
    [
      'a fence outside a step',
      ['# Part', '', '```map', '```', '', '## One'],
      ['12: : a fence must be in a step, under a ## heading, a map fence']
    ],
    [
      'a fence of notes without any, but not of a map, whose own check it is',
      [...start, '```notes', '  ', '```', '', '```map', '```'],
      ['14: step "one": a notes fence must have text, nothing']
    ],
    [
      'a second fence of a kind',
      [...start, '```ask', 'Why?', '```', '', '```ask', 'How?', '```'],
      ['18: step "one": a step must have only one ask fence, a second one']
    ],
    [
      'a fence of another kind',
      [...start, '```video', 'x', '```'],
      ['14: step "one": a fence must be map, notes, ask, slide, media or chart, "video"']
    ],
    [
      'a fence that is meant for a map: the story is not whole without it',
      [...start, '```mpa', 'x', '```'],
      [
        '14: step "one": a fence must be map, notes, ask, slide, media or chart (did you mean "map"?), "mpa"'
      ],
      false
    ],
    [
      'a fence in a fence',
      [...start, '```map', 'look: [here]', '', '~~~ask', 'Why?', '```'],
      ['14: step "one": a fence must be closed, another fence on line 17'],
      false
    ],
    [
      'a fence closed by too few marks',
      [...start, '```map', 'look: [here]', '``'],
      ['14: step "one": a fence must be closed, the end of the file'],
      false
    ],
    [
      'headings that are not plain text',
      [
        '# A <b>part</b>',
        '## A [link](https://example.org/) {#one}',
        '## ![A picture](a.png) and words {#two}'
      ],
      [
        '10: section "a-part": a heading must be plain text, HTML',
        '11: step "one": a heading must be plain text, link',
        '12: step "two": a heading must be plain text, image'
      ]
    ],
    [
      'ids that cannot be',
      [
        '# Часть',
        '## One {one}',
        '## Two {#Two}',
        '## Three {#data}',
        '## Four {#four}',
        '## Four'
      ],
      [
        '10: section "Часть": a heading without letters a to z must have an id, as in {#first}, none',
        '11: step "one": an id must be written {#id}, {one}',
        '12: step "Two": id must be lower-case words, a to z and 0 to 9, joined by hyphens (write "two"), "Two"',
        '13: step "data": id must not be a reserved word (present, embed, data and so on), "data"',
        '15: step "four": id must be unique, "four" again, first on line 14'
      ]
    ],
    [
      'a heading of nothing but an id',
      ['# {#part}', '## One'],
      ['10: section "part": a section must have a title, nothing']
    ]
  ])('names %s', (_, body, expected, whole = true) => {
    const outline = outlineOf(...body);
    expect(outline.faults).toEqual(expected.map((fault) => `story.md:${fault}`));
    expect(outline.whole).toBe(whole);
  });

  it('leaves an indented block among the prose, whose check it is', () => {
    const { steps, faults } = outlineOf(...start, 'Words.', '', '    ```map', '    x');
    expect(faults).toEqual([]);
    expect(steps[0]!.prose.map(({ type }) => type)).toEqual(['paragraph', 'code']);
  });

  it('lets a section bear a reserved word: its id is no address', () => {
    expect(outlineOf('# Data', '## One').faults).toEqual([]);
  });

  it('tells nothing of sections without steps where an open fence may hide them', () => {
    expect(outlineOf('# Part', '```map', '## One').faults).toEqual([
      'story.md:11: : a fence must be closed, the end of the file'
    ]);
  });
});
