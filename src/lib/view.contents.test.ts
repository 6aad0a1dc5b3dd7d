import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../cli/read-stories.ts';
import { viewportOf } from './camera/camera.ts';
import { parseStory } from './parse/parse-story.ts';
import type { LngLat, Step, Story } from './story/story.ts';
import { keptOpacity, viewAt, type Frame, type View } from './view.ts';

const story = parseStory(
  readStoryFolder(resolve(import.meta.dirname, '../stories/russia-iran-2015')),
  readWorld()
);
const frame: Frame = {
  width: 960,
  height: 600,
  padding: { top: 20, right: 20, bottom: 150, left: 380 }
};
const at = (id: string) => story.steps.findIndex((step) => step.id === id);
/** The story with the countries and groups of its first step changed. */
const withHighlight = (marks: Pick<Step, 'highlight' | 'groups'>): Story => ({
  ...story,
  steps: story.steps.map((step, i) => (i === 0 ? { ...step, ...marks } : step)),
  geography: {
    ...story.geography,
    groups: marks.groups.map((id) => ({
      ...story.geography.groups[0]!,
      id,
      members: marks.highlight
    }))
  }
});
const lngLatOf = (id: string) => story.places.find((place) => place.id === id)!.lngLat;

/** Where a place is in a View, px; the first story lies within one turn of the world. */
function pointIn({ camera }: View, lngLat: LngLat): readonly number[] {
  return viewportOf(camera, frame).project([lngLat[0], lngLat[1]]);
}

function expectPoint(found: readonly number[], expected: readonly number[]): void {
  expect(found[0]).toBeCloseTo(expected[0]!, 6);
  expect(found[1]).toBeCloseTo(expected[1]!, 6);
}

describe('viewAt(story, position, frame).dots', () => {
  it('are the places of the passage and of its events, each where the camera has it', () => {
    const view = viewAt(story, at('port-calls'), frame);
    // Two ports in view, and the ends of the visit that is kept.
    expect(view.dots.map(({ id }) => id).sort()).toEqual(
      ['astrakhan', 'bandar-e-anzali', 'moscow', 'tehran'].sort()
    );
    for (const { id, lngLat, at, opacity } of view.dots) {
      expect(lngLat).toEqual(lngLatOf(id));
      expectPoint(at, pointIn(view, lngLatOf(id)));
      // Dimmer where only a kept event is.
      if (id === 'astrakhan' || id === 'bandar-e-anzali') expect(opacity).toBe(1);
      else expect(opacity).toBeCloseTo(0.7);
    }
  });

  it('go early and come late between two steps', () => {
    const opacities = (share: number) =>
      Object.fromEntries(
        viewAt(story, at('shoigu') + share, frame).dots.map(({ id, opacity }) => [id, opacity])
      );
    expect(Object.keys(opacities(0)).sort()).toEqual(['moscow', 'tehran']);
    expect(opacities(0.3)).not.toHaveProperty('astrakhan');
    expect(opacities(0.7)['astrakhan']).toBeGreaterThan(0);
    expect(opacities(0.7)['astrakhan']).toBeLessThan(1);
    expect(opacities(0.7)['moscow']).toBeGreaterThan(0.7);
  });
});

describe('viewAt(story, position, frame).highlights and groups', () => {
  it('are those of the step, in the tints of the two most highlighted countries and of the others', () => {
    const { highlights } = viewAt(story, at('two-forces'), frame);
    expect(Object.fromEntries(highlights.map(({ code, tint }) => [code, tint]))).toEqual({
      IRN: expect.stringMatching(/^(first|second)$/) as string,
      RUS: expect.stringMatching(/^(first|second)$/) as string,
      SYR: 'other'
    });
    expect(new Set(highlights.map(({ tint }) => tint)).size).toBe(3);
    expect(highlights.every(({ opacity }) => opacity === 1)).toBe(true);
  });

  it('are alike for all members of a group, whatever tint one of them has elsewhere', () => {
    const { highlights } = viewAt(
      withHighlight({ highlight: ['RUS', 'KAZ', 'BLR'], groups: ['EAEU'] }),
      0,
      frame
    );
    expect(new Set(highlights.map(({ tint }) => tint)).size).toBe(1);
    expect(highlights).toHaveLength(3);
  });

  it('have a state’s parts that have a code of their own', () => {
    const { highlights } = viewAt(withHighlight({ highlight: ['FRA'], groups: [] }), 0, frame);
    expect(highlights.map(({ code }) => code)).toEqual(['FRA', 'GLP', 'GUF', 'MTQ', 'MYT', 'REU']);
    expect(new Set(highlights.map(({ tint }) => tint)).size).toBe(1);
  });

  it('fade from step to step, and what both have stays', () => {
    const shares = (share: number) =>
      Object.fromEntries(
        viewAt(story, at('two-forces') + share, frame).highlights.map(({ code, opacity }) => [
          code,
          opacity
        ])
      );
    const leaving = shares(0.2);
    expect(leaving['RUS']).toBe(1);
    for (const code of ['IRN', 'SYR']) {
      expect(leaving[code]).toBeGreaterThan(0);
      expect(leaving[code]).toBeLessThan(1);
    }
    expect(shares(0.5)).toEqual({ RUS: 1 });
  });

  it('outline a group where the passage names it', () => {
    expect(viewAt(story, at('air-defence'), frame).groups).toEqual([
      { id: 'GCC', land: ['BHR', 'KWT', 'OMN', 'QAT', 'SAU', 'ARE'], opacity: 1 }
    ]);
    expect(viewAt(story, at('shoigu'), frame).groups).toEqual([]);
  });
});

describe('viewAt(story, position, frame).markers and arcs', () => {
  it('put the badges of one place side by side above it', () => {
    const view = viewAt(story, at('ban-ends'), frame);
    expect(view.markers.map(({ event }) => event.id)).toEqual(
      expect.arrayContaining(['interim-deal', 's300-ban-lifted'])
    );
    for (const { event, badge, lngLat } of view.markers) {
      if (event.geometry.type !== 'marker') throw new Error(`${event.id}: expected a marker`);
      expect(lngLat).toEqual(lngLatOf(event.geometry.at));
      const row = story.events.filter(
        ({ geometry }) =>
          geometry.type === 'marker' &&
          event.geometry.type === 'marker' &&
          geometry.at === event.geometry.at
      );
      const slot = row.findIndex(({ id }) => id === event.id) - (row.length - 1) / 2;
      const [x, y] = pointIn(view, lngLat);
      expectPoint(badge, [x! + slot * 26, y! - 24]);
    }
  });

  it('give an arc its badge once it has grown as far, and dim what is kept', () => {
    const arcAt = (position: number, event: string) =>
      viewAt(story, position, frame).arcs.find((arc) => arc.event.id === event);
    const step = at('shoigu');
    expect(arcAt(step - 0.5, 'shoigu-tehran')).toMatchObject({ badge: null, opacity: 1 });
    expect(arcAt(step - 0.01, 'shoigu-tehran')!.badge).not.toBeNull();
    expect(arcAt(step, 'shoigu-tehran')).toMatchObject({ drawn: 1, opacity: 1 });
    expect(arcAt(step + 1, 'shoigu-tehran')).toMatchObject({ drawn: 1, opacity: keptOpacity });
    const between = arcAt(step + 0.5, 'shoigu-tehran')!;
    expect(between.drawn).toBe(1);
    expect(between.opacity).toBeGreaterThan(keptOpacity);
    expect(between.opacity).toBeLessThan(1);
  });
});

describe('viewAt(story, position, frame, { reducedMotion }).fade', () => {
  it('is 1 but about the midpoint, and always 1 where the map may fly', () => {
    const fade = (share: number, reducedMotion: boolean) =>
      viewAt(story, 5 + share, frame, { reducedMotion }).fade;
    expect([0, 0.3, 0.7].map((share) => fade(share, true))).toEqual([1, 1, 1]);
    expect(fade(0.5, true)).toBe(0);
    expect(fade(0.41, true)).toBeCloseTo(0.5, 10);
    expect(fade(0.59, true)).toBeCloseTo(0.5, 10);
    expect([0, 0.41, 0.5].map((share) => fade(share, false))).toEqual([1, 1, 1]);
  });
});

describe('viewAt(story, position, frame, { camera }).labels', () => {
  const camera = { center: [52, 36], zoom: 4, bearing: 0, pitch: 0 } as const;
  const namesAt = (position: number) =>
    viewAt(story, position, frame, { camera }).labels.map(({ text }) => text);

  it('are laid out for the reader’s own camera, fully opaque', () => {
    const view = viewAt(story, at('port-calls'), frame, { camera });
    expect(view.camera).toBe(camera);
    expect(namesAt(at('port-calls'))).toEqual(
      expect.arrayContaining(['Tehran', 'Bandar-e Anzali'])
    );
    expect(new Set(view.labels.map(({ opacity }) => opacity))).toEqual(new Set([1]));
    expect(view.labels).not.toEqual(viewAt(story, at('port-calls'), frame).labels);
  });

  it('between two steps are those of the one whose events are drawn', () => {
    const from = at('shoigu');
    expect(namesAt(from + 0.39)).not.toContain('Bandar-e Anzali');
    expect(namesAt(from + 0.41)).toContain('Bandar-e Anzali');
  });
});
