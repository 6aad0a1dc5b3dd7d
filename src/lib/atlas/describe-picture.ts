import { certaintyWords } from '../theme/marks.ts';
import { memoize } from '../cache.ts';
import { dateWords } from '../story/dates.ts';
import { describeEvent } from '../story/describe-event.ts';
import { markedIn } from '../story/marked-in.ts';
import type { Place, Step, Story, StoryEvent } from '../story/story.ts';
import { listed } from '../story/listed.ts';
import { lieOfCountry, lieOfPlaces } from './lie-of-places.ts';
import { eventsNamed, storyIndex } from '../story/story-index.ts';

/** A picture names so many events of other passages. More are counted: a screen reader says a description at one go. */
const mostKeptNamed = 4;

/** A step that marks more countries says of none between which others it lies: that would be too long a sentence. */
const mostDescribed = 2;

/**
 * A step's picture in sentences, for those who do not see it: the places and countries framed and highlighted, each
 * event of the step with its kind, certainty, actors, places and date, and what is kept from other steps.
 */
export function describePicture(story: Story, step: Step): string {
  const shown = eventsNamed(story, step.show);
  const kept = eventsNamed(story, step.keep);
  return [
    describeGround(story, step),
    ...shown.map((event) => `${eventSentence(story, event)}.`),
    ...(kept.length > mostKeptNamed ? countKept(kept) : nameKept(story, kept))
  ].join(' ');
}

function nameKept(story: Story, kept: readonly StoryEvent[]): string[] {
  const sentences = kept.map((event) => eventSentence(story, event));
  return kept.length === 0 ? [] : [`Fainter, from other passages: ${sentences.join('. ')}.`];
}

/**
 * The step that says of a country between which others it lies, by the country's code: the first that marks it among few,
 * so that who listens through the story hears it once.
 */
const describedIn = memoize((story: Story): ReadonlyMap<string, string> => {
  const steps = story.steps.map((step) => ({ id: step.id, alone: markedIn(story, step).alone }));
  return new Map(
    steps
      .filter(({ alone }) => alone.length <= mostDescribed)
      .flatMap(({ id, alone }) => alone.map((code) => [code, id] as const))
      .reverse()
  );
});

function countryLie({ geography: { countries } }: Story, code: string): string {
  const country = countries.find((each) => each.code === code);
  if (country === undefined) return '';
  const neighbours = countries.filter((each) => country.neighbours.includes(each.code));
  return lieOfCountry({ ...country, neighbours });
}

/** How many events a step's map has from other passages, as a sentence; none where it has none. */
export function countKept({ length }: readonly StoryEvent[]): string[] {
  return length === 0
    ? []
    : [`Fainter, from other passages: ${length} ${length === 1 ? 'event' : 'events'}.`];
}

/** What a step's picture frames and highlights, and how its places lie, in sentences, without its events. */
export function describeGround(story: Story, step: Step): string {
  const framed = namesFramed(story, step);
  const { groups, alone } = markedIn(story, step);
  const marked = [
    ...alone.map((code) => countryName(story, code)),
    ...groups.map(({ name }) => name)
  ];
  return [
    framed.length > 0 ? `Map of ${listed(framed)}.` : 'Map.',
    ...(marked.length > 0 ? [`Marked: ${listed(marked)}.`] : []),
    ...alone
      .filter((code) => describedIn(story).get(code) === step.id)
      .map((code) => countryLie(story, code)),
    lieOfPlaces(placesFramed(story, step), story.lang)
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function placesFramed(story: Story, { look }: Step): Place[] {
  return look.type === 'camera' ? [] : look.places.map((id) => storyIndex(story).places.get(id)!);
}

function namesFramed(story: Story, step: Step): string[] {
  const { look } = step;
  if (look.type === 'camera') return [];
  const { countries, groups } = look;
  return [
    ...placesFramed(story, step).map(({ name }) => name),
    ...countries.map((code) => countryName(story, code)),
    ...groups.map((id) => story.geography.groups.find((group) => group.id === id)?.name ?? id)
  ];
}

function countryName({ geography }: Story, code: string): string {
  return geography.countries.find((country) => country.code === code)?.name ?? code;
}

const sentencesOf = memoize((story: Story) =>
  memoize((event: StoryEvent) => {
    const { who, where } = describeEvent(story, event);
    const certainty = certaintyWords[event.certainty].name.toLowerCase();
    // The certainty says that a planned event lies ahead, so the date need not say it again.
    const when = dateWords(event, story.lang);
    const about = [who, where, when].filter((words) => words !== '').join(', ');
    return `${event.kind.name}, ${certainty}: ${about}`;
  })
);

/** An event of a story as a sentence without its full stop: kind, certainty, who, where, when. */
export function eventSentence(story: Story, event: StoryEvent): string {
  return sentencesOf(story)(event);
}
