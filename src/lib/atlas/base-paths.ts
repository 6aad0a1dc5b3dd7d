import type { GeoPermissibleObjects } from 'd3-geo';
import type { View } from '../view.ts';
import type { AtlasBase } from './atlas-base.ts';
import { shapeDrawer } from './draw-shapes.ts';
import {
  areasIn,
  bordersIn,
  coastsIn,
  geographyAt,
  linesIn,
  outlinesIn,
  type Geography
} from './geography.ts';
import type { Ground } from './ground.ts';
import { PathData } from './path-data.ts';

export const riversFromZoom = 3;
/** A point whose triangle is smaller than this is left out by default, px². */
const usualDetailPx2 = 0.5;

/** One path of the geography; paths are drawn in the order given. */
export interface BasePath {
  readonly style:
    | 'land'
    | 'mask'
    | 'first'
    | 'second'
    | 'other'
    | 'lake'
    | 'river'
    | 'contested'
    | 'coast'
    | 'edgeFirst'
    | 'edgeSecond'
    | 'edgeOther'
    | 'border'
    | 'disputed'
    | 'control'
    | 'group';
  readonly opacity: number;
  readonly data: string;
}

/** The style of a border's path, by the class that the live map uses. */
const borderStyles = {
  recognised: 'border',
  disputed: 'disputed',
  'line-of-control': 'control'
} as const;

/** The style of a tinted country's coast. */
export const edgeStyles = { first: 'edgeFirst', second: 'edgeSecond', other: 'edgeOther' } as const;

/**
 * The geography of a View, one path for each style, from the land up. It is simplified for its scale (points whose
 * triangle is smaller than `detailPx2` are left out) and clipped just outside the frame.
 */
export function basePaths(
  { camera, highlights, groups }: Pick<View, 'camera' | 'highlights' | 'groups'>,
  base: AtlasBase,
  ground: Ground,
  detailPx2 = usualDetailPx2
): BasePath[] {
  const draw = shapeDrawer(ground);
  const data = (shapes: readonly GeoPermissibleObjects[]): string => {
    const path = new PathData();
    draw(shapes, path);
    return path.toString();
  };
  const { countries, contested, rim, lines, rivers, lakes } = geographyAt(
    camera,
    base,
    ground,
    detailPx2
  );

  const landOf = (land: Geography['countries']): BasePath[] => [
    { style: 'land', opacity: 1, data: data(areasIn(land)) },
    ...byTint(highlights).map(({ tint, opacity, codes }) => ({
      style: tint,
      opacity,
      data: data(areasIn(land, codes))
    }))
  ];
  const hatchOf = (areas: Geography['contested']): BasePath => ({
    style: 'contested',
    opacity: 1,
    data: data(areasIn(areas))
  });

  const paths: BasePath[] = [
    ...(rim
      ? [
          ...landOf(rim.countries),
          hatchOf(rim.contested),
          { style: 'mask', opacity: 1, data: data([rim.mask]) } as const
        ]
      : []),
    ...landOf(countries),
    { style: 'lake', opacity: 1, data: data(areasIn(lakes)) },
    {
      style: 'river',
      opacity: 1,
      data: camera.zoom >= riversFromZoom ? data(linesIn(rivers)) : ''
    },
    hatchOf(contested),
    { style: 'coast', opacity: 1, data: data(coastsIn(lines)) },
    ...byTint(highlights).map(({ tint, opacity, codes }) => ({
      style: edgeStyles[tint],
      opacity,
      data: data(coastsIn(lines, codes))
    })),
    ...Object.entries(borderStyles).map(([ofClass, style]) => ({
      style,
      opacity: 1,
      data: data(bordersIn(lines, ofClass))
    })),
    ...groups.map(({ land, opacity }) => ({
      style: 'group' as const,
      opacity,
      data: data(outlinesIn(lines, new Set(land)))
    }))
  ];
  return paths.filter(({ data }) => data !== '');
}

/** The countries of one tint and opacity are drawn as one area. */
function byTint(
  highlights: View['highlights']
): { tint: View['highlights'][number]['tint']; opacity: number; codes: Set<string> }[] {
  const found = new Map<string, ReturnType<typeof byTint>[number]>();
  for (const { code, tint, opacity } of highlights) {
    const key = `${tint} ${opacity}`;
    const same = found.get(key) ?? { tint, opacity, codes: new Set<string>() };
    same.codes.add(code);
    found.set(key, same);
  }
  return [...found.values()];
}
