import { pointAlong } from '../arcs/arc-paths.ts';
import { viewportOf } from '../camera/camera.ts';
import { nearLng } from '../geometry/date-line.ts';
import type { Box, Frame } from '../frame.ts';
import { letterSpacing } from '../labels/label-kinds.ts';
import { placeLabels, type LabelCandidate, type PlacedCandidate } from '../labels/place-labels.ts';
import { textWidth } from '../labels/text-width.ts';
import type { Camera, LngLat, Story } from '../story/story.ts';
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
  const lines = arcs.flatMap((event) => atlas.nearPath(event.id, camera.center[0]).map(project));
  const badges = [...picture.shown, ...picture.kept].map((event): Box => {
    if (event.geometry.type === 'arc') {
      return square(project(atlas.arcs.get(event.id)!.badge), badgeHalfPx);
    }
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
            placement: 'beside',
            gapPx: 6
          },
          place.lngLat
        )
      );
  const arcNames = picture.shown
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
              placement: 'beside',
              gapPx: share === badgeAt ? badgeHalfPx : 5
            },
            pointAlong(path, share)
          )
        )
      );
    });
  const markerNames = picture.shown.flatMap((event) => {
    if (event.geometry.type !== 'marker') return [];
    const { lngLat } = atlas.places.get(event.geometry.at)!;
    const slot = atlas.markerSlots.get(event.id)!;
    return arcLabels(event, story.lang).map((text) =>
      candidate(
        {
          id: `event ${event.id}`,
          kind: 'arc',
          text,
          sizePx: arcLabelPx,
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
    .flatMap(({ id, label: [lng, lat], bounds: [, south, , north] }) =>
      [0, 0.16, -0.16, 0.3, -0.3].map((share) =>
        candidate(
          { id: `group ${id}`, kind: 'group', text: id, sizePx: 15, placement: 'over', gapPx: 0 },
          [lng, lat + share * (north - south)]
        )
      )
    );
  const worldPx = 512 * 2 ** camera.zoom;
  const countries = story.geography.countries
    .filter(({ code, name, bounds }) => {
      if (picture.highlight.has(code)) return true;
      const widthPx = ((bounds[2] - bounds[0]) / 360) * worldPx;
      return widthPx > textWidth(name.toLocaleUpperCase(), 11, letterSpacing.country) * 0.9;
    })
    .sort(
      (a, b) =>
        Number(picture.highlight.has(b.code)) - Number(picture.highlight.has(a.code)) ||
        b.area - a.area
    )
    .map(({ code, name, label, area }) => {
      const highlighted = picture.highlight.has(code);
      return candidate(
        {
          id: `country ${code}`,
          kind: 'country',
          text: name,
          sizePx: highlighted && area > 50_000 ? 13 : 11,
          placement: highlighted ? 'over-or-beside' : 'over',
          gapPx: 6
        },
        label
      );
    });
  const seas = story.geography.seas
    .filter(({ minZoom }) => camera.zoom >= minZoom)
    .map(({ id, name, at }) =>
      candidate(
        { id: `sea ${id}`, kind: 'sea', text: name, sizePx: 12, placement: 'over', gapPx: 0 },
        at
      )
    );

  return placeLabels(
    [
      ...places(true),
      ...arcNames,
      ...markerNames,
      ...groups,
      ...places(false),
      ...countries,
      ...seas
    ],
    [...badges, ...dots],
    lines,
    frame
  );
}

function square([x, y]: readonly [number, number], half: number): Box {
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}
