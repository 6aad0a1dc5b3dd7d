import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { imageSize } from 'image-size';
import { mostBytes } from '../../lib/parse/media-fence/media-limits.ts';
import { recipe } from './prepare-media.ts';
import type { MediaFacts, MediaFormat } from '../../lib/parse/media-fence/media-facts.ts';

/** Returns what the checks need to know of a file; of one above every limit no more than its head is read. */
export function readMediaFacts(path: string): MediaFacts {
  const { size } = statSync(path);
  return mediaFacts(readStart(path, Math.min(size, mostBytes.image + 1)), size);
}

/** Returns the facts of a file that has `size` bytes, of which `bytes` are the first. */
export function mediaFacts(bytes: Buffer, size = bytes.length): MediaFacts {
  const format = formatOf(bytes);
  const hash = createHash('sha256').update(recipe).update(bytes).digest('hex').slice(0, 12);
  const facts = { bytes: size, format, hash, width: 0, height: 0, flaw: flawOf(bytes, format) };
  if (!['jpeg', 'png', 'webp', 'avif', 'tiff'].includes(format)) return facts;
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    // From 5 on a camera was held on its side (Exif 2.32, tag 0x0112).
    return orientation >= 5
      ? { ...facts, width: height, height: width }
      : { ...facts, width, height };
  } catch {
    // image-size names no class of its own for a header that it cannot read.
    return { ...facts, flaw: 'no size in its header' };
  }
}

function readStart(path: string, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, length, 0);
  } finally {
    closeSync(file);
  }
  return bytes;
}

/** The marks at the start of files: https://www.iana.org/assignments/media-types and each format's own standard. */
function formatOf(bytes: Buffer): MediaFormat {
  const at = (offset: number, text: string) =>
    bytes.subarray(offset, offset + text.length).equals(Buffer.from(text, 'latin1'));
  if (at(0, '\xff\xd8\xff')) return 'jpeg';
  if (at(0, '\x89PNG')) return 'png';
  if (at(0, 'RIFF')) return at(8, 'WEBP') ? 'webp' : at(8, 'WAVE') ? 'wav' : 'unknown';
  if (at(0, 'II*\0') || at(0, 'MM\0*')) return 'tiff';
  if (at(0, 'GIF8')) return 'gif';
  if (at(4, 'ftyp')) return isoFormatOf(bytes);
  if (at(0, '\x1aE\xdf\xa3')) return bytes.subarray(0, 64).includes('webm') ? 'webm' : 'unknown';
  if (at(0, 'OggS')) return 'ogg';
  if (at(0, 'ID3') || (bytes[0] === 0xff && (bytes[1]! & 0xe6) === 0xe2)) return 'mp3';
  if (
    /^(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*<svg\b/.test(bytes.toString('utf8', 0, 500).trimStart())
  )
    return 'svg';
  return 'unknown';
}

/** By the brand of a file in the ISO base media format (ISO 14496-12, 4.3). */
function isoFormatOf(bytes: Buffer): MediaFormat {
  const brand = bytes.toString('latin1', 8, 12);
  if (brand === 'avif' || brand === 'avis') return 'avif';
  if (/^(hei|hev|mif1|msf1)/.test(brand))
    return bytes.subarray(16, 64).includes('avif') ? 'avif' : 'heic';
  if (brand === 'qt  ') return 'quicktime';
  return /^M4[AB]/.test(brand) || !bytes.includes('vide') ? 'm4a' : 'mp4';
}

/** Says in words what makes a file unfit to be shown; empty where nothing does. */
function flawOf(bytes: Buffer, format: MediaFormat): string {
  if (bytes.length === 0) return 'an empty file';
  const end = bytes.subarray(-4096);
  const cutOff =
    (format === 'jpeg' && !end.includes(Buffer.from([0xff, 0xd9]))) ||
    (format === 'png' && !end.includes('IEND')) ||
    (format === 'webp' && bytes.readUInt32LE(4) + 8 > bytes.length);
  if (cutOff) return 'a file that ends too early';
  if (format !== 'mp4') return '';
  // The sample entries of HEVC (ISO 14496-15), which only some browsers play.
  if (!bytes.includes('avc1') && (bytes.includes('hvc1') || bytes.includes('hev1')))
    return 'a video in HEVC (H.265)';
  const placed = bytes.includes('\xa9xyz', 0, 'latin1') || bytes.includes('quicktime.location');
  return placed ? 'a video that says where it was taken' : '';
}
