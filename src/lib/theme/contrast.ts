/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The light of a colour's red, green and blue, 0 to 1: linear, as WCAG 2.2 has it. */
export function lightOf(colour: Rgb): [red: number, green: number, blue: number] {
  return colour.map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrastOf(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = lightOf(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The red, green and blue of `#rrggbb`. */
export function rgbOf(colour: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb;
}

/**
 * Returns the colour nearest to one, darker or lighter, that has at least a contrast on all of the grounds; colours are
 * `#rrggbb`. Where it has enough already, it is returned as it is.
 */
export function nearestReadable(colour: string, grounds: readonly string[], least: number): string {
  const onDark = Math.max(...grounds.map((ground) => luminance(rgbOf(ground)))) < 0.18;
  const end = onDark ? 255 : 0;
  for (let share = 0; share < 256; share++) {
    const mixed = rgbOf(colour).map((part) => Math.round(part + ((end - part) * share) / 255));
    const isReadable = grounds.every(
      (ground) => contrastOf(mixed as unknown as Rgb, rgbOf(ground)) >= least
    );
    if (isReadable) return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  }
  return onDark ? '#ffffff' : '#000000';
}
