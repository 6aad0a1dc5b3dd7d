import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { mediaFacts } from './media-facts.ts';

const picture = () => sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } });
const isoFile = (brand: string, rest = '') =>
  Buffer.from(`\0\0\0\x14ftyp${brand}\0\0\0\0${brand}${rest}`, 'latin1');

describe('mediaFacts(bytes, size)', () => {
  it('measures a picture of each format', async () => {
    const formats = {
      jpeg: picture().jpeg(),
      png: picture().png(),
      webp: picture().webp(),
      avif: picture().avif({ effort: 0 }),
      tiff: picture().tiff()
    };
    for (const [format, image] of Object.entries(formats)) {
      const facts = mediaFacts(await image.toBuffer());
      expect(facts, format).toMatchObject({ format, width: 60, height: 40, flaw: '' });
      expect(facts.hash).toMatch(/^[\da-f]{12}$/);
    }
  });

  it('measures a picture as it is held upright', async () => {
    const lying = await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(mediaFacts(lying)).toMatchObject({ width: 40, height: 60 });
  });

  it('goes by what a file holds', () => {
    const formats = {
      mp4: isoFile('isom', 'vide avc1'),
      m4a: isoFile('M4A ', 'soun mp4a'),
      heic: isoFile('heic'),
      quicktime: isoFile('qt  ', 'vide'),
      ogg: Buffer.from('OggS'),
      mp3: Buffer.from('ID3'),
      gif: Buffer.from('GIF89a'),
      svg: Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
      wav: Buffer.from('RIFF\0\0\0\0WAVE'),
      unknown: Buffer.from('A text.')
    };
    for (const [format, bytes] of Object.entries(formats)) {
      expect(mediaFacts(bytes).format).toBe(format);
    }
  });

  it('says what makes a file unfit', async () => {
    const whole = await picture().jpeg().toBuffer();
    expect(mediaFacts(whole.subarray(0, -20)).flaw).toBe('a file that ends too early');
    expect(mediaFacts(Buffer.alloc(0)).flaw).toBe('an empty file');
    expect(mediaFacts(isoFile('isom', 'vide hvc1')).flaw).toBe('a video in HEVC (H.265)');
    expect(mediaFacts(isoFile('isom', 'vide avc1 \xa9xyz+35.6+051.4/')).flaw).toBe(
      'a video that says where it was taken'
    );
  });
});
