/** What a file is by its contents, whatever its name says; those that cannot be shown have a name for the fault. */
export type MediaFormat =
  | ImageFormat
  | VideoFormat
  | AudioFormat
  | 'gif'
  | 'heic'
  | 'quicktime'
  | 'svg'
  | 'unknown'
  | 'wav';

const imageFormats = ['jpeg', 'png', 'webp', 'avif', 'tiff'] as const;
type ImageFormat = (typeof imageFormats)[number];
const videoFormats = ['mp4', 'webm'] as const;
type VideoFormat = (typeof videoFormats)[number];
const audioFormats = ['mp3', 'm4a', 'ogg'] as const;
type AudioFormat = (typeof audioFormats)[number];

/** What the checks know of a file that is no text. */
export interface MediaFacts {
  readonly bytes: number;
  readonly format: MediaFormat;
  /** The start of the SHA-256 of its contents: 12 hexadecimal digits. */
  readonly hash: string;
  /** Of a picture held upright, px; else 0. */
  readonly width: number;
  readonly height: number;
  /** What makes it unfit, in words, such as `a file that ends too early`; empty where nothing does. */
  readonly flaw: string;
}

/** Whether a format is that of a picture, a video or a sound; null for one that cannot be shown. */
export function mediaKind(format: MediaFormat): 'image' | 'video' | 'audio' | null {
  const has = (formats: readonly string[]) => formats.includes(format);
  return has(imageFormats)
    ? 'image'
    : has(videoFormats)
      ? 'video'
      : has(audioFormats)
        ? 'audio'
        : null;
}
