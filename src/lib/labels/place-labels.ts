import { contains, freePart, overlaps, type Box, type Frame } from '../frame.ts';
import type { LabelKind, PlacedLabel } from './label-kinds.ts';
import { textWidth } from './text-width.ts';

/** A label that may be placed at a point. Candidates come in order of rank: an earlier one is placed first. */
export interface LabelCandidate {
  readonly id: string;
  readonly kind: LabelKind;
  readonly text: string;
  /** px in the frame. */
  readonly at: readonly [x: number, y: number];
  readonly sizePx: number;
  readonly spacingEm: number;
  /** `over` sets the text on the point; `beside` sets it next to a mark of `gapPx` radius. */
  readonly placement: 'over' | 'beside' | 'over-or-beside';
  readonly gapPx: number;
}

export interface PlacedCandidate<Candidate extends LabelCandidate> {
  readonly label: PlacedLabel;
  readonly candidate: Candidate;
}

/**
 * The labels that fit: inside the frame's free part, over no other label and no obstacle, and off the lines
 * (points in px, close together) where there is a choice. Of candidates with the same id, the first that fits
 * is placed.
 */
export function placeLabels<Candidate extends LabelCandidate>(
  candidates: readonly Candidate[],
  obstacles: readonly Box[],
  lines: readonly (readonly [number, number])[],
  frame: Frame
): PlacedCandidate<Candidate>[] {
  const free = freePart(frame);
  const taken = [...obstacles, ...(frame.covered ?? [])];
  const placed: PlacedCandidate<Candidate>[] = [];
  for (const candidate of candidates) {
    if (placed.some(({ label }) => label.id === candidate.id)) continue;
    let best: { label: PlacedLabel; box: Box; cost: number } | null = null;
    positions(candidate).forEach((label, order) => {
      const box = labelBox(label);
      if (!contains(free, box) || taken.some((other) => overlaps(other, box))) return;
      const crossed = lines.filter(
        ([x, y]) => x > box.left && x < box.right && y > box.top && y < box.bottom
      ).length;
      const cost = crossed * 2 + order;
      if (best === null || cost < best.cost) best = { label, box, cost };
    });
    // TypeScript does not see the assignment inside the callback.
    const found = best as { label: PlacedLabel; box: Box } | null;
    if (found === null) continue;
    placed.push({ label: found.label, candidate });
    taken.push(found.box);
  }
  return placed;
}

function positions({
  id,
  kind,
  text,
  at,
  sizePx,
  spacingEm,
  placement,
  gapPx
}: LabelCandidate): PlacedLabel[] {
  const [x, y] = at;
  const label = (dx: number, dy: number, anchor: PlacedLabel['anchor']): PlacedLabel => ({
    id,
    kind,
    text,
    x: x + dx,
    y: y + dy,
    anchor,
    sizePx,
    spacingEm
  });
  const over = [label(0, 0, 'middle')];
  const rise = gapPx + sizePx * 0.7;
  const beside = [
    label(gapPx + 3, 0, 'start'),
    label(-gapPx - 3, 0, 'end'),
    label(0, rise, 'middle'),
    label(0, -rise, 'middle'),
    label(gapPx, rise * 0.8, 'start'),
    label(-gapPx, rise * 0.8, 'end'),
    label(gapPx, -rise * 0.8, 'start'),
    label(-gapPx, -rise * 0.8, 'end'),
    label(0, rise + sizePx * 1.3, 'middle'),
    label(0, -rise - sizePx * 1.3, 'middle')
  ];
  if (placement === 'over') return over;
  return placement === 'beside' ? beside : [...over, ...beside];
}

/** The space to either side of a country's name, px: side by side, two would read as one. */
const countryAirPx = 5;

/** The box that a label takes, px, with a little space around it. */
export function labelBox({
  kind,
  text,
  x,
  y,
  anchor,
  sizePx,
  spacingEm
}: Omit<PlacedLabel, 'id'>): Box {
  const shown = kind === 'country' || kind === 'group' ? text.toLocaleUpperCase() : text;
  const width = textWidth(shown, sizePx, spacingEm);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  const air = kind === 'country' || kind === 'group' ? countryAirPx : 2;
  return {
    left: left - air,
    right: left + width + air,
    top: y - sizePx * 0.68,
    bottom: y + sizePx * 0.68
  };
}
