import type { Tint, View } from '../view.ts';

/** What the style reads of a country or a group: how strongly it is marked and, of a country, in which tint. */
export interface FeatureState {
  readonly opacity: number;
  readonly tint?: Tint;
}
export type FeatureStates = ReadonlyMap<string, FeatureState>;

/** The state of every feature that a View marks, by its id; a country in two tints at once has the stronger. */
export function featureStates({
  highlights,
  groups
}: Pick<View, 'highlights' | 'groups'>): FeatureStates {
  return new Map<string, FeatureState>([
    ...highlights
      .toSorted((a, b) => a.opacity - b.opacity)
      .map(({ code, tint, opacity }) => [code, { opacity, tint }] as const),
    ...groups.map(({ id, opacity }) => [id, { opacity }] as const)
  ]);
}

/** The states to set to come from one to the other; what is no longer marked goes to 0. */
export function changedStates(before: FeatureStates, after: FeatureStates): FeatureStates {
  const changed = new Map<string, FeatureState>();
  before.forEach((state, id) => {
    if (!after.has(id) && state.opacity !== 0) changed.set(id, { ...state, opacity: 0 });
  });
  after.forEach((state, id) => {
    const known = before.get(id);
    if (known?.opacity !== state.opacity || known.tint !== state.tint) changed.set(id, state);
  });
  return changed;
}
