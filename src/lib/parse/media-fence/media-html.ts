import type { Element, ElementContent } from 'hast';
import { licenceAddress } from '../../story/licence-address.ts';
import { element } from '../../markup/hast.ts';
import type { Credit } from './credits.ts';
import { copiedFile, imageFile, imageWidths, posterFile } from './media-files.ts';
import type { MediaFacts } from './media-facts.ts';

/** A file of the folder whose faults have been reported. */
export interface FoundFile {
  readonly path: string;
  readonly facts: MediaFacts;
}

/** What every medium has. */
export interface Described extends FoundFile, Credit {
  readonly alt: string;
  readonly caption: string;
}

export interface FoundVideo extends Described {
  readonly poster: FoundFile;
  /** The name of the captions' file on the site; null where there are none. */
  readonly captions: string | null;
  /** Why it has none; empty where it has. */
  readonly silent: string;
  readonly transcript: string;
}

export interface FoundAudio extends Described {
  readonly transcript: string;
}

/** The width at which a picture stands in the text: base.css and the column of the reading page. */
const columnSizes = '(min-width: 37.5em) min(37vw, 35rem), 100vw';

export function imageFigure(image: Described, staged: boolean): Element {
  return figure('picture', staged, [frame([enlargeable(image)])], caption(image));
}

/** Two pictures of one shape; a script lays the second over the first, as far as the range says. */
export function compareFigure(
  before: Described,
  after: Described,
  words: string,
  staged: boolean
): Element {
  const half = (side: string, picture: Described) =>
    element('div', { className: [side] }, [
      element('p', { className: ['side'] }, [
        picture.caption || (side === 'before' ? 'Before' : 'After')
      ]),
      pictureOf(picture)
    ]);
  const range = element('input', {
    type: 'range',
    min: '0',
    max: '100',
    value: '50',
    ariaLabel: `How much of “${after.caption || 'After'}” is shown, per cent`
  });
  const ratio = `--ratio: ${before.facts.width / before.facts.height}`;
  const credits = [before, after].map(creditLine);
  const same = JSON.stringify(credits[0]) === JSON.stringify(credits[1]);
  const lines = [words ? [words] : [], ...(same ? credits.slice(0, 1) : credits)];
  return figure(
    'compare',
    staged,
    [
      element('div', { className: ['frame'], style: ratio }, [
        half('before', before),
        half('after', after),
        range
      ])
    ],
    element('figcaption', {}, joined(lines))
  );
}

export function videoFigure(video: FoundVideo, lang: string, staged: boolean): Element {
  const poster = address(posterFile(video.poster.path, video.poster.facts).name);
  const { width, height } = video.poster.facts;
  const file = address(copiedFile(video.path, video.facts.hash, video.facts.format).name);
  const player = element(
    'video',
    {
      controls: true,
      preload: 'none',
      playsInline: true,
      poster,
      width,
      height,
      ariaLabel: video.alt
    },
    [
      element('source', { src: file, type: mediaType(video.facts) }),
      ...(video.captions === null
        ? []
        : [
            element('track', {
              kind: 'captions',
              src: address(video.captions),
              srcLang: lang,
              label: 'Captions',
              default: true
            })
          ]),
      element('a', { href: file }, ['The video as a file'])
    ]
  );
  const onPaper = element('div', { className: ['on-paper'] }, [
    element('img', { src: poster, alt: video.alt, width, height, loading: 'lazy' }),
    element('p', {}, ['Video: ', file])
  ]);
  return figure(
    'video',
    staged,
    [frame([player, onPaper])],
    transcript(video.transcript),
    caption(video, video.silent ? [`No captions: ${video.silent}.`] : [])
  );
}

export function audioFigure(audio: FoundAudio): Element {
  const file = address(copiedFile(audio.path, audio.facts.hash, audio.facts.format).name);
  const player = element(
    'audio',
    { controls: true, preload: 'none', src: file, ariaLabel: audio.alt },
    [element('a', { href: file }, ['The recording as a file'])]
  );
  return figure(
    'audio',
    false,
    [element('p', { className: ['title'] }, [audio.alt]), frame([player])],
    transcript(audio.transcript),
    caption(audio)
  );
}

/** Returns a file's address, from the story's own page. */
export function address(name: string): string {
  return `media/${name}`;
}

/** Returns a file's media type (https://www.iana.org/assignments/media-types). */
export function mediaType({ format }: MediaFacts): string {
  const types: Partial<Record<MediaFacts['format'], string>> = {
    mp4: 'video/mp4',
    webm: 'video/webm',
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
    ogg: 'audio/ogg'
  };
  // A picture of whatever format is served as AVIF and WebP.
  return types[format] ?? 'image/webp';
}

/** Its first class and its last tell what it is wherever the story's HTML is searched for figures. */
function figure(
  kind: string,
  staged: boolean,
  ...parts: readonly (Element | Element[] | null)[]
): Element {
  const className = ['medium', kind, ...(staged ? ['staged'] : [])];
  return element(
    'figure',
    { className },
    parts.flat().filter((part) => part !== null)
  );
}

function frame(children: Element[]): Element {
  return element('div', { className: ['frame'] }, children);
}

/** A picture that leads to its largest file; with a script it opens there and then. */
function enlargeable(image: Described): Element {
  const largest = imageWidths(image.facts.width).at(-1)!;
  const href = address(imageFile(image.path, image.facts, largest, 'webp').name);
  return element('a', { className: ['enlarge'], href }, [pictureOf(image)]);
}

function pictureOf({ path, facts, alt }: Described): Element {
  const widths = imageWidths(facts.width);
  const set = (format: 'avif' | 'webp') =>
    widths
      .map((width) => `${address(imageFile(path, facts, width, format).name)} ${width}w`)
      .join(', ');
  const largest = widths.at(-1)!;
  // Browsers without srcset take the one below.
  const usual = widths.findLast((width) => width <= 960) ?? largest;
  return element('picture', {}, [
    element('source', { type: 'image/avif', srcSet: set('avif'), sizes: columnSizes }),
    element('img', {
      src: address(imageFile(path, facts, usual, 'webp').name),
      srcSet: set('webp'),
      sizes: columnSizes,
      alt,
      width: largest,
      height: Math.round((largest * facts.height) / facts.width),
      loading: 'lazy',
      decoding: 'async'
    })
  ]);
}

function caption(medium: Described, more: readonly string[] = []): Element {
  const words = [medium.caption, ...more].filter((line) => line !== '').join(' ');
  return element('figcaption', {}, joined([words ? [words] : [], creditLine(medium)]));
}

/** Lines one below the other; the credits in small type. */
function joined(lines: readonly (readonly (ElementContent | string)[])[]): Element[] {
  return lines
    .filter((line) => line.length > 0)
    .map((line) => element('p', line.length > 1 ? { className: ['credit'] } : {}, line));
}

function creditLine({ credit, licence, source }: Credit): (ElementContent | string)[] {
  const licenceAt = licenceAddress(licence);
  const link = (href: string, words: string) => element('a', { href }, [words]);
  const isAddress = /^https?:\/\//.test(source) && URL.canParse(source);
  const from = isAddress ? link(source, 'Source') : source;
  return [
    credit,
    ' · ',
    licenceAt === null ? licence : link(licenceAt, licence),
    ...(source === '' ? [] : [' · ', from])
  ];
}

function transcript(text: string): Element | null {
  if (text === '') return null;
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return element('details', { className: ['transcript'] }, [
    element('summary', {}, ['Transcript']),
    ...paragraphs.map((paragraph) => element('p', {}, [paragraph.trim().replaceAll('\n', ' ')]))
  ]);
}
