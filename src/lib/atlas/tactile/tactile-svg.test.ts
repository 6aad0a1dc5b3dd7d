import { DOMParser, type Element } from '@xmldom/xmldom';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolders, readWorld } from '../../../cli/read-stories.ts';
import { distance, type Point } from '../../geometry/polyline.ts';
import { parseStory } from '../../parse/parse-story.ts';
import { placesOf } from '../../picture/step-picture.ts';
import { readAtlasBase } from '../../server/read-atlas-base.ts';
import { eventsNamed } from '../../story/story-index.ts';
import type { Story } from '../../story/story.ts';
import { toBraille, wrapBraille } from './braille.ts';
import { distanceToBox } from './place-braille.ts';
import { placeCodes } from './place-codes.ts';
import { tactileMm } from './tactile-forms.ts';
import { tactileMap } from './tactile-map.ts';
import { tactileSheet, tactileSheetMm } from './tactile-sheet.ts';
import { tactileSvg } from './tactile-svg.ts';

const root = resolve(import.meta.dirname, '../../../..');
const base = readAtlasBase();
const world = readWorld();
const stories = ['src/stories', 'tests/stories'].flatMap((directory) =>
  readStoryFolders(resolve(root, directory)).map((folder) => parseStory(folder, world))
);
const story = stories.find(({ slug }) => slug === 'russia-iran-2015')!;
const stepOf = (told: Story, id: string) => told.steps.findIndex((step) => step.id === id);

/** The elements of a sheet; what is not well-formed throws. */
function elements(svg: string): Element[] {
  const document = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    }
  }).parseFromString(svg, 'image/svg+xml');
  return [...document.getElementsByTagName('*')];
}

const sheets = stories.flatMap((told) =>
  told.steps.map((step, index) => ({ told, step, index, svg: tactileSvg(told, index, base) }))
);

describe('tactileSvg(story, index, base)', () => {
  it('has nothing but black and white, and no print', () => {
    for (const { svg, step } of sheets) {
      const all = elements(svg);
      const colors = all.flatMap((element) =>
        ['fill', 'stroke'].flatMap((name) => element.getAttribute(name) ?? [])
      );
      for (const color of new Set(colors)) expect(color, step.id).toMatch(/^(#000|#fff|none)$/);
      const names = new Set(all.map(({ tagName }) => tagName));
      for (const name of ['text', 'image', 'pattern', 'style', 'script'])
        expect(names).not.toContain(name);
      expect(svg).not.toMatch(/opacity|class=|href="[^#]/);
    }
  });

  it('is in millimetres, and fits within the margins of a page', () => {
    for (const { svg, told, index } of sheets) {
      const { sheets } = tactileSheet(told, index);
      expect(svg).toContain(
        `viewBox="0 0 180 ${240 * sheets}" width="180mm" height="${240 * sheets}mm"`
      );
      const dots = [...svg.matchAll(/M([\d.]+) ([\d.]+)h\.01/g)].map(([, x]) => Number(x));
      expect(Math.max(...dots)).toBeLessThan(tactileSheetMm.width);
    }
  });

  it('has its title in Braille at the top', () => {
    const svg = tactileSvg(story, stepOf(story, 'shoigu'), base);
    const braille = elements(svg).flatMap((element) => element.getAttribute('data-braille') ?? []);
    const title = toBraille('January: a minister in Tehran');
    expect(tactileSheet(story, stepOf(story, 'shoigu')).title.join('\u2800')).toBe(title);
    expect(braille).toEqual(expect.arrayContaining(wrapBraille(title, 30)));
  });

  it('has every place of the step, with its code on the map and in the key', () => {
    for (const { svg, step, told } of sheets) {
      if (step.look.type === 'camera') continue;
      const events = eventsNamed(told, step.show);
      const places = new Set([...step.look.places, ...events.flatMap(placesOf)]);
      const codes = placeCodes(told);
      const drawn = elements(svg);
      const dots = drawn.flatMap((element) => element.getAttribute('data-place') ?? []);
      expect(dots, step.id).toEqual(expect.arrayContaining([...places]));
      expect(new Set(dots).size).toBe(dots.length);
      for (const id of places) {
        const code = toBraille(codes.get(id)!);
        const found = drawn.filter((element) => element.getAttribute('data-braille') === code);
        expect(found.length, `${step.id}: ${id}`).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it('has every certainty of the step’s lines, and no other', () => {
    const certainties = (id: string) => [
      ...new Set(
        elements(tactileSvg(story, stepOf(story, id), base)).flatMap(
          (element) => element.getAttribute('data-certainty') ?? []
        )
      )
    ];
    expect(certainties('shoigu')).toEqual(['confirmed']);
    expect(certainties('velayati')).toEqual(['reported']);
    expect(certainties('journey-denied').sort()).toEqual(['confirmed', 'disputed']);
    expect(certainties('port-calls')).toEqual(['planned']);
    // Without events of its own it has those that it keeps.
    expect(certainties('year-lines').sort()).toEqual([
      'confirmed',
      'disputed',
      'planned',
      'reported'
    ]);
  });

  it('has a texture of its own for each country that is large enough, and explains it', () => {
    const { scene, key } = tactileSheet(story, stepOf(story, 'theatre'));
    const textures = scene.areas.map(({ texture }) => texture);
    expect(scene.areas.map(({ id }) => id).sort()).toEqual(['GCC', 'IRN', 'RUS', 'SYR']);
    expect(new Set(textures).size).toBe(textures.length);
    const svg = tactileSvg(story, stepOf(story, 'theatre'), base);
    for (const texture of textures) {
      // On the map and in the key.
      expect(svg.split(`data-texture="${texture}"`)).toHaveLength(3);
    }
    expect(key.entries).toContainEqual({ sign: 'syr', words: 'Syria' });
  });
});

describe('tactileMap(scene, base)', () => {
  it('has 3 mm between any two signs, and around Braille on all but the fullest maps', () => {
    const { gap } = tactileMm;
    for (const { told, step, index } of sheets) {
      const { scene } = tactileSheet(told, index);
      const { signs, braille, lines } = tactileMap(scene, base);
      const apart = (values: readonly number[]) => Math.min(Infinity, ...values);
      signs.forEach((one, i) => {
        const others = signs.slice(i + 1);
        const free = others.map(({ at, radius }) => distance(one.at, at) - one.radius - radius);
        expect(apart(free), step.id).toBeGreaterThan(gap - 0.1);
      });
      braille.forEach(({ box }, i) => {
        const corners = braille
          .slice(i + 1)
          .flatMap(({ box: { left, right, top, bottom } }): Point[] => [
            [left, top],
            [right, bottom]
          ]);
        const free = [
          ...signs.map(({ at, radius }) => distanceToBox(box, at) - radius),
          ...corners.map((corner) => distanceToBox(box, corner))
        ];
        expect(apart(free), step.id).toBeGreaterThan(gap - 0.1);
        if (lines.length > 4) return;
        const toLines = lines.flatMap(({ shaft }) =>
          shaft.map((point) => distanceToBox(box, point))
        );
        expect(apart(toLines), step.id).toBeGreaterThan(gap + tactileMm.event / 2 - 0.1);
      });
    }
  });
});
