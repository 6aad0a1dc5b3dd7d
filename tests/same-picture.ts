import sharp from 'sharp';

/** A difference of a colour channel (0 to 255) that a reader might see. */
const visible = 16;

/** The share of the map's pixels that may differ between two drawings of the same View. */
export const pictureTolerance = 0.001;

/**
 * The share of pixels, 0 to 1, that differ visibly between two PNGs of the same size, the second taken to be lower by so
 * many px.
 *
 * @throws Error where their sizes differ
 */
export async function pictureDifference(a: Buffer, b: Buffer, lowerPx = 0): Promise<number> {
  const [one, other] = await Promise.all(
    [a, b].map((png) => sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true }))
  );
  const { width, height, channels } = one!.info;
  if (width !== other!.info.width || height !== other!.info.height) {
    throw new Error(
      `expected ${width}×${height} px, got ${other!.info.width}×${other!.info.height} px`
    );
  }
  let differing = 0;
  const lower = lowerPx * width * channels;
  for (let i = 0; i < one!.data.length; i += channels) {
    for (let channel = 0; channel < channels; channel++) {
      // Beside the other picture nothing differs.
      const there = other!.data[i + lower + channel] ?? NaN;
      if (!(Math.abs(one!.data[i + channel]! - there) > visible)) continue;
      differing++;
      break;
    }
  }
  return differing / (width * height);
}

/** How many colours a PNG has, to tell a picture from a blank. */
export async function colourCount(png: Buffer): Promise<number> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const colours = new Set<number>();
  for (let i = 0; i < data.length; i += info.channels) {
    colours.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
  }
  return colours.size;
}

/** The pixels of about a colour in a PNG, as the parts that hang together, each a list of [x, y]. */
export async function partsOfColour(
  png: Buffer,
  colour: readonly number[]
): Promise<readonly (readonly (readonly [x: number, y: number])[])[]> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const left = new Set<number>();
  for (let i = 0; i < width * height; i++) {
    const far = colour.map((value, channel) => Math.abs(value - data[i * channels + channel]!));
    if (Math.max(...far) < 4 * visible) left.add(i);
  }
  const parts: [number, number][][] = [];
  for (const first of left) {
    const part: [number, number][] = [];
    const found = [first];
    left.delete(first);
    for (let i = found.pop(); i !== undefined; i = found.pop()) {
      const [x, y] = [i % width, Math.floor(i / width)];
      part.push([x, y]);
      for (const dy of [-1, 0, 1]) {
        for (const dx of [-1, 0, 1]) {
          const next = (y + dy) * width + x + dx;
          if (x + dx >= 0 && x + dx < width && left.delete(next)) found.push(next);
        }
      }
    }
    parts.push(part);
  }
  return parts;
}

/** How far apart the pixels lie that are compared. */
const sampledPx = 3;

/**
 * By how many px a picture must be moved to lie best on another of the same size, tried up to `reachPx` each way.
 */
export async function bestShift(
  a: Buffer,
  b: Buffer,
  reachPx = 4
): Promise<[dx: number, dy: number]> {
  const [one, other] = await Promise.all(
    [a, b].map((png) => sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true }))
  );
  const { width, height, channels } = one!.info;
  let best: [number, number] = [0, 0];
  let least = Infinity;
  for (let dy = -reachPx; dy <= reachPx; dy++) {
    for (let dx = -reachPx; dx <= reachPx; dx++) {
      let sum = 0;
      for (let y = reachPx; y < height - reachPx; y += sampledPx) {
        for (let x = reachPx; x < width - reachPx; x += sampledPx) {
          const from = one!.data[(y * width + x) * channels]!;
          sum += Math.abs(from - other!.data[((y + dy) * width + x + dx) * channels]!);
        }
      }
      if (sum < least) {
        least = sum;
        best = [dx, dy];
      }
    }
  }
  return best;
}

/** The four quarters of a PNG, row by row. */
export async function quarters(png: Buffer): Promise<Buffer[]> {
  const { width, height } = await sharp(png).metadata();
  const [w, h] = [Math.floor(width / 2), Math.floor(height / 2)];
  return Promise.all(
    [0, h].flatMap((top) =>
      [0, w].map((left) => sharp(png).extract({ left, top, width: w, height: h }).png().toBuffer())
    )
  );
}
