import { slugOf } from '../id.ts';
import type { MediaFacts } from './media-facts.ts';

/** The widths of the pictures that are made of one, px; none is wider than it. */
const widthsPx = [480, 960, 1440, 1920] as const;
/** The width of the picture that stands for a video until it plays, px. */
const posterPx = 1280;

/** A file that the site serves under a story's `media/`, made of a file of its folder. */
export interface MediaFile {
  /** `port-1a2b3c4d5e6f-960.avif`: the file's name, the hash of its contents, the width. */
  readonly name: string;
  /** px; null where the file is copied as it is. */
  readonly width: number | null;
}

/** Returns the widths that are made of a picture so wide, px, the smallest first; two are never almost the same. */
export function imageWidths(width: number): number[] {
  const largest = Math.min(width, widthsPx.at(-1)!);
  return [...widthsPx.filter((each) => each < largest * 0.9), largest];
}

/** Returns the file that a picture becomes at a width, px. */
export function imageFile(
  path: string,
  { hash }: MediaFacts,
  width: number,
  format: 'avif' | 'webp'
): MediaFile {
  return { name: `${stemOf(path)}-${hash}-${width}.${format}`, width };
}

/** Returns the picture that stands for a video. */
export function posterFile(path: string, facts: MediaFacts): MediaFile {
  return imageFile(path, facts, Math.min(facts.width, posterPx), 'webp');
}

/** Returns the file that a video, a sound or captions are copied to; `ending` is that of their format. */
export function copiedFile(path: string, hash: string, ending: string): MediaFile {
  return { name: `${stemOf(path)}-${hash}.${ending}`, width: null };
}

/** Returns every file that may be made of one of a folder. */
export function filesOf(path: string, facts: MediaFacts): MediaFile[] {
  if (facts.width === 0) return [copiedFile(path, facts.hash, facts.format)];
  return [
    posterFile(path, facts),
    ...imageWidths(facts.width).flatMap((width) => [
      imageFile(path, facts, width, 'avif'),
      imageFile(path, facts, width, 'webp')
    ])
  ];
}

function stemOf(path: string): string {
  const stem = path.replace(/^.*\//, '').replace(/\.\w+$/, '');
  return slugOf(stem) || 'file';
}
