/** The Creative Commons licences by name, with and without a version: `CC BY-SA 4.0`, `CC0`. */
const creativeCommons = /^CC[ -](BY(?:-NC)?(?:-SA|-ND)?)(?:[ -](\d\.\d))?$/i;

/**
 * Returns the address at which a licence can be read: its own where it is one, that of a Creative Commons licence named
 * as usual; null for others, such as `© Reuters`.
 */
export function licenceAddress(licence: string): string | null {
  if (/^https?:\/\//.test(licence) && URL.canParse(licence)) return licence;
  if (/^CC0(?: 1\.0)?$/i.test(licence)) return 'https://creativecommons.org/publicdomain/zero/1.0/';
  const [, form, version = '4.0'] = creativeCommons.exec(licence) ?? [];
  return form === undefined
    ? null
    : `https://creativecommons.org/licenses/${form.toLowerCase()}/${version}/`;
}
