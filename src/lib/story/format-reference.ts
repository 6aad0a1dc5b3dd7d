import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { archiveCopy } from './archive-copy.ts';
import { mapTexts } from './map-texts.ts';
import { addressOf } from './reference.ts';
import type { Reference, Source } from './story.ts';

const styleName = 'fulcrum';

/**
 * What the formatter knows each work by. The story's own id stays here: the formatter would find one such as
 * `constructor` in its tables before it is put there.
 */
const workId = 'work';

/** A character that no text holds and that the formatter leaves where it is. */
const mark = '\uE000';

/** As the dates of events are written: `21 January 2015`. */
const dayFirst =
  '<date form="text" delimiter=" "><date-part name="day" form="numeric"/><date-part name="month"/><date-part name="year"/></date>';

/**
 * Returns a work in words, after a style of the Citation Style Language (its XML). The note is always in full, so that
 * each can be read by itself. Where the language (BCP 47) is none that the formatter has words in, they are
 * English.
 */
export function formatReference(source: Source, style: string, lang: string): Reference {
  const { styles, locales } = plugins.config.get('@csl');
  if (!styles.has(styleName)) {
    const head = '<locale xml:lang="en">';
    styles.add(styleName, style.replace(head, `${head}${dayFirst}`));
  }
  const options = { style: styleName, lang: localeFor(lang, (each) => locales.has(each)) };
  const work = mapTexts({ ...source, id: workId }, markText) as object;
  // On the page an address is a link, and when the work was read is said beside it.
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
 * A text, marked where it is the name of what every object has (`toString`): the formatter's tables are plain objects
 * with texts as keys, and would hold such a one before it is put there.
 */
function markText(text: string): string {
  return text.replace(/<[^>]*>|\W/g, '') in Object.prototype ? text + mark : text;
}

/** The locale of the formatter nearest to a language: `en-US` for `en` and for what it does not know. */
function localeFor(lang: string, has: (locale: string) => boolean): string {
  const primary = lang.split('-')[0]!.toLowerCase();
  const usual = primary === 'en' ? 'en-US' : `${primary}-${primary.toUpperCase()}`;
  return has(usual) ? usual : 'en-US';
}

/** The entry without its wrapping, and without the styles that the formatter writes into it. */
function plainHtml(html: string): string {
  return html
    .replace(/<\/?div[^>]*>/g, '')
    .replace(/<span style="[^"]*">/g, '<span>')
    .replaceAll(mark, '')
    .trim();
}
