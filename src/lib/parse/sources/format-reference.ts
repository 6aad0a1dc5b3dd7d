import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { archiveCopy } from './archive-copy.ts';
import { mapTexts } from '../../story/map-texts.ts';
import { addressOf } from '../../story/reference.ts';
import type { Reference, Source } from '../../story/story.ts';

const styleName = 'fulcrum';

/**
 * The id under which the formatter gets each work. The story's own id is not passed on: the formatter keeps works
 * in a plain object, where it would find one such as `constructor` before it was put there.
 */
const workId = 'work';

/** A character that no text contains and that the formatter leaves in place. */
const mark = '\uE000';

/** Dates as those of events are written: `21 January 2015`. */
const dayFirst =
  '<date form="text" delimiter=" "><date-part name="day" form="numeric"/><date-part name="month"/><date-part name="year"/></date>';

/**
 * Returns a work as text, in a style of the Citation Style Language (its XML). The note is always the full form, so
 * that each can be read by itself. For a language (BCP 47) that the formatter has no words in, it is English.
 */
export function formatReference(source: Source, style: string, lang: string): Reference {
  const { styles, locales } = plugins.config.get('@csl');
  if (!styles.has(styleName)) {
    const head = '<locale xml:lang="en">';
    styles.add(styleName, style.replace(head, `${head}${dayFirst}`));
  }
  const options = { style: styleName, lang: localeFor(lang, (each) => locales.has(each)) };
  const work = mapTexts({ ...source, id: workId }, markText) as object;
  // The page shows the address as a link, with the date of access beside it.
  const withoutAddress = Object.entries(work).filter(
    ([field]) => !['URL', 'DOI', 'accessed'].includes(field)
  );
  const bare = new Cite([Object.fromEntries(withoutAddress)]);
  const whole = new Cite([work]);
  return {
    id: source.id,
    noteHtml: plainHtml(bare.format('citation', { ...options, format: 'html' })),
    listHtml: plainHtml(bare.format('bibliography', { ...options, format: 'html' })),
    text: whole
      .format('bibliography', { ...options, format: 'text' })
      .replace(` data-csl-entry-id="${workId}"`, '')
      .replaceAll(mark, '')
      .trim(),
    url: addressOf(source),
    archive: archiveCopy(source)
  };
}

/**
 * A text, marked if it is the name of a property that every object has (`toString`). The formatter's tables are
 * plain objects keyed by text, which would seem to contain it already.
 */
function markText(text: string): string {
  return text.replace(/<[^>]*>|\W/g, '') in Object.prototype ? text + mark : text;
}

/** The formatter's locale nearest to a language: `en-US` for `en` and for any language it does not know. */
function localeFor(lang: string, has: (locale: string) => boolean): string {
  const primary = lang.split('-')[0]!.toLowerCase();
  const usual = primary === 'en' ? 'en-US' : `${primary}-${primary.toUpperCase()}`;
  return has(usual) ? usual : 'en-US';
}

/** The entry without the wrapping element and inline styles that the formatter writes. */
function plainHtml(html: string): string {
  return html
    .replace(/<\/?div[^>]*>/g, '')
    .replace(/<span style="[^"]*">/g, '<span>')
    .replaceAll(mark, '')
    .trim();
}
