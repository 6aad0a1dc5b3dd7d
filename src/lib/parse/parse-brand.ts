import * as v from 'valibot';
import { defaultBrand, type Brand } from '../story/brand.ts';
import type { Source } from '../story/story.ts';
import { contrastOf, nearestReadable, rgbOf } from '../theme/contrast.ts';
import { dark, light } from '../theme/palette.ts';
import { show, StoryError, type Fault, type Report } from './fault.ts';
import { isLocated, type Located } from './located.ts';
import { parseMarkdown, readProse } from './prose.ts';
import { proseToHtml } from './prose-html.ts';
import { readYaml } from './read-yaml.ts';
import { Register } from './register.ts';
import { checkKeys, checkShape, type Subject, text, valueAt } from './shape.ts';

/** The file beside the story folders that says whose site it is. */
export const brandFile = 'brand.yaml';

/** The most that a logo may weigh. */
const mostLogoBytes = 12_000;
/** The least contrast of an accent, in which text is set (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5;

const colour = (name: string) => {
  const form = `${name} must be a colour in quotes, such as "#8c2f1b"`;
  return v.pipe(v.string(form), v.regex(/^#[0-9a-f]{6}$/i, form), v.toLowerCase());
};
const logoForm = 'file must be an SVG or a PNG beside brand.yaml, such as logo.svg';

export const brandSchema = v.object(
  {
    name: v.exactOptional(text('name')),
    logo: v.exactOptional(
      v.object(
        {
          file: v.pipe(v.string(logoForm), v.regex(/^[^/\\]+\.(svg|png)$/i, logoForm)),
          alt: text('alt')
        },
        'logo must be {file, alt}'
      )
    ),
    accent: v.exactOptional(
      v.object({ light: colour('light'), dark: colour('dark') }, 'accent must be {light, dark}')
    ),
    face: v.exactOptional(v.picklist(['serif', 'sans'], 'face must be serif or sans')),
    footer: v.exactOptional(text('footer'))
  },
  'a brand must have name, logo, accent, face or footer'
);

/**
 * Returns the brand that a `brand.yaml` states. `beside` are the sizes of the files in its folder, bytes, by name.
 *
 * @throws {StoryError} with all faults of the file
 */
export function parseBrand(yaml: string, beside: ReadonlyMap<string, number>): Brand {
  const faults: Fault[] = [];
  const report: Report = (fault) => faults.push(fault);
  const subject: Subject = { file: brandFile, where: '', report };
  const brand = readBrand(yaml.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), beside, subject);
  if (faults.length > 0 || !brand) throw new StoryError(brandFile, faults);
  return brand;
}

function readBrand(
  yaml: string,
  beside: ReadonlyMap<string, number>,
  subject: Subject
): Brand | null {
  const data = readYaml(yaml);
  if (!isLocated(data)) {
    subject.report({ file: brandFile, where: '', ...data });
    return null;
  }
  const misspelt = [
    ...checkKeys(data, [], Object.keys(brandSchema.entries), subject),
    ...checkKeys(data, ['logo'], ['file', 'alt'], subject),
    ...checkKeys(data, ['accent'], ['light', 'dark'], subject)
  ];
  const shape = checkShape(data, [], brandSchema, subject, misspelt);
  if (!shape) return null;
  const bytes = shape.logo && beside.get(shape.logo.file);
  if (shape.logo && (bytes === undefined || bytes > mostLogoBytes)) {
    const expected =
      bytes === undefined
        ? `${logoForm}; there is no such file`
        : `a logo must have at most ${mostLogoBytes / 1000} kB, since every page carries it`;
    const position = data.at(['logo', 'file']);
    subject.report({
      file: brandFile,
      where: 'logo',
      ...position,
      expected,
      got: show(shape.logo.file)
    });
  }
  checkAccent(data, subject.report);
  const { footer, ...others } = shape;
  return {
    ...defaultBrand,
    ...others,
    footerHtml: footer === undefined ? '' : footerHtml(footer, data.at(['footer']).line, subject)
  };
}

/** Reports accents that are hard to read, with the nearest colour that is not. */
function checkAccent(data: Located, report: Report): void {
  for (const [theme, { paper, card }] of Object.entries({ light, dark })) {
    const accent = valueAt(data, ['accent', theme]) as string;
    if (accent === undefined) continue;
    const grounds = [paper, card].map(rgbOf);
    const least = Math.min(...grounds.map((ground) => contrastOf(rgbOf(accent), ground)));
    if (least >= leastContrast) continue;
    const better = nearestReadable(accent, [paper, card], leastContrast);
    report({
      file: brandFile,
      where: 'accent',
      ...data.at(['accent', theme]),
      expected: `${theme} must have a contrast of ${leastContrast}:1 on paper ${paper} and card ${card} (write "${better}")`,
      got: `${show(accent)}, ${(Math.floor(least * 100) / 100).toFixed(2)}:1`
    });
  }
}

function footerHtml(footer: string, line: number, subject: Subject): string {
  const [paragraph, more] = parseMarkdown(footer, line).children;
  const where = 'footer';
  if (paragraph?.type !== 'paragraph' || more) {
    const got = more ? 'several' : `a ${paragraph?.type ?? 'nothing'}`;
    subject.report({
      file: brandFile,
      line,
      where,
      expected: 'footer must be one line of Markdown',
      got
    });
    return '';
  }
  const heard: Report = (fault) => subject.report({ ...fault, line });
  const { children, anchors } = readProse([paragraph], new Register<Source>(brandFile), {
    ...subject,
    where,
    report: heard
  });
  for (const { id } of anchors) {
    const expected = 'a link must go to http://, https:// or mailto:';
    subject.report({ file: brandFile, line, where, expected, got: show(`#${id}`) });
  }
  const html = proseToHtml(children, [], { numbers: null, works: new Map(), addUse: () => '' });
  return html.replace(/^<p>(.*)<\/p>$/s, '$1');
}
