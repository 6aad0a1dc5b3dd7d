export type LabelKind = 'country' | 'group' | 'sea' | 'place' | 'arc';

/** The usual letter-spacing of each kind of label, em; a country's grows with its land. */
export const letterSpacing: Readonly<Record<LabelKind, number>> = {
  country: 0.14,
  group: 0.14,
  sea: 0.06,
  place: 0,
  arc: 0
};

/** A label at its position on the map. */
export interface PlacedLabel {
  readonly id: string;
  readonly kind: LabelKind;
  readonly text: string;
  /** px in the frame: the text's anchor, on the line through the middle of its height. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly sizePx: number;
  readonly spacingEm: number;
}
