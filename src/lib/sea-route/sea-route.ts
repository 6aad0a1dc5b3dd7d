import { geoDistance, geoInterpolate } from 'd3-geo';
import FlatQueue from 'flatqueue';
import { nearLng, wrapLng } from '../geometry/date-line.ts';
import { interpolate } from '../geometry/polyline.ts';
import type { Land } from './country-land.ts';
import {
  cellAt,
  farFromLand,
  makeSeaGrid,
  middleOf,
  walkCells,
  type Box,
  type SeaGrid,
  type Surface
} from './sea-grid.ts';
import type { LngLat } from '../story/story.ts';

const earthKm = 6371;
const kmPerDegree = (earthKm * Math.PI) / 180;

/** How far a port may be from water that the grid knows, in km: Astrakhan lies 90 km up the Volga. */
const maxPortToWaterKm = 200;

/**
 * The cost of a kilometre between a port and the water, in kilometres of open sea: high, so that this leg stays
 * short.
 */
const harbourFactor = 20;

/** The cost of a kilometre of sea by its distance from land in cells; 1 from `farFromLand` on. */
const shoreFactors = [Infinity, 3, 1.9, 1.35, 1.1, 1];

/** Over land there is no shore to keep off. */
const landFactors = [Infinity, 1, 1, 1, 1, 1];

/** The longest leg of a route, in km: short enough that a straight line and a great circle look the same. */
const maxLegKm = 300;

/**
 * Returns the waypoints of a sea route between two ports, without the ports themselves; empty where there is no
 * water near enough. Between the first waypoint and the last the route crosses no land but at straits and canals; the
 * leg to a port may, for up to `maxPortToWaterKm`. The search is A* (Hart, Nilsson and Raphael, 1968) on a grid of
 * 0.2°, finer where a strait asks for it and coarser across an ocean; it keeps off the shore where it can. The ports
 * may lie on either side of the date line; waypoints are within −180..180.
 */
export function seaRoute(from: LngLat, to: LngLat, land: Land): LngLat[] {
  return routeOver('sea', from, to, land);
}

/** Returns the waypoints of a route over land, as `seaRoute` does of one over the sea. */
export function landRoute(from: LngLat, to: LngLat, land: Land): LngLat[] {
  return routeOver('land', from, to, land);
}

function routeOver(surface: Surface, from: LngLat, to: LngLat, land: Land): LngLat[] {
  const end: LngLat = [nearLng(to[0], from[0]), to[1]];
  const span = Math.max(Math.abs(end[0] - from[0]), Math.abs(end[1] - from[1]));
  const cell = Math.max(0.2, span / 200);
  const margin = Math.min(40, Math.max(3, span * 0.75));
  for (const [size, pad] of [
    [cell, margin],
    [cell / 2, margin],
    [cell / 2, margin * 4],
    [cell / 4, 2],
    [cell * 2, margin * 4]
  ] as const) {
    const grid: CostGrid = {
      ...makeSeaGrid(land, boxAround(from, end, pad), size, surface),
      factors: surface === 'sea' ? shoreFactors : landFactors
    };
    const cells = findRoute(grid, from, end);
    if (cells === null) continue;
    const pulled = pullTight(
      grid,
      cells.map((index) => middleOf(grid, index))
    );
    // Cut into its legs before it is smoothed: a corner is cut along the very lines that were found to be free.
    const legs = pulled.flatMap((point, i) =>
      i === 0 ? [point] : legOf(pulled[i - 1]!, point).slice(1)
    );
    const route = smooth(grid, legs);
    return route.map(([lng, lat]) => [round(wrapLng(lng)), round(lat)]);
  }
  return [];
}

/** A grid with the cost of a kilometre by the distance in cells from where a way may not lead. */
interface CostGrid extends SeaGrid {
  readonly factors: readonly number[];
}

function boxAround(a: LngLat, b: LngLat, pad: number): Box {
  const sidePad = pad / Math.max(0.3, Math.cos(radians((a[1] + b[1]) / 2)));
  return {
    west: Math.min(a[0], b[0]) - sidePad,
    east: Math.max(a[0], b[0]) + sidePad,
    south: Math.max(-85, Math.min(a[1], b[1]) - pad),
    north: Math.min(85, Math.max(a[1], b[1]) + pad)
  };
}

/** Returns the water cells of the cheapest route between two ports, or null. */
function findRoute(grid: CostGrid, from: LngLat, to: LngLat): number[] | null {
  const starts = waterNear(grid, from);
  const ends = new Map(waterNear(grid, to));
  if (starts.length === 0 || ends.size === 0) return null;

  const { columns, clearance, factors } = grid;
  const goal = clearance.length;
  const costs = new Float64Array(goal + 1).fill(Infinity);
  const cameFrom = new Int32Array(goal + 1).fill(-1);
  const closed = new Uint8Array(goal + 1);
  const queue = new FlatQueue<number>();
  const open = (index: number, previous: number, cost: number) => {
    if (cost >= costs[index]!) return;
    costs[index] = cost;
    cameFrom[index] = previous;
    queue.push(index, cost + (index === goal ? 0 : distanceKm(middleOf(grid, index), to)));
  };

  for (const [index, km] of starts) open(index, -1, km * harbourFactor);
  for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
    if (index === goal) return trace(cameFrom, cameFrom[goal]!);
    if (closed[index]) continue;
    closed[index] = 1;
    const toPort = ends.get(index);
    if (toPort !== undefined) open(goal, index, costs[index]! + toPort * harbourFactor);
    const here = middleOf(grid, index);
    const column = index % columns;
    for (let dx = -1; dx <= 1; dx++) {
      if (column + dx < 0 || column + dx >= columns) continue;
      for (const dy of [-columns, 0, columns]) {
        const next = index + dx + dy;
        if (next < 0 || next >= goal || closed[next] || !clearance[next]) continue;
        if (dx !== 0 && dy !== 0 && (!clearance[index + dx] || !clearance[index + dy])) continue;
        const factor = (factors[clearance[index]!]! + factors[clearance[next]!]!) / 2;
        open(next, index, costs[index]! + distanceKm(here, middleOf(grid, next)) * factor);
      }
    }
  }
  return null;
}

/** Returns the water cells near a port, with the distance of each in km. */
function waterNear(grid: CostGrid, port: LngLat): [number, number][] {
  const near: [number, number][] = [];
  const dLat = maxPortToWaterKm / kmPerDegree;
  const dLng = dLat / Math.cos(radians(port[1]));
  for (let lat = port[1] - dLat; lat <= port[1] + dLat; lat += grid.cell) {
    for (let lng = port[0] - dLng; lng <= port[0] + dLng; lng += grid.cell) {
      const index = cellAt(grid, [lng, lat]);
      if (index < 0 || !grid.clearance[index]) continue;
      const km = distanceKm(port, middleOf(grid, index));
      if (km <= maxPortToWaterKm) near.push([index, km]);
    }
  }
  return near;
}

function trace(cameFrom: Int32Array, last: number): number[] {
  const route: number[] = [];
  for (let index = last; index >= 0; index = cameFrom[index]!) route.push(index);
  return route.reverse();
}

/** Returns the route without the detours that a straight leg can replace at no greater cost. */
function pullTight(grid: CostGrid, route: readonly LngLat[]): LngLat[] {
  const costs = [0];
  for (let i = 1; i < route.length; i++)
    costs.push(costs[i - 1]! + legCost(grid, route[i - 1]!, route[i]!));
  const pulled = [route[0]!];
  for (let here = 0; here < route.length - 1;) {
    let next = route.length - 1;
    while (
      next > here + 1 &&
      legCost(grid, route[here]!, route[next]!) > (costs[next]! - costs[here]!) * 1.001
    )
      next--;
    pulled.push(route[next]!);
    here = next;
  }
  return pulled;
}

/** Returns the cost of the leg between two points, in km of open sea; Infinity where it leaves the surface or the grid. */
function legCost(grid: CostGrid, a: LngLat, b: LngLat): number {
  const leg = legOf(a, b);
  let cost = 0;
  for (let i = 1; i < leg.length && cost < Infinity; i++) {
    let [sum, count] = [0, 0];
    walkCells(grid, leg[i - 1]!, leg[i]!, (index) => {
      const clearance = index < 0 ? 0 : Math.min(grid.clearance[index]!, farFromLand);
      const factor = grid.factors[clearance]!;
      sum += factor;
      count++;
      return factor < Infinity;
    });
    cost += (sum / count) * distanceKm(leg[i - 1]!, leg[i]!);
  }
  return cost;
}

/** The great circle between two points, both included, in legs of at most `maxLegKm`; unwrapped. */
function legOf(a: LngLat, b: LngLat): LngLat[] {
  const parts = Math.ceil((geoDistance([...a], [...b]) * earthKm) / maxLegKm);
  if (parts < 2) return [a, b];
  const at = geoInterpolate([...a], [...b]);
  const leg = [a];
  for (let part = 1; part < parts; part++) {
    const [lng, lat] = at(part / parts);
    leg.push([nearLng(lng, leg.at(-1)![0]), lat]);
  }
  return [...leg, b];
}

/** Returns the route with its corners cut twice (Chaikin, 1974), each cut at most 100 km long and only over water. */
function smooth(grid: CostGrid, route: readonly LngLat[]): LngLat[] {
  let smoothed = [...route];
  for (let pass = 0; pass < 2; pass++) {
    smoothed = smoothed.flatMap((corner, index, all) => {
      const [before, after] = [all[index - 1], all[index + 1]];
      if (!before || !after) return [corner];
      const cut = [towards(corner, before), towards(corner, after)] as const;
      return legCost(grid, ...cut) < Infinity ? cut : [corner];
    });
  }
  return smoothed;
}

function towards(corner: LngLat, other: LngLat): LngLat {
  const part = Math.min(0.25, 100 / distanceKm(corner, other));
  return interpolate(corner, other, part);
}

/**
 * The distance in km on a plane that touches the Earth between the two points. The search calls this for every cell
 * it opens; to weigh one cell against another it is close enough to the great circle, which takes longer.
 */
function distanceKm([ax, ay]: LngLat, [bx, by]: LngLat): number {
  return Math.hypot((bx - ax) * Math.cos(radians((ay + by) / 2)), by - ay) * kmPerDegree;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Rounded to about 10 m. */
function round(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}
