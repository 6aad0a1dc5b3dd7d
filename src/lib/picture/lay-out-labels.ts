import { pointAlong } from '../arcs/arc-paths.ts';
import { extentPx, isBehind, viewportOf } from '../camera/camera.ts';
import { nearLng } from '../geometry/date-line.ts';
import type { Box, Frame } from '../frame.ts';
import { letterSpacing } from '../labels/label-kinds.ts';
import { placeLabels, type LabelCandidate, type PlacedCandidate } from '../labels/place-labels.ts';
import { textWidth } from '../labels/text-width.ts';
import type { Camera, CountryGroup, LngLat, Story } from '../story/story.ts';
import { arcLabels } from './event-label.ts';
import { arcLabelPx, badgeHalfPx, placeLabelPx } from './step-camera.ts';
import type { StepPicture } from './step-picture.ts';
import type { StoryAtlas } from './story-atlas.ts';

/** A label and the candidate it was placed for, with the point (degrees) it belongs to. */
export type LaidOutLabel = PlacedCandidate<LabelCandidate & { readonly lngLat: LngLat }>;

/**
 * The labels of a step's picture under a camera, none over another. First come the places and arcs that the
 * step is about, then groups and the places of kept events, then countries by size, then seas.
 */
export function layOutLabels(
  story: Story,
  picture: StepPicture,
  atlas: StoryAtlas,
  camera: Camera,
  frame: Frame
): LaidOutLabel[] {
  const viewport = viewportOf(camera, frame);
  const project = ([lng, lat]: LngLat): readonly [number, number] => {
    const [x, y] = viewport.project([nearLng(lng, camera.center[0]), lat]);
    return [x!, y!];
  };
  const candidate = (
    label: Omit<LabelCandidate, 'at'>,
    lngLat: LngLat,
    [dx, dy]: readonly [number, number] = [0, 0]
  ): LabelCandidate & { lngLat: LngLat } => {
    const [x, y] = project(lngLat);
    return { ...label, lngLat, at: [x + dx, y + dy] };
  };

  const arcs = [...picture.shown, ...picture.kept].filter(
    ({ geometry }) => geometry.type === 'arc'
  );
  const lines = arcs.flatMap((event) =>
    atlas
      .nearPath(event.id, camera.center[0])
      .filter((lngLat) => !isBehind(camera, lngLat))
      .map(project)
  );
  const badges = [...picture.shown, ...picture.kept].map((event): Box => {
    if (event.geometry.type === 'arc') {
      return square(project(atlas.arcs.get(event.id)!.badge), badgeHalfPx);
    }
    if (event.geometry.type === 'shape') return square(project(event.geometry.label), badgeHalfPx);
    const [x, y] = project(atlas.places.get(event.geometry.at)!.lngLat);
    const [dx, dy] = atlas.markerSlots.get(event.id)!;
    return square([x + dx, y + dy], badgeHalfPx);
  });
  const dots = picture.places.map((place) => square(project(place.lngLat), 5));

  const places = (foremost: boolean) =>
    picture.places
      .filter((place) => picture.foremost.has(place.id) === foremost)
      .map((place) =>
        candidate(
          {
            id: `place ${place.id}`,
            kind: 'place',
            text: place.name,
            sizePx: foremost ? placeLabelPx : placeLabelPx - 2,
            spacingEm: letterSpacing.place,
            placement: 'beside',
            gapPx: 6
          },
          place.lngLat
        )
      );
  const named = picture.opening ? [] : picture.shown;
  const arcNames = named
    .filter(({ geometry }) => geometry.type === 'arc')
    .flatMap((event) => {
      const { points: path, badgeAt } = atlas.arcs.get(event.id)!;
      // Beside its badge if there is room, else farther along.
      return arcLabels(event, story.lang).flatMap((text) =>
        [badgeAt, 0.36, 0.64, 0.24, 0.76].map((share) =>
          candidate(
            {
              id: `arc ${event.id}`,
              kind: 'arc',
              text,
              sizePx: arcLabelPx,
              spacingEm: letterSpacing.arc,
              placement: 'beside',
              gapPx: share === badgeAt ? badgeHalfPx : 5
            },
            pointAlong(path, share, story.projection === 'globe')
          )
        )
      );
    });
  const markerNames = named.flatMap((event) => {
    const { geometry } = event;
    if (geometry.type === 'arc') return [];
    const isShape = geometry.type === 'shape';
    const lngLat = isShape ? geometry.label : atlas.places.get(geometry.at)!.lngLat;
    const slot = isShape ? ([0, 0] as const) : atlas.markerSlots.get(event.id)!;
    return arcLabels(event, story.lang).map((text) =>
      candidate(
        {
          id: `event ${event.id}`,
          kind: 'arc',
          text,
          sizePx: arcLabelPx,
          spacingEm: letterSpacing.arc,
          placement: 'beside',
          gapPx: badgeHalfPx
        },
        lngLat,
        slot
      )
    );
  });
  const groups = story.geography.groups
    .filter(({ id }) => picture.groups.has(id))
    .flatMap((group) =>
      groupSpots(group, story).map((spot) =>
        candidate(
          {
            id: `group ${group.id}`,
            kind: 'group',
            text: group.name.length <= longestGroupName ? group.name : group.id,
            sizePx: 15,
            spacingEm: letterSpacing.group,
            placement: 'over',
            gapPx: 0
          },
          spot
        )
      )
    );
  const grouped = new Set(
    story.geography.groups.flatMap(({ id, members }) => (picture.groups.has(id) ? members : []))
  );
  const countries = [...story.geography.countries]
    .sort(
      (a, b) =>
        Number(picture.highlight.has(b.code)) - Number(picture.highlight.has(a.code)) ||
        b.area - a.area
    )
    .flatMap(({ code, name, label: usual, bounds }) => {
      const label = labelInView(
        story,
        code,
        usual,
        (at) => !isBehind(camera, at) && !isFarOff(project(at), frame)
      );
      const highlighted = picture.highlight.has(code);
      const [widthPx, heightPx] = extentPx(camera, bounds);
      const plainPx = textWidth(name.toLocaleUpperCase(), plainSizePx, letterSpacing.country);
      const fits = widthPx > plainPx * 0.9;
      // A group's name stands for those of its members that have no room of their own.
      const named = highlighted && !grouped.has(code);
      if (!named && (!fits || isFarOff(project(label), frame))) return [];
      return countryForms(Math.min(widthPx / plainPx, heightPx / 40), highlighted).flatMap((form) =>
        shiftsWithin(widthPx, heightPx).map((shift) =>
          candidate(
            {
              id: `country ${code}`,
              kind: 'country',
              text: name,
              ...form,
              placement: named && shift === noShift ? 'over-or-beside' : 'over',
              gapPx: 6
            },
            label,
            shift
          )
        )
      );
    });
  const seas = story.geography.seas
    .filter(({ minZoom }) => camera.zoom >= minZoom)
    .map(({ id, name, at }) =>
      candidate(
        {
          id: `sea ${id}`,
          kind: 'sea',
          text: name,
          sizePx: 12,
          spacingEm: letterSpacing.sea,
          placement: 'over',
          gapPx: 0
        },
        at
      )
    );

  const candidates = [
    ...places(true),
    ...arcNames,
    ...markerNames,
    ...groups,
    ...(picture.opening ? [] : places(false)),
    ...countries,
    ...seas
  ];
  return placeLabels(
    candidates.filter(
      ({ lngLat, placement }) =>
        !isBehind(camera, lngLat, placement === 'beside' ? undefined : legibleFromEdge)
    ),
    [...badges, ...dots],
    lines,
    frame
  );
}

/** A group with a longer name stands on the map by its id, such as GCC. */
const longestGroupName = 16;

/** Where a group's name may stand: in its largest member, else about it, else in one of the others, the largest first. */
function groupSpots(
  { members, label: [lng, lat], bounds: [west, south, east, north] }: CountryGroup,
  { geography }: Story
): LngLat[] {
  const about = [0, -0.12, 0.12].flatMap((across) =>
    [0, 0.16, -0.16, 0.3, -0.3].map((along): LngLat => [
      lng + across * (east - west),
      lat + along * (north - south)
    ])
  );
  const others = geography.countries
    .filter(({ code }) => members.includes(code))
    .sort((a, b) => b.area - a.area)
    .slice(1);
  return [...about, ...others.map(({ label }) => label)];
}

/** Nearer to a globe's edge, degrees, a country or a sea is seen too much from the side to bear its name. */
const legibleFromEdge = 18;

/** The size of a country's name that its land barely holds, px. */
const plainSizePx = 11;
const largestSizePx = 17;
const widestSpacingEm = 0.5;

/**
 * The type of a country's name, the best first: as an atlas sets it, the larger and the wider the more room its land
 * has (`room`: how many times over it holds the plain name), and plain where that meets something.
 */
function countryForms(
  room: number,
  highlighted: boolean
): { readonly sizePx: number; readonly spacingEm: number }[] {
  const plain = {
    sizePx: plainSizePx + (highlighted && room > 1 ? 2 : 0),
    spacingEm: letterSpacing.country
  };
  if (room < 1.6) return [plain];
  const sizePx = Math.min(largestSizePx, plain.sizePx + Math.round(room - 1.6));
  const spacingEm = Math.min(widestSpacingEm, letterSpacing.country + 0.08 * (room - 1.6));
  return [{ sizePx, spacingEm: Number(spacingEm.toFixed(2)) }, plain];
}

const noShift = [0, 0] as const;
/** How far a country's name may move from where it belongs to, as a share of its land's width and height. */
const mostShift = 0.16;

/** The most that a name moves to either side, and up or down, px. */
const farthestShift = [64, 44] as const;

/** Whether a point lies so far outside a frame that a name which stands over it cannot come within. */
function isFarOff([x, y]: readonly [number, number], { width, height }: Frame): boolean {
  const [across, along] = farthestShift;
  return x < -across || x > width + across || y < -along || y > height + along;
}

/** Where a country's name stands: at its usual place, or if that is not in view, on land of its that is. */
function labelInView(
  { ground }: Story,
  code: string,
  usual: LngLat,
  isInView: (at: LngLat) => boolean
): LngLat {
  if (!ground || isInView(usual)) return usual;
  return ground.labels.find(([of, at]) => of === code && isInView(at))?.[1] ?? usual;
}

/** Where a country's name may move to, px, for as long as it stays well within its land. */
function shiftsWithin(widthPx: number, heightPx: number): readonly (readonly [number, number])[] {
  const shifts = [
    noShift,
    [0, 22],
    [0, -22],
    [36, 0],
    [-36, 0],
    [0, 44],
    [0, -44],
    [64, 22],
    [-64, 22]
  ] as const;
  return shifts.filter(
    ([x, y]) => Math.abs(x) <= mostShift * widthPx && Math.abs(y) <= mostShift * heightPx
  );
}

function square([x, y]: readonly [number, number], half: number): Box {
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}
