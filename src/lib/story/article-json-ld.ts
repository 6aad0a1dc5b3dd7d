import { defaultBrand } from './brand.ts';
import { plainText } from './excerpt.ts';
import { addressOf, isoDate } from './reference.ts';
import { allMedia } from './laid-pictures.ts';
import { licenceAddress } from './licence-address.ts';
import type { Medium, Source, Story } from './story.ts';

/** The absolute addresses of a story's page and its card. */
export interface ArticleAddress {
  readonly page: string;
  readonly card: string;
}

/**
 * A story as schema.org's Article, with the works it cites (https://schema.org/Article). Without an absolute
 * address it has none at all: a relative one would mean another page wherever the JSON is read elsewhere. `publisher` is
 * the site's name, where it has one of its own.
 */
export function articleJsonLd(
  story: Story,
  address: ArticleAddress | null,
  publisher = defaultBrand.name
): object {
  const { title, dek, lang, creditHtml, sources, geography, sections, publication } = story;
  const media = allMedia(story);
  const codes = new Set(story.steps.flatMap(({ highlight }) => highlight));
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: title,
    description: dek,
    inLanguage: lang,
    ...(address === null
      ? {}
      : { url: address.page, mainEntityOfPage: address.page, image: address.card }),
    ...(publication?.byline && { author: { '@type': 'Person', name: publication.byline } }),
    ...(publication?.published && { datePublished: publication.published }),
    ...(publication?.updated && { dateModified: publication.updated }),
    ...(publisher !== defaultBrand.name && {
      publisher: { '@type': 'Organization', name: publisher }
    }),
    ...(creditHtml === '' ? {} : { creditText: plainText(creditHtml) }),
    articleSection: sections.map((section) => section.title),
    spatialCoverage: geography.countries
      .filter(({ code }) => codes.has(code))
      .map(({ name }) => ({ '@type': 'Place', name })),
    citation: sources.map(workJsonLd),
    ...(media.length === 0
      ? {}
      : { associatedMedia: media.map((medium) => mediumJsonLd(medium, address)) })
  };
}

/** A medium with its credit, as search engines ask for it (https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata). */
function mediumJsonLd(medium: Medium, address: ArticleAddress | null): object {
  const { kind, caption, alt, credit, licence, type, picture } = medium;
  const types = { image: 'ImageObject', video: 'VideoObject', audio: 'AudioObject' } as const;
  const readAt = licenceAddress(licence);
  return {
    '@type': types[kind],
    name: caption || alt,
    description: alt,
    encodingFormat: type,
    creditText: credit,
    ...(readAt === null ? { copyrightNotice: licence } : { license: readAt }),
    ...(address === null
      ? {}
      : {
          contentUrl: new URL(medium.address, address.page).href,
          ...(picture ? { thumbnailUrl: new URL(picture.address, address.page).href } : {})
        })
  };
}

function workJsonLd(source: Source): object {
  const { title, author = [] } = source;
  const url = addressOf(source);
  const date = isoDate(source.issued);
  const publisher = source['container-title'] ?? source.publisher;
  return {
    '@type': 'CreativeWork',
    name: title,
    ...(author.length === 0
      ? {}
      : {
          author: author.map(({ literal, given, family }) =>
            literal === undefined
              ? { '@type': 'Person', name: [given, family].filter(Boolean).join(' ') }
              : { '@type': 'Organization', name: literal }
          )
        }),
    ...(date === null ? {} : { datePublished: date }),
    ...(publisher === undefined ? {} : { publisher: { '@type': 'Organization', name: publisher } }),
    ...(url === null ? {} : { url })
  };
}

/** A value as JSON that is safe inside a `<script>` element, whatever its texts contain. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/[\u2028\u2029]/g, (sign) => (sign === '\u2028' ? '\\u2028' : '\\u2029'));
}
