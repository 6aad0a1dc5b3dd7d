import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { archiveCopy } from './archive-copy.ts';
import { addressOf } from './reference.ts';
import type { Reference, Source } from './story.ts';

const styleName = 'fulcrum';

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
  // On the page an address is a link, and when the work was read is said beside it.
  const withoutAddress = Object.entries(source).filter(
    ([field]) => !['URL', 'DOI', 'accessed'].includes(field)
  );
  const bare = new Cite([Object.fromEntries(withoutAddress)]);
  const whole = new Cite([source]);
  return {
    id: source.id,
    noteHtml: plainHtml(bare.format('citation', { ...options, format: 'html' })),
    listHtml: plainHtml(bare.format('bibliography', { ...options, format: 'html' })),
    text: whole.format('bibliography', { ...options, format: 'text' }).trim(),
    url: addressOf(source),
    archive: archiveCopy(source)
  };
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
    .trim();
}
