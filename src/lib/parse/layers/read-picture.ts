import * as v from 'valibot';
import { mercatorY } from '../../camera/camera.ts';
import type { LaidPicture, LngLat } from '../../story/story.ts';
import { show, type Report } from '../fault.ts';
import type { Located, Path } from '../located.ts';
import { address } from '../media-fence/media-html.ts';
import { imageFile, imageWidths } from '../media-fence/media-files.ts';
import type { MediaReader } from '../media-fence/media-reader.ts';
import { parseLngLat } from '../geography/parse-places.ts';
import { checkKeys, checkShape, type Subject, text } from '../shape.ts';
import { shapeOf, type ShapeGeometry } from './layer-geometry.ts';

type Corners = LaidPicture['corners'];

/** A picture is laid flat on a flat map: one of more, degrees, would be of another projection than the map's. */
const widestDegrees = 120;
/** Web Mercator ends here. */
const northEnd = 85;
/** Pictures of the map carry one as wide as this, px, at most. */
const stillPx = 960;

const cornersRule =
  'corners must be four positions [longitude, latitude] of the picture’s top left, top right, bottom right and bottom left';
export const pictureSchema = v.object(
  {
    src: v.pipe(text('src'), v.description('A picture in media/')),
    corners: v.pipe(
      v.array(v.unknown(), cornersRule),
      v.length(4, cornersRule),
      v.description(
        'Where the picture’s own corners lie: four [longitude, latitude], clockwise from its top left one'
      )
    ),
    credit: v.exactOptional(text('credit')),
    licence: v.exactOptional(text('licence')),
    source: v.exactOptional(text('source'))
  },
  'picture must be {src, corners, credit, licence}'
);

/** Returns the picture at a path and the area that it lies on, or null where it has a fault. */
export function readPicture(
  data: Located,
  path: Path,
  media: MediaReader,
  subject: Subject,
  warn: Report
): ShapeGeometry | null {
  const misspelt = checkKeys(data, path, Object.keys(pictureSchema.entries), subject);
  const read = checkShape(data, path, pictureSchema, subject, misspelt);
  if (!read || misspelt.length > 0) return null;
  const { file, where, report } = subject;
  const complain = (key: string | null, expected: string, got: string, tell = report) =>
    tell({ file, where, ...data.at(key === null ? path : [...path, key]), expected, got });
  const { corners, ...shape } = read;
  const found = media.readLaid(shape, complain);
  const laid = cornersOf(corners, (expected, got, tell) =>
    complain('corners', expected, got, tell === 'warn' ? warn : report)
  );
  if (!found || !laid) return null;
  const { facts, credit, licence, source } = found;
  const widths = imageWidths(facts.width);
  const still = widths.findLast((width) => width <= stillPx)!;
  const [first, ...others] = laid;
  return {
    ...shapeOf([[[first, ...others.reverse(), first]]], [], []),
    picture: {
      file: found.path,
      address: address(imageFile(found.path, facts, widths.at(-1)!, 'avif').name),
      still: address(imageFile(found.path, facts, still, 'webp').name),
      width: facts.width,
      height: facts.height,
      corners: laid,
      credit,
      licence,
      source
    }
  };
}

/** The corners of a picture that can be laid on the map, or null. */
function cornersOf(
  values: readonly unknown[],
  complain: (expected: string, got: string, tell?: 'warn') => void
): Corners | null {
  const fail = (expected: string, got: string) => {
    complain(expected, got);
    return null;
  };
  const points: LngLat[] = [];
  for (const value of values) {
    const lngLat = parseLngLat(value, 'a corner');
    if (typeof lngLat === 'string') return fail(lngLat, show(value));
    points.push(lngLat);
  }
  const far = points.find(([, lat]) => Math.abs(lat) > northEnd);
  if (far)
    return fail(`corners must be within ${northEnd}° north and south`, `${far[1]}° in a corner`);
  const [west, east] = endsOf(points.map(([lng]) => lng));
  const [south, north] = endsOf(points.map(([, lat]) => lat));
  if (east - west > 180)
    return fail(
      'corners must not lie on both sides of the date line: cut the picture in two there',
      `${west}° and ${east}°`
    );
  if (Math.max(east - west, north - south) > widestDegrees)
    return fail(
      `a picture must be at most ${widestDegrees}° wide and high: cut it in two`,
      `${Math.round(east - west)}° by ${Math.round(north - south)}°`
    );
  const turns = turnsOf(points);
  if (turns.every((turn) => turn < 0))
    return fail(
      'corners must go clockwise from the picture’s top left: top left, top right, bottom right, bottom left',
      'the other way round'
    );
  if (!turns.every((turn) => turn > 0))
    return fail(
      'corners must go around the picture: top left, top right, bottom right, bottom left',
      'an outline that crosses itself, bends inwards or has no area'
    );
  const corners = points as unknown as Corners;
  const [topLeft, , , bottomLeft] = corners;
  if (topLeft[1] <= bottomLeft[1])
    complain(
      'the first corner should be the picture’s top left, which is mostly in the north-west',
      'a picture that is turned by a quarter or more',
      'warn'
    );
  return corners;
}

/** At each corner, twice the area that it makes with its neighbours on the Mercator plane: positive where it goes clockwise. */
function turnsOf(points: readonly LngLat[]): number[] {
  const plane = points.map(([lng, lat]) => [lng / 360, -mercatorY(lat)] as const);
  return plane.map(([x, y], i) => {
    const [[beforeX, beforeY], [afterX, afterY]] = [plane[(i + 3) % 4]!, plane[(i + 1) % 4]!];
    return (x - beforeX) * (afterY - y) - (y - beforeY) * (afterX - x);
  });
}

function endsOf(values: readonly number[]): [least: number, most: number] {
  return [Math.min(...values), Math.max(...values)];
}
