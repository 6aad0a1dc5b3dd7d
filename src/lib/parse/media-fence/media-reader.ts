import { createHash } from 'node:crypto';
import type { Element, ElementContent } from 'hast';
import type { Image, Node } from 'mdast';
import type { Medium } from '../../story/story.ts';
import { didYouMean } from '../did-you-mean.ts';
import { show, type Report } from '../fault.ts';
import { element } from '../../markup/hast.ts';
import { isLocated, type Located, type Path } from '../located.ts';
import type { Fence } from '../outline.ts';
import { readYaml } from '../read-yaml.ts';
import { checkKeys, checkShape, valueAt, type Subject } from '../shape.ts';
import type { StoryFolder } from '../world.ts';
import { creditsFile, parseCredits, type Credit, type CreditRow } from './credits.ts';
import { copiedFile, imageFile, imageWidths, posterFile } from './media-files.ts';
import { mediaKind } from './media-facts.ts';
import {
  address,
  audioFigure,
  compareFigure,
  imageFigure,
  mediaType,
  videoFigure,
  type Described,
  type FoundFile
} from './media-html.ts';
import { leastPx, mostBytes } from './media-limits.ts';
import {
  compareSchema,
  halfSchema,
  mediumSchema,
  type CompareShape,
  type MediumShape,
  type PictureShape
} from './media-schema.ts';

type Kind = 'image' | 'video' | 'audio';

/** Where faults of a medium, or of one of its keys, are reported. */
export type Complain = (key: string | null, expected: string, got: string) => void;

const kindWords: Readonly<Record<Kind, string>> = {
  image: 'a JPEG, PNG, WebP, AVIF or TIFF picture',
  video: 'an MP4 (H.264) or WebM video',
  audio: 'an MP3, M4A or Ogg sound'
};

/** Reads the media of a story's passages, in their order, and reports their faults. */
export class MediaReader {
  readonly #folder: StoryFolder;
  readonly #lang: string;
  readonly #credits: ReadonlyMap<string, CreditRow>;
  readonly #media: Medium[] = [];
  /** The paths of the files that the story shows. */
  readonly #used = new Set<string>();
  /** The steps whose stage a medium has. */
  readonly #staged = new Set<string>();

  /** @param lang the story's language, BCP 47: its captions are in it */
  constructor(folder: StoryFolder, lang: string, report: Report) {
    this.#folder = folder;
    this.#lang = lang;
    const paths = Object.keys(folder.media);
    this.#credits = parseCredits(folder.files[creditsFile] ?? '', paths, report);
  }

  /** The media of the passages read so far. */
  get media(): readonly Medium[] {
    return this.#media;
  }

  /** Names what the folder holds of media and no step shows: rows of credits, and files in `media/`. */
  warnOfUnused(warn: Report): void {
    for (const [path, { line, where }] of this.#credits) {
      if (this.#used.has(path)) continue;
      const expected = 'a row should credit a medium that a step shows';
      warn({ file: creditsFile, line, where, expected, got: show(path.slice('media/'.length)) });
    }
    const { files, media } = this.#folder;
    for (const path of [...Object.keys(media), ...Object.keys(files)].sort()) {
      if (!path.startsWith('media/') || path === creditsFile || this.#used.has(path)) continue;
      if (this.#credits.has(path)) continue;
      const expected = 'a file in media/ should be shown by a step';
      warn({ file: path, line: 1, where: '', expected, got: 'a file that none shows' });
    }
  }

  /** Returns what `![…](…)`, alone or several in one paragraph, stands for; null where all have a fault. */
  readImages(images: readonly Image[], step: string, subject: Subject): ElementContent[] | null {
    const figures = images.flatMap((image): Element[] => {
      const complain: Complain = (_, expected, got) =>
        subject.report({
          file: subject.file,
          where: subject.where,
          line: lineOf(image),
          expected,
          got
        });
      const alt = image.alt?.trim() ?? '';
      if (alt === '')
        complain(
          null,
          'an image must have words for it, as in ![A ship in port](media/port.jpg)',
          'none'
        );
      const shape = { src: decoded(image.url), alt, ...(image.title && { caption: image.title }) };
      const picture = this.#described(shape, ['image'], complain, 'an image');
      if (picture === null || alt === '') return [];
      this.#add(step, 'image', picture);
      return [imageFigure(picture, false)];
    });
    return figures.length > 0 ? row(figures) : null;
  }

  /** Returns what a `media` fence stands for; null where all in it has a fault. */
  readFence(fence: Fence, step: string, subject: Subject): ElementContent[] | null {
    const data = readYaml(fence.text, fence.line);
    if (!isLocated(data)) {
      subject.report({ file: subject.file, where: subject.where, ...data });
      return null;
    }
    const isList = Array.isArray(data.value);
    const items = isList ? (data.value as unknown[]) : [data.value];
    if (items.length === 0 || data.value === null) {
      const expected = 'a media fence must have a medium, with src and alt, or a list of them';
      const { file, where } = subject;
      subject.report({ file, where, line: fence.line, expected, got: 'nothing' });
      return null;
    }
    const figures = items.flatMap((_, index): Element[] => {
      const path = isList ? [index] : [];
      const read =
        valueAt(data, [...path, 'compare']) === undefined ? this.#medium : this.#comparison;
      const figure = read.call(this, data, path, step, subject);
      return figure === null ? [] : [figure];
    });
    return figures.length > 0 ? row(figures) : null;
  }

  /** Returns a picture that a layer lays on the map, with its credit; null where its file has a fault. */
  readLaid(shape: Omit<PictureShape, 'alt'>, complain: Complain): Described | null {
    return this.#described(
      { ...shape, alt: '' },
      ['image'],
      complain,
      'src',
      'the layer’s picture'
    );
  }

  #medium(data: Located, path: Path, step: string, subject: Subject): Element | null {
    const shape = shapeAt<MediumShape>(data, path, mediumSchema, subject);
    if (shape === null) return null;
    const complain = complainAt(data, path, subject);
    const medium = this.#described(shape, ['image', 'video', 'audio'], complain);
    const kind = medium && mediaKind(medium.facts.format);
    const staged = shape.stage === 'media' && this.#takeStage(step, complain);
    const only = (key: 'captions' | 'transcript' | 'poster', words: string, kinds: Kind[]) => {
      if (kind && shape[key] !== undefined && !kinds.includes(kind))
        complain(
          key,
          `${key} are only for ${words}`.replace(/^(transcript|poster) are/, '$1 is'),
          show(shape[key])
        );
    };
    only('captions', 'a video', ['video']);
    only('poster', 'a video', ['video']);
    only('transcript', 'a video or a sound', ['video', 'audio']);
    const transcript = this.#transcript(shape.transcript ?? '', complain);
    if (kind === 'audio') {
      if (shape.transcript === undefined)
        complain('src', 'a sound must have its transcript, as text or as a text file', 'none');
      if (staged)
        complain('stage', 'stage is only for a picture, a video or a comparison', 'a sound');
      this.#add(step, kind, medium!);
      return audioFigure({ ...medium!, transcript });
    }
    if (kind === 'video') {
      const captions = this.#captions(shape.captions, complain);
      const poster = this.#poster(shape.poster, complain);
      if (poster === null) return null;
      this.#add(step, kind, medium!, poster);
      const silent = typeof shape.captions === 'object' ? shape.captions.none : '';
      return videoFigure({ ...medium!, poster, captions, silent, transcript }, this.#lang, staged);
    }
    if (medium === null) return null;
    this.#add(step, 'image', medium);
    return imageFigure(medium, staged);
  }

  #comparison(data: Located, path: Path, step: string, subject: Subject): Element | null {
    const { entries } = compareSchema;
    const misspelt = [
      ...checkKeys(data, path, Object.keys(entries), subject),
      ...checkKeys(data, [...path, 'compare'], ['before', 'after'], subject)
    ];
    const sideOf = (side: 'before' | 'after') => [...path, 'compare', side];
    for (const side of ['before', 'after'] as const) {
      misspelt.push(...checkKeys(data, sideOf(side), Object.keys(halfSchema.entries), subject));
    }
    const shape = checkShape(data, path, compareSchema, subject, misspelt) as CompareShape | null;
    if (shape === null) return null;
    const complain = complainAt(data, path, subject);
    const staged = shape.stage === 'media' && this.#takeStage(step, complain);
    const half = (side: 'before' | 'after') =>
      this.#described(shape.compare[side], ['image'], complainAt(data, sideOf(side), subject));
    const [first, second] = [half('before'), half('after')];
    if (!first || !second) return null;
    const ratio = ({ facts }: FoundFile) => facts.width / facts.height;
    if (Math.abs(ratio(first) / ratio(second) - 1) > 0.01) {
      const size = ({ facts: { width, height } }: FoundFile) => `${width} × ${height}`;
      complain(
        'compare',
        'before and after must have the same shape: crop one of them',
        `${size(first)} and ${size(second)}`
      );
      return null;
    }
    this.#add(step, 'image', first);
    this.#add(step, 'image', second);
    return compareFigure(first, second, shape.caption ?? '', staged);
  }

  #takeStage(step: string, complain: Complain): boolean {
    if (this.#staged.has(step))
      complain('stage', 'a step must have only one medium on the stage', 'a second one');
    this.#staged.add(step);
    return true;
  }

  /** Returns a medium with its words and its credit, or null where its file is not fit to be shown. */
  #described(
    { src, alt, caption = '', ...own }: PictureShape,
    kinds: readonly Kind[],
    complain: Complain,
    name = 'src',
    place = 'a media fence'
  ): Described | null {
    const found = this.#file('src', src, kinds, complain, name);
    const row = this.#credits.get(src);
    for (const key of ['credit', 'licence'] as const) {
      // A row that leaves one out has been reported.
      if (own[key] !== undefined || row) continue;
      if (found !== null)
        complain(
          'src',
          `${key} is required: in a row of ${creditsFile}, or in ${place}`,
          `none for ${show(src)}`
        );
    }
    const { credit = '', licence = '', source = '' } = { ...row, ...own } as Partial<Credit>;
    return found && { ...found, alt, caption, credit, licence, source };
  }

  #file(
    key: string,
    path: string,
    kinds: readonly Kind[],
    complain: Complain,
    name = key
  ): FoundFile | null {
    const words = kinds.map((kind) => kindWords[kind]);
    const allowed = `${words.slice(0, -1).join(', ')}${words.length > 1 ? ', or ' : ''}${words.at(-1)}`;
    if (/^\w+:\/\//.test(path)) {
      complain(
        key,
        `${name} must be a file in the story's folder, such as media/port.jpg`,
        show(path)
      );
      return null;
    }
    const facts = this.#folder.media[path];
    this.#used.add(path);
    if (facts === undefined) {
      const known = [...Object.keys(this.#folder.media), ...Object.keys(this.#folder.files)];
      const expected = known.includes(path)
        ? `${name} must be ${allowed}`
        : `${name} must be a file in the story's folder${didYouMean(path, known)}`;
      complain(key, expected, show(path));
      return null;
    }
    const { format, bytes, flaw, width, height } = facts;
    const kind = mediaKind(format);
    const fail = (expected: string, got: string) => {
      complain(key, expected, got);
      return null;
    };
    if (bytes === 0) return fail(`${name} must be ${allowed}`, `${show(path)}, an empty file`);
    if (kind === null || !kinds.includes(kind))
      return fail(
        `${name} must be ${allowed}`,
        `${show(path)}, ${formatWords[format] ?? format.toUpperCase()}`
      );
    if (bytes > mostBytes[kind])
      return fail(
        `a file must be of at most ${mostBytes[kind] / 1e6} MB`,
        `${(bytes / 1e6).toFixed(1)} MB in ${show(path)}`
      );
    if (flaw !== '') return fail(flawRules[kind], `${flaw}, ${show(path)}`);
    if (kind === 'image' && Math.max(width, height) < leastPx)
      return fail(
        `a picture must be at least ${leastPx} px long`,
        `${width} × ${height} px in ${show(path)}`
      );
    return { path, facts };
  }

  #poster(path: string | undefined, complain: Complain): FoundFile | null {
    if (path !== undefined) return this.#file('poster', path, ['image'], complain);
    complain('src', 'a video must have a poster, the picture shown until it plays', 'none');
    return null;
  }

  /** Returns the captions' file on the site; null where there are none. */
  #captions(captions: MediumShape['captions'], complain: Complain): string | null {
    if (captions === undefined) {
      complain(
        'src',
        'a video must have captions, a WebVTT file, or captions: {none: no speech}',
        'none'
      );
      return null;
    }
    if (typeof captions === 'object') return null;
    const text = this.#folder.files[captions];
    this.#used.add(captions);
    if (text === undefined) {
      const names = Object.keys(this.#folder.files).filter((path) => path.endsWith('.vtt'));
      complain(
        'captions',
        `captions must be a file in the story's folder${didYouMean(captions, names)}`,
        show(captions)
      );
      return null;
    }
    // https://www.w3.org/TR/webvtt1/#file-structure
    if (!/^\ufeff?WEBVTT(?=[\s]|$)/.test(text))
      complain(
        'captions',
        'captions must be WebVTT, whose first line is WEBVTT',
        `${show(text.split(/\r?\n/)[0])} in ${show(captions)}`
      );
    else if (!text.includes('-->'))
      complain(
        'captions',
        'captions must have a cue, such as 00:01.000 --> 00:04.000',
        `none in ${show(captions)}`
      );
    return captionsFile(captions, text).name;
  }

  /** Returns a transcript's text: the author's own, or what is in the file that it names. */
  #transcript(transcript: string, complain: Complain): string {
    if (!/^\S+\.(txt|md)$/.test(transcript)) return transcript;
    const text = this.#folder.files[transcript];
    this.#used.add(transcript);
    if (text === undefined) {
      const names = Object.keys(this.#folder.files).filter((path) => /\.(txt|md)$/.test(path));
      complain(
        'transcript',
        `transcript must be text, or a file in the story's folder${didYouMean(transcript, names)}`,
        show(transcript)
      );
      return '';
    }
    if (text.trim() === '')
      complain('transcript', 'a transcript must have text', `nothing in ${show(transcript)}`);
    return text
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n')
      .trim();
  }

  #add(step: string, kind: Kind, medium: Described, poster: FoundFile | null = null): void {
    const { path, facts, alt, caption, credit, licence, source } = medium;
    const shown = kind === 'image' ? medium : poster;
    const widths = imageWidths(shown?.facts.width ?? 0);
    this.#media.push({
      step,
      kind,
      file: path,
      address: address(
        kind === 'image'
          ? imageFile(path, facts, widths.at(-1)!, 'webp').name
          : copiedFile(path, facts.hash, facts.format).name
      ),
      type: mediaType(facts),
      picture:
        shown === null
          ? null
          : {
              address: address(
                kind === 'image'
                  ? imageFile(path, facts, widths[0]!, 'webp').name
                  : posterFile(shown.path, shown.facts).name
              ),
              width: shown.facts.width,
              height: shown.facts.height
            },
      alt,
      caption,
      credit,
      licence,
      source
    });
  }
}

/** Returns the file that captions are copied to. */
export function captionsFile(path: string, text: string): ReturnType<typeof copiedFile> {
  return copiedFile(path, createHash('sha256').update(text).digest('hex').slice(0, 12), 'vtt');
}

const formatWords: Readonly<Record<string, string>> = {
  gif: 'a GIF: save a still as PNG, or what moves as MP4',
  heic: 'a HEIC picture: export it as JPEG',
  quicktime: 'a QuickTime video: export it as MP4 (H.264)',
  svg: 'an SVG: export it as PNG',
  wav: 'a WAV sound: export it as MP3 or M4A',
  unknown: 'another kind of file',
  jpeg: 'a picture',
  png: 'a picture',
  webp: 'a picture',
  avif: 'a picture',
  tiff: 'a picture',
  mp4: 'a video',
  webm: 'a video',
  mp3: 'a sound',
  m4a: 'a sound',
  ogg: 'a sound'
};

const flawRules: Readonly<Record<Kind, string>> = {
  image: 'a picture must be whole: export it anew',
  video: 'a video must be MP4 (H.264) or WebM, without its position: export it anew',
  audio: 'a sound must be whole: export it anew'
};

/** One figure as it is, several side by side. */
function row(figures: Element[]): ElementContent[] {
  return figures.length === 1 ? figures : [element('div', { className: ['media-row'] }, figures)];
}

function shapeAt<Shape>(
  data: Located,
  path: Path,
  schema: typeof mediumSchema,
  subject: Subject
): Shape | null {
  const misspelt = checkKeys(data, path, [...Object.keys(schema.entries), 'compare'], subject);
  const shape = checkShape(data, path, schema, subject, misspelt);
  return misspelt.length > 0 ? null : (shape as Shape | null);
}

function complainAt(data: Located, path: Path, { file, where, report }: Subject): Complain {
  return (key, expected, got) =>
    report({ file, where, ...data.at(key === null ? path : [...path, key]), expected, got });
}

function lineOf(node: Node): number {
  return node.position?.start.line ?? 1;
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    // A lone per cent sign is the author's own.
    return url;
  }
}
