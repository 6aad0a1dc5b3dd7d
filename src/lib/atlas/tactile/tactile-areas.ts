import { scaleBar } from '../../camera/scale-bar.ts';
import { nearLng } from '../../geometry/date-line.ts';
import type { Country, Story } from '../../story/story.ts';
import type { View } from '../../view.ts';
import { groundUnder } from '../ground.ts';

/** The textures of areas, each for one country or group of a sheet; a fingertip does not tell more apart. */
const textures = ['lines', 'grid', 'dots', 'bars', 'bands'] as const;
export type Texture = (typeof textures)[number];

/** A country, or a group of which all members are highlighted, that can be felt on a sheet. */
export interface TactileArea {
  /** The alpha-3 code, or the group’s id. */
  readonly id: string;
  readonly name: string;
  readonly countries: ReadonlySet<string>;
  /** Null where the sheet has used up its textures: then its outline alone is drawn. */
  readonly texture: Texture | null;
}

/** A country that is smaller on the sheet is left out, mm². */
const leastAreaMm2 = 60;

/** The countries and groups that a View highlights, as far as they are large enough and within the frame. */
export function tactileAreas(
  { geography: { countries, groups } }: Story,
  view: View,
  pxPerMm: number
): TactileArea[] {
  const { highlights, camera } = view;
  const { km, widthPx } = scaleBar(camera, 100);
  const leastKm2 = leastAreaMm2 * ((km / widthPx) * pxPerMm) ** 2;
  const isSeen = ({ area, bounds }: Pick<Country, 'area' | 'bounds'>) =>
    area >= leastKm2 && isInFrame(bounds, view);
  const codes = new Set(highlights.map(({ code }) => code));
  const whole = groups.filter(
    ({ id, members }) =>
      view.groups.some((group) => group.id === id) && members.every((code) => codes.has(code))
  );
  const alone = highlights.flatMap(({ code, tint }) => {
    const country = countries.find((each) => each.code === code);
    if (!country || whole.some(({ members }) => members.includes(code)) || !isSeen(country))
      return [];
    // A part of a country that is felt as such has no texture of its own.
    if (country.partOf !== undefined && codes.has(country.partOf)) return [];
    const parts = countries.filter(({ partOf }) => partOf === code).map((part) => part.code);
    return [{ id: code, name: country.name, countries: new Set([code, ...parts]), tint }];
  });
  const together = whole
    .filter(({ bounds, members }) => {
      const areas = countries.filter(({ code }) => members.includes(code)).map(({ area }) => area);
      return isSeen({ bounds, area: areas.reduce((sum, area) => sum + area, 0) });
    })
    .map(({ id, name, members }) => ({
      id,
      name,
      countries: new Set(members),
      tint: highlights.find(({ code }) => members.includes(code))!.tint
    }));
  // The two countries or groups with a tint of their own in every picture have a texture of their own on every sheet.
  const free = textures.slice(2);
  return [...alone, ...together].map(({ tint, ...area }) => ({
    ...area,
    texture:
      tint === 'first' ? textures[0] : tint === 'second' ? textures[1] : (free.shift() ?? null)
  }));
}

/** Whether a country's frame is partly in that of a flat View, in whichever copy of the world is there. */
function isInFrame(
  [west, south, east, north]: Country['bounds'],
  { camera, frame }: View
): boolean {
  const ground = groundUnder(camera, frame);
  const shift = nearLng((west + east) / 2, camera.center[0]) - (west + east) / 2;
  const [left, top] = ground.project([west + shift, north]);
  const [right, bottom] = ground.project([east + shift, south]);
  return left < frame.width && right > 0 && top < frame.height && bottom > 0;
}
