import { describe, expect, it } from 'vitest';
import { viewportOf } from '../camera/camera.ts';
import { emptyView } from '../map/fixtures.ts';
import { laidShape } from '../story/fixtures.ts';
import type { Camera, LaidPicture, LngLat } from '../story/story.ts';
import { drawPictures } from './draw-pictures.ts';
import { groundUnder } from './ground.ts';

const flat: Camera = { center: [5, 5], zoom: 4, bearing: 0, pitch: 0 };

function draw(camera: Camera, corners?: LaidPicture['corners']): string {
  const view = emptyView({
    camera,
    shapes: [{ event: laidShape('chart', corners), opacity: 1, badge: null }]
  });
  return drawPictures(view, groundUnder(camera, view.frame), ({ still }) => still);
}

interface Cell {
  readonly matrix: readonly number[];
  /** The part of the picture that it shows and where, in its own square. */
  readonly box: readonly number[];
  readonly from: readonly number[];
}

function cellsIn(svg: string): Cell[] {
  return [...svg.matchAll(/<g transform="matrix\((.*?)\)">(?:<svg (.*?)>)?/g)].map(
    ([, matrix, nested]) => {
      const number = (name: string) => Number(new RegExp(`\\b${name}="(.*?)"`).exec(nested!)![1]);
      return {
        matrix: matrix!.split(' ').map(Number),
        box: nested ? ['x', 'y', 'width', 'height'].map(number) : [0, 0, 1, 1],
        from: nested ? /viewBox="(.*?)"/.exec(nested)![1]!.split(' ').map(Number) : [0, 0, 1, 1]
      };
    }
  );
}

/** Where a point of the picture is drawn, px in the frame, by each cell that shows it. */
function drawnAt(cells: readonly Cell[], across: number, down: number): [number, number][] {
  return cells.flatMap(({ matrix: [a, b, c, d, e, f], box, from }) => {
    const [u, v] = [(across - from[0]!) / from[2]!, (down - from[1]!) / from[3]!];
    if (Math.min(u, v) < 0 || Math.max(u, v) > 1) return [];
    const [x, y] = [box[0]! + u * box[2]!, box[1]! + v * box[3]!];
    return [[a! * x + c! * y + e!, b! * x + d! * y + f!]];
  });
}

describe('drawPictures(view, ground, hrefOf)', () => {
  it('draws a picture once where the map shows it as a parallelogram, at its opacity', () => {
    const svg = draw(flat);
    expect(svg).toContain('<image id="picture-chart"');
    expect(svg).toContain('href="media/chart.webp"');
    expect(svg).toContain('<g opacity=".8">');
    expect(cellsIn(svg)).toHaveLength(1);
  });

  const turned: LaidPicture['corners'] = [
    [1, 9],
    [8, 11],
    [12, 2],
    [-3, 0]
  ];
  it.each([
    ['flat', flat, undefined],
    ['turned', { ...flat, bearing: 30 }, undefined],
    ['tilted', { ...flat, bearing: 30, pitch: 45 }, undefined],
    ['on corners that are no parallelogram', flat, turned]
  ])('lays its corners and its middle where they belong: %s', (_, camera, corners) => {
    const { frame } = emptyView();
    const cells = cellsIn(draw(camera, corners));
    const viewport = viewportOf(camera, frame);
    const at = laidShape('chart', corners).geometry.picture!.corners;
    const ends: readonly [number, number, LngLat][] = [
      [0, 0, at[0]],
      [1, 0, at[1]],
      [1, 1, at[2]],
      [0, 1, at[3]]
    ];
    for (const [across, down, lngLat] of ends) {
      const drawn = drawnAt(cells, across, down);
      expect(drawn.length).toBeGreaterThan(0);
      const [x, y] = viewport.project([...lngLat]) as [number, number];
      for (const [seenX, seenY] of drawn) expect(Math.hypot(seenX - x, seenY - y)).toBeLessThan(1);
    }
  });

  it('leaves no gap between its cells, and bends no straight line of the picture', () => {
    const cells = cellsIn(draw(flat, turned));
    expect(cells.length).toBeGreaterThan(4);
    for (let across = 0; across <= 1; across += 0.025)
      for (let down = 0; down <= 1; down += 0.025)
        expect(drawnAt(cells, across, down).length).toBeGreaterThan(0);
    const [[x1, y1], [x2, y2], [x3, y3]] = [0, 0.5, 1].map((t) => drawnAt(cells, t, t)[0]!) as [
      [number, number],
      [number, number],
      [number, number]
    ];
    const off = ((x2 - x1) * (y3 - y1) - (y2 - y1) * (x3 - x1)) / Math.hypot(x3 - x1, y3 - y1);
    expect(Math.abs(off)).toBeLessThan(1);
  });

  it('leaves out what a globe hides', () => {
    const wide: LaidPicture['corners'] = [
      [-50, 40],
      [50, 40],
      [50, -40],
      [-50, -40]
    ];
    const camera: Camera = { ...flat, zoom: 2, projection: 'globe' };
    const whole = cellsIn(draw(camera, wide));
    expect(whole.length).toBeGreaterThan(1);
    expect(drawnAt(whole, 0, 0)).not.toEqual([]);
    const turned = cellsIn(draw({ ...camera, center: [80, 0] }, wide));
    expect(drawnAt(turned, 0, 0.5)).toEqual([]);
    expect(drawnAt(turned, 1, 0.5)).not.toEqual([]);
    expect(draw({ ...camera, center: [-170, 0] }, wide)).toBe('');
  });
});
