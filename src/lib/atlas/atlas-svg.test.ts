import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readStoryFolders, readWorld } from '../../cli/read-stories.ts';
import { memoize } from '../cache.ts';
import { isBehind, viewportOf } from '../camera/camera.ts';
import { nearLng } from '../geometry/date-line.ts';
import { certaintyWords, tipGapPx } from '../theme/marks.ts';
import { dark, light } from '../theme/palette.ts';
import { readAtlasBase } from '../server/read-atlas-base.ts';
import { parseStory } from '../parse/parse-story.ts';
import { kindsOf } from '../story/kinds-of.ts';
import { certainties, hues, type LngLat, type Story } from '../story/story.ts';
import { isShape, viewAt, type Frame, type View, type ViewArc } from '../view.ts';
import { atlasSvg } from './atlas-svg.ts';
import { describePicture } from './describe-picture.ts';
import { subpaths } from './fixtures.ts';
import { pictureFrame } from './picture-frame.ts';

const root = resolve(import.meta.dirname, '../../..');
const base = readAtlasBase();
const world = readWorld();
const stories = ['src/stories', 'tests/stories'].flatMap((directory) =>
  readStoryFolders(resolve(root, directory)).map((folder) => parseStory(folder, world))
);
const storyOf = (slug: string) => stories.find((story) => story.slug === slug)!;
const story = storyOf('russia-iran-2015');

const frames: Record<string, Frame> = {
  'picture’s': pictureFrame,
  'stage’s at 1366×768': {
    width: 1366,
    height: 768,
    padding: { top: 35, right: 35, bottom: 131, left: 575 }
  }
};

/** Parsed as XML; what is not well-formed throws. */
function parse(svg: string): Document {
  return new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    }
  }).parseFromString(svg, 'image/svg+xml');
}

function drawAnew(story: Story, index: number, frame: Frame): string {
  const step = story.steps[index]!;
  return atlasSvg(viewAt(story, index, frame), base, {
    title: step.title,
    desc: describePicture(story, step),
    lang: story.lang
  });
}

// The pictures of a story's steps in a frame. Each is drawn once and parsed once: the tests only read them.
const pictures = memoize((story: Story) =>
  memoize((frame: Frame) => story.steps.map((_, index) => drawAnew(story, index, frame)))
);
const documents = memoize((story: Story) =>
  memoize((frame: Frame) => pictures(story)(frame).map(parse))
);
const draw = (story: Story, index: number, frame = pictureFrame) => pictures(story)(frame)[index]!;
const drawn = (story: Story, index: number, frame = pictureFrame) =>
  documents(story)(frame)[index]!;

const elements = (document: Document, name: string): Element[] => [
  ...document.getElementsByTagName(name)
];
const classed = (document: Document, name: string, ofClass: string) =>
  elements(document, name).filter((element) =>
    (element.getAttribute('class') ?? '').split(' ').includes(ofClass)
  );
const number = (element: Element, name: string) => Number(element.getAttribute(name));

/** Where the live map has a place, px. */
function projector({ camera, frame }: View): (lngLat: LngLat) => readonly [number, number] {
  const viewport = viewportOf(camera, frame);
  return ([lng, lat]) =>
    viewport.project([nearLng(lng, camera.center[0]), lat]) as [number, number];
}

const distance = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!);

function covers(data: string, [x, y]: readonly [number, number]): boolean {
  let inside = false;
  for (const ring of subpaths(data)) {
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length]!;
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
    });
  }
  return inside;
}

describe('atlasSvg(view, base, options)', () => {
  for (const [size, frame] of Object.entries(frames)) {
    describe(`in the ${size} frame`, () => {
      it('stands every place and both ends of every arc where the live map has them', () => {
        for (const told of stories) {
          told.steps.forEach((step, k) => {
            const view = viewAt(told, k, frame);
            const project = projector(view);
            const document = drawn(told, k, frame);
            const dots = classed(document, 'circle', 'fill-ink');
            expect(dots.length, step.id).toBe(view.dots.length);
            view.dots.forEach(({ lngLat }, i) => {
              const dot = [number(dots[i]!, 'cx'), number(dots[i]!, 'cy')];
              expect(distance(dot, project(lngLat)), `${step.id}: dot ${i}`).toBeLessThan(0.1);
            });
            const lines = elements(document, 'g').filter((group) =>
              hues.some(
                (hue) =>
                  group.firstChild?.nodeName === 'path' &&
                  (group.firstChild as Element).getAttribute('class') === `fill-hue-${hue}`
              )
            );
            expect(lines.length, step.id).toBe(view.arcs.length);
            // Of a line that goes around the globe not both ends are seen.
            const isWhole = ({ path }: ViewArc) => !path.some((at) => isBehind(view.camera, at, 0));
            if (!view.arcs.every(isWhole)) return;
            const ends = view.arcs.map(({ path }) => ({
              from: project(path[0]!),
              to: project(path.at(-1)!)
            }));
            for (const line of lines) {
              const fill = subpaths((line.firstChild as Element).getAttribute('d')!);
              const strokes = [...line.getElementsByTagName('path')].slice(1);
              const tip = fill.at(-1)![0]!;
              const starts = [
                ...fill.slice(0, -1).flat(),
                ...strokes.flatMap((path) =>
                  [...path.getAttribute('d')!.matchAll(/M([-\d.]+) ([-\d.]+)/g)].map(
                    ([, x, y]) => [Number(x), Number(y)] as [number, number]
                  )
                )
              ];
              const fits = ends.some(
                ({ from, to }) =>
                  // The gap is measured along the way, which may bend.
                  distance(tip, to) <= tipGapPx + 0.2 &&
                  distance(tip, to) >= Math.min(0.6 * tipGapPx, 0.1 * distance(from, to)) &&
                  starts.some((start) => distance(start, from) < 2)
              );
              expect(fits, `${step.id}: an arc`).toBe(true);
            }
          });
        }
      });

      it('is well-formed XML without script, address or element that runs one', () => {
        for (const told of stories) {
          told.steps.forEach((_, k) => {
            const svg = draw(told, k, frame);
            const document = drawn(told, k, frame);
            expect(svg).not.toMatch(/<(script|foreignObject|image|a|iframe)\b/i);
            for (const element of elements(document, '*')) {
              for (const { name, value } of [...element.attributes]) {
                expect(name).not.toMatch(/^on/i);
                if (name === 'href') expect(value).toMatch(/^#/);
              }
            }
          });
        }
      });
    });
  }

  it('covers the capitals of tinted countries with their tint', () => {
    const capitals = [
      ['RUS', 'moscow'],
      ['IRN', 'tehran'],
      ['SYR', 'damascus']
    ] as const;
    const classes = { first: 'fill-tintFirst', second: 'fill-tintSecond', other: 'fill-tintOther' };
    for (const k of story.steps.keys()) {
      const view = viewAt(story, k, pictureFrame);
      const document = drawn(story, k);
      for (const [code, id] of capitals) {
        const at = projector(view)(story.places.find((place) => place.id === id)!.lngLat);
        if (at[0] < 0 || at[1] < 0 || at[0] > pictureFrame.width || at[1] > pictureFrame.height)
          continue;
        const tint = view.highlights.find((highlight) => highlight.code === code)?.tint;
        for (const [name, ofClass] of Object.entries(classes)) {
          const [path] = classed(document, 'path', ofClass);
          const tinted = path !== undefined && covers(path.getAttribute('d')!, at);
          expect(tinted, `${story.steps[k]!.id}: ${id} ${name}`).toBe(tint === name);
        }
        const [land] = classed(document, 'path', 'fill-land');
        expect(covers(land!.getAttribute('d')!, at)).toBe(true);
      }
    }
  });

  it('shows land on both sides of the date line', () => {
    const pacific = storyOf('pacific-2011');
    const k = pacific.steps.findIndex(({ id }) => id === 'across');
    const view = viewAt(pacific, k, pictureFrame);
    const document = drawn(pacific, k);
    const dots = classed(document, 'circle', 'fill-ink');
    expect(dots.length).toBeGreaterThanOrEqual(3);
    for (const dot of dots) {
      expect(number(dot, 'cx')).toBeGreaterThan(0);
      expect(number(dot, 'cx')).toBeLessThan(pictureFrame.width);
    }
    const land = classed(document, 'path', 'fill-land')[0]!.getAttribute('d')!;
    const project = projector(view);
    // The middles of New Zealand's North Island, Viti Levu (west of the line) and Savai'i (east of it).
    for (const at of [
      [175.8, -38.8],
      [178, -17.8],
      [-172.45, -13.62]
    ] as const) {
      expect(covers(land, project(at)), String(at)).toBe(true);
    }
  });

  it('weighs at most 25 KB gzipped for every step', () => {
    for (const told of stories) {
      told.steps.forEach((step, k) => {
        expect(gzipSync(draw(told, k)).length, step.id).toBeLessThanOrEqual(25_000);
      });
    }
  });

  it('keeps what it draws near the frame', () => {
    for (const k of story.steps.keys()) {
      for (const path of classed(drawn(story, k), 'path', 'fill-land')) {
        for (const [x, y] of subpaths(path.getAttribute('d')!).flat()) {
          expect(Math.abs(x - 240)).toBeLessThanOrEqual(240 + 12.1);
          expect(Math.abs(y - 190)).toBeLessThanOrEqual(190 + 12.1);
        }
      }
    }
  });

  it('is the same text each time', () => {
    expect(drawAnew(structuredClone(story), 1, pictureFrame)).toBe(draw(story, 1));
  });

  it('names every kind and certainty that is to be seen and no other', () => {
    for (const told of stories) {
      told.steps.forEach((step, k) => {
        const view = viewAt(told, k, pictureFrame);
        const within = ([x, y]: readonly [number, number]) =>
          x > 0 && y > 0 && x < pictureFrame.width && y < pictureFrame.height;
        const project = projector(view);
        const seen = [
          ...view.arcs.filter(({ path }) => path.some((point) => within(project(point)))),
          ...[...view.markers, ...view.shapes].filter(
            ({ badge }) => badge !== null && within(badge)
          )
        ].map(({ event }) => event);
        const texts = elements(drawn(told, k), 'text').map(({ textContent }) => textContent!);
        for (const { name } of told.events.filter(isShape)) {
          const there = seen.some((event) => event.name === name);
          // A picture's name has its credit behind it.
          const isTold = texts.some((text) => text === name || text.startsWith(`${name} (`));
          expect(isTold, `${step.id}: ${name}`).toBe(there);
        }
        for (const { id, name } of kindsOf(told.events.filter((event) => !isShape(event)))) {
          const listed = texts.includes(name);
          expect(listed, `${step.id}: ${id}`).toBe(
            seen.some((event) => !isShape(event) && event.kind.id === id)
          );
        }
        for (const certainty of certainties) {
          const listed = texts.includes(certaintyWords[certainty].name);
          const there = seen.some((event) => event.certainty === certainty);
          expect(listed, `${step.id}: ${certainty}`).toBe(there);
        }
      });
    }
  });

  it('writes names with signs of XML, and in every script, as they are', () => {
    const names = storyOf('names-test');
    const k = names.steps.length - 1;
    const document = drawn(names, k);
    const view = viewAt(names, k, pictureFrame);
    const texts = elements(document, 'text').map(({ textContent }) => textContent);
    for (const { text, kind } of view.labels) {
      if (kind === 'place' || kind === 'arc') expect(texts).toContain(text);
    }
    expect(texts).toContain(`A <b>"city"</b> & 'port'`);
    expect(elements(document, 'b')).toEqual([]);
    expect(elements(document, 'desc')[0]!.textContent).toBe(
      describePicture(names, names.steps[k]!)
    );
    const hostile = atlasSvg(view, base, {
      title: '</title><script>alert(1)</script>',
      desc: ']]>&amp;',
      lang: 'en" onload="x',
      source: '<b>'
    });
    expect(elements(parse(hostile), 'script')).toEqual([]);
    expect(elements(parse(hostile), 'desc')[0]!.textContent).toBe(']]>&amp;');
  });

  it('has a rule in both themes for every color it names, from the palette, light first', () => {
    for (const told of stories) {
      told.steps.forEach((_, k) => {
        const svg = draw(told, k);
        const sheet = elements(drawn(told, k), 'style')[0]!.textContent!;
        const [lightRules, darkRules] = sheet.split('@media(prefers-color-scheme:dark)');
        const body = svg.slice(svg.indexOf('</style>'));
        const used = new Set(
          body.match(/\b(fill|stroke)-(?!width|line|dash|opacity)[a-z][\w-]*(?=[" ])/gi)
        );
        used.delete('fill-rule');
        for (const [rules, { hues, ...tokens }] of [
          [lightRules!, light],
          [darkRules!, dark]
        ] as const) {
          const numbered = Object.entries(hues).map(([hue, value]) => [`hue-${hue}`, value]);
          const colors: Record<string, string> = { ...tokens, ...Object.fromEntries(numbered) };
          for (const name of used) {
            const [, property, color] = /^(fill|stroke)-(.*)$/.exec(name)!;
            expect(rules).toContain(`.${name}{${property}:${colors[color!]}}`);
          }
        }
        expect(body).not.toMatch(/#[\da-f]{6}/i);
      });
    }
  });

  it('is the map alone, as large as the frame, where no key is wanted', () => {
    const view = viewAt(story, 0, pictureFrame);
    const bare = atlasSvg(view, base, { title: 'A', desc: 'B', key: false });
    expect(bare).toContain('viewBox="0 0 380 320"');
    expect(bare).not.toContain('Natural Earth');
    const whole = elements(parse(atlasSvg(view, base, { title: 'A', desc: 'B' })), 'svg')[0]!;
    expect(number(whole, 'height')).toBeGreaterThan(320);
  });
});
