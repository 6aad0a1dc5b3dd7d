import { needsGlobe } from './geography/choose-projection.ts';
import { encodingFault } from './encoding.ts';
import { checkFrames } from './geography/check-frames.ts';
import { checkAllCited, checkAllShown, checkAnchors } from './check-use.ts';
import { show, StoryError, type Fault, type Report } from './fault.ts';
import { splitStory } from './front-matter.ts';
import { contestedIn, geographyIn, notesIn } from './geography/geography.ts';
import { ownBorders } from './geography/parse-own-borders.ts';
import { CitationUses } from './sources/citation-uses.ts';
import { formatReference } from './sources/format-reference.ts';
import { idRule, isId, reservedSlugs } from './id.ts';
import { leadEvents } from './lead-events.ts';
import { leadSentences } from './lead-sentences.ts';
import { MediaReader } from './media-fence/media-reader.ts';
import { parseLayers, type Layers } from './layers/parse-layers.ts';
import { parseOutline } from './outline.ts';
import { parseCorrections } from './parse-corrections.ts';
import { parseEvents } from './parse-events.ts';
import { parsePlaces } from './geography/parse-places.ts';
import { parseSources } from './sources/parse-sources.ts';
import { readProse, type Prose } from './prose.ts';
import { proseToHtml } from './prose-html.ts';
import { readCredit, readSteps, type ReadStep } from './read-steps.ts';
import { Register } from './register.ts';
import { thinKept, thinShown, warnOfSize } from './thin-steps.ts';
import type { Publication, Step, Story } from '../story/story.ts';
import {
  requiredFiles,
  sourceFiles,
  type StoryFile,
  type StoryFolder,
  type World
} from './world.ts';

/**
 * Returns the story in a folder. A byte order mark and Windows line endings are fine. Works are numbered by first
 * citation: in the prose of all steps, then in questions and notes, then in the credit. `warn` is told of what is odd
 * but may be meant, also where the story has faults.
 *
 * @throws {StoryError} with all faults of the folder, in all files at once
 */
export function parseStory(
  folder: StoryFolder,
  world: World,
  warn: Report = () => undefined
): Story {
  const faults: Fault[] = [];
  const report: Report = (fault) => faults.push(fault);
  checkFolder(folder, report);
  const markdown = textOf(folder, 'story.md');
  const text = markdown === null ? null : splitStory(markdown, world.gazetteer, report);
  const kinds = text?.kinds ?? null;
  const places = read(folder, 'places.geojson', (json) =>
    parsePlaces(json, world, { report, warn })
  );
  const sourceFile = sourceFiles.find((file) => folder.files[file] !== undefined) ?? 'sources.json';
  const sources = read(folder, sourceFile, (text) =>
    parseSources(text, sourceFile, { report, warn })
  );
  const events = read(folder, 'events.csv', (csv) =>
    parseEvents(csv, kinds, places, sources, report)
  );
  const lang = text?.frontMatter?.lang ?? 'en';
  const media = new MediaReader(folder, lang, report);
  const layers = parseLayers(folder, events.ids, {
    ...{ kinds, places, sources, media, world, report, warn }
  });
  if (text === null) throw new StoryError(folder.slug, faults);

  const { frontMatter, body, bodyLine } = text;
  if (frontMatter) checkLanguage(frontMatter, world.gazetteer, warn);
  const outline = parseOutline(body, bodyLine, report);
  const { groups } = text;
  const names = { places, events, layers, sources, gazetteer: world.gazetteer, groups };
  const readers = { media, charts: { folder, sources, lang } };
  const { steps, shown } = readSteps(outline, names, readers, report);
  const steppedOn = new Set(steps.flatMap(({ block }) => block?.layers ?? []));
  if (steps.every(({ block }) => block)) warnOfUnused(layers, steppedOn, warn);
  const vantage = frontMatter?.vantage ?? null;
  const framedSteps = steps.flatMap(({ block }) => (block ? [block] : []));
  const contested =
    faults.length > 0
      ? null
      : contestedIn(
          world.gazetteer,
          {
            ...{ vantage, places: places.items, groups: groups! },
            steps: framedSteps,
            events: new Map([...events.items, ...layers.features.items])
          },
          frontMatter?.projection === 'globe'
        );
  const shownIds = contested && contested.map(({ id }) => id);
  const borders = ownBorders(text.borders, world.gazetteer, shownIds, warn);
  const creditLine = frontMatter?.creditLine ?? 1;
  const corrections = parseCorrections(
    textOf(folder, 'corrections.csv') ?? '',
    outline,
    events,
    report
  );
  const credit = readCredit(frontMatter?.credit ?? '', creditLine, sources, report);
  const subject = { file: 'story.md', where: '', report };
  const definitions = readProse(outline.definitions, sources, subject);

  const passages = [
    ...steps.map(({ prose }) => prose),
    ...steps.flatMap(({ ask, notes, slide }) => [ask, notes, ...(slide ? [slide] : [])]),
    credit
  ];
  const cited = new Set(passages.flatMap(({ cites }) => cites));
  checkAnchors([...passages, definitions], outline, report);
  if (outline.whole && steps.length > 0) {
    if (shown) checkAllShown(events, shown, report);
    if (frontMatter) checkAllCited(sources, cited, report);
  }
  const whole = faults.length === 0 && frontMatter !== null;
  const led = whole ? leadEvents(events, places, world, { report, warn }) : [];
  if (outline.whole) media.warnOfUnused(warn);
  if (faults.length > 0 || !frontMatter) throw new StoryError(folder.slug, faults);
  const claims = [...led, ...layers.features.items.values()];

  const numbers = new Map([...cited].map((id, index) => [id, index + 1]));
  const uses = new CitationUses();
  const toHtml: ToHtml = ({ children }, step) =>
    proseToHtml(children, definitions.children, {
      numbers,
      works: sources.items,
      addUse: (work) => uses.add(work, step)
    });
  const toSlide: ToSlide = ({ prose, slide }) =>
    proseToHtml(
      slide ? slide.children : [...leadSentences(prose.children, lang), ...firstChart(prose)],
      definitions.children,
      { numbers: null, works: sources.items, addUse: () => '' }
    );
  const { contact } = frontMatter;
  const order = [...events.items.keys()];
  const { finished, kept } = finishSteps(steps, order, toHtml, toSlide);
  const creditHtml = toHtml(credit, null).replace(/^<p>(.*)<\/p>$/s, '$1');
  const works = [...cited].map((id) => sources.items.get(id)!);
  const told = {
    lang,
    vantage,
    steps: finished,
    places: places.items,
    events: new Map(claims.map((event) => [event.id, event])),
    groups: groups!,
    names: text.names,
    borders
  };
  const geography = geographyIn(world.gazetteer, told);
  const framed = { steps: finished, events: claims, places: [...places.items.values()] };
  const onGlobe =
    frontMatter.projection === 'globe' ||
    (frontMatter.projection === undefined && needsGlobe({ ...framed, ...geography }));
  const story: Story = {
    slug: folder.slug,
    title: frontMatter.title,
    dek: frontMatter.dek,
    creditHtml,
    vantage,
    ...publicationOf(frontMatter),
    lang,
    sections: outline.sections.map(({ id, title, firstStep }) => ({ id, title, firstStep })),
    ...framed,
    media: media.media,
    sources: works,
    references: works.map((work) => formatReference(work, world.citationStyle, lang)),
    uses: uses.inStory,
    corrections,
    contact: contact === undefined ? null : contact.includes('://') ? contact : `mailto:${contact}`,
    ...(onGlobe && { projection: 'globe' as const }),
    geography: { ...geography, ...notesIn(world.gazetteer, told, onGlobe) }
  };
  const mapLines = steps.map(({ outline: { fences } }) => fences.map!.line);
  checkFrames(story, mapLines, warn);
  warnOfSize(story, kept, mapLines, warn);
  return story;
}

/** Names the features of layers that no step has. */
function warnOfUnused(
  { features: { items, lines }, fileOf }: Layers,
  used: ReadonlySet<string>,
  warn: Report
): void {
  for (const id of items.keys()) {
    if (used.has(id)) continue;
    const where = `feature ${show(id)}`;
    const expected = 'a feature should be in the layers of a step';
    warn({ file: fileOf.get(id)!, line: lines.get(id) ?? 1, where, expected, got: 'none' });
  }
}

/**
 * Renders a passage as HTML. `step` is the one whose prose it is, null for the credit, undefined for what is not
 * the story's own text.
 */
type ToHtml = (prose: Prose, step?: string | null) => string;
/** Renders the lines of a step for the screen of a presentation. */
type ToSlide = (step: ReadStep) => string;

/** The first chart of a passage: its slide shows it below the words. */
function firstChart({ children }: Prose): Prose['children'] {
  const chart = children.find(
    (node) =>
      node.type === 'figure' &&
      node.hast.some(
        (each) => each.type === 'element' && /^chart/.test(String(each.properties.className))
      )
  );
  return chart ? [chart] : [];
}

function checkFolder(folder: StoryFolder, report: Report): void {
  if (!isId(folder.slug)) {
    const expected = idRule(folder.slug, "the folder's name");
    report({ file: 'story.md', line: 1, where: '', expected, got: show(folder.slug) });
  } else if (reservedSlugs.has(folder.slug)) {
    const expected = "the folder's name must not be one that the site uses itself";
    report({ file: 'story.md', line: 1, where: '', expected, got: show(folder.slug) });
  }
  const missing = (file: string, expected: string) => {
    const other = similarFile(folder, file);
    const got = other === null ? 'nothing' : `${show(other)}, which has another name`;
    report({ file, line: 1, where: '', expected, got });
  };
  for (const file of requiredFiles)
    if (folder.files[file] === undefined) missing(file, 'file is required');
  const [first, ...others] = sourceFiles.filter((file) => folder.files[file] !== undefined);
  if (first === undefined)
    missing('sources.json', 'file is required, or sources.bib or sources.ris');
  for (const file of others) {
    const expected = 'a story must have one file of sources';
    report({ file, line: 1, where: '', expected, got: `${first} too` });
  }
  for (const [file, text] of Object.entries(folder.files)) {
    const fault = encodingFault(file, text);
    if (!fault) continue;
    const { line, expected, got } = fault;
    report({ file, line, where: '', expected, got });
  }
}

/** Only what the author states is there, so that the pages of other stories say nothing of it. */
function publicationOf({ byline, published, updated }: Publication): Pick<Story, 'publication'> {
  const stated = Object.entries({ byline, published, updated }).filter(([, value]) => value);
  return stated.length === 0 ? {} : { publication: Object.fromEntries(stated) };
}

/** Warns of what around a story in another language than English stays English. */
function checkLanguage(
  { lang, langLine }: { readonly lang: string; readonly langLine: number },
  { countries }: World['gazetteer'],
  warn: Report
): void {
  const [primary] = lang.split('-');
  if (primary === 'en') return;
  const named = Object.keys(Object.values(countries)[0]?.names ?? {});
  const names = named.includes(primary!)
    ? ''
    : ', and so do the names of countries and seas but for those that names has';
  const expected = `the words around the story stay English: controls, key, certainties, headings of lists, descriptions of maps, and kinds of event but for those that kinds names${names}`;
  warn({ file: 'story.md', line: langLine, where: 'front matter', expected, got: show(lang) });
}

/** Returns the file that was probably meant for a missing one: `Events.CSV`, `events.xlsx` or `events.csv.txt`. */
function similarFile({ files, media }: StoryFolder, file: string): string | null {
  const stem = (path: string) => path.toLowerCase().split('.')[0]!;
  return (
    [...Object.keys(files), ...Object.keys(media)].find((path) => stem(path) === stem(file)) ?? null
  );
}

/** Returns the text of a file, or null where it is missing or nothing of it can be read. */
function textOf({ files }: StoryFolder, file: string): string | null {
  const text = files[file];
  if (text === undefined || encodingFault(file, text)?.unreadable) return null;
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

/** Returns what `parse` makes of a file; where the file is missing, a register in which any id may exist. */
function read<T>(
  folder: StoryFolder,
  file: StoryFile,
  parse: (text: string) => Register<T>
): Register<T> {
  const text = textOf(folder, file);
  if (text !== null) return parse(text);
  const nothing = new Register<T>(file);
  nothing.whole = false;
  return nothing;
}

/**
 * Returns the steps as pages use them, and of how many events of other steps each was to have; `order` is that of the
 * events. Only for steps without a fault.
 */
function finishSteps(
  steps: readonly ReadStep[],
  order: readonly string[],
  toHtml: ToHtml,
  toSlide: ToSlide
): { finished: Step[]; kept: number[] } {
  // All prose comes first, so that its citations are numbered without gaps.
  const texts = steps.map(({ outline: { id }, prose }) => toHtml(prose, id));
  const orderOf = new Map(order.map((id, index) => [id, index]));
  const inOrder = (a: string, b: string) => orderOf.get(a)! - orderOf.get(b)!;
  const earlier = new Set<string>();
  const kept: number[] = [];
  const finished = steps.map((step, i): Step => {
    const { block, prose, notes, ask, answer } = step;
    const { id, title, section } = step.outline;
    const { look, show, layers, keep, highlight, groups } = block!;
    const own = new Set(show);
    const others = keep === 'earlier' ? [...earlier].filter((event) => !own.has(event)) : keep;
    kept.push(others.length);
    const thinned = thinShown([...show, ...layers]);
    for (const event of show) earlier.add(event);
    return {
      id,
      title,
      section,
      look,
      show: thinned.show,
      keep: keep === 'earlier' ? [...thinKept(others)].sort(inOrder) : thinKept(others),
      ...(thinned.unmapped.length > 0 && { unmapped: thinned.unmapped }),
      highlight,
      groups,
      html: texts[i]!,
      notesHtml: toHtml(notes),
      askHtml: toHtml(ask),
      answer,
      slideHtml: toSlide(step),
      cites: prose.cites
    };
  });
  return { finished, kept };
}
