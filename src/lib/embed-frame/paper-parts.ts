import { describeGround, eventSentence } from '../atlas/describe-picture.ts';
import type { PaperPart } from '../embed/protocol.ts';
import { plainText, withoutDrawings } from '../story/excerpt.ts';
import { withoutMedia } from '../story/media-in.ts';
import { eventsNamed } from '../story/story-index.ts';
import type { Medium, Step, Story } from '../story/story.ts';

/**
 * A story as its host page prints it: each passage with its picture, its events and their certainty, and the sources.
 *
 * @param reading the address of the reading page, with a slash at its end
 */
export function paperParts(story: Story, reading: URL): PaperPart[] {
  return [
    { text: story.title, title: true },
    { text: story.dek },
    ...textsOf(story.creditHtml),
    ...story.steps.flatMap((step) => partsOf(story, step, reading)),
    { text: 'Sources', title: true },
    ...story.references.map(({ text }, i) => ({ text: `[${i + 1}] ${text}` })),
    { text: `With its moving map, its data and its policy on borders and names: ${reading.href}` }
  ];
}

function partsOf(story: Story, step: Step, reading: URL): PaperPart[] {
  const picture = new URL(`map/${step.id}.svg`, reading).pathname;
  return [
    { text: step.title, title: true },
    { text: describeGround(story, step), src: picture },
    ...textsOf(withoutDrawings(withoutMedia(step.html))),
    ...story.media.flatMap((medium) =>
      medium.step === step.id ? mediumParts(medium, reading) : []
    ),
    ...transcriptsOf(step.html),
    ...eventsNamed(story, step.show).map((event) => ({
      text: `On the map: ${eventSentence(story, event)}.`
    }))
  ];
}

/** A medium as paper can have it: its picture, who made it, and where a video or a sound is. */
function mediumParts(medium: Medium, reading: URL): PaperPart[] {
  const { kind, alt, caption, credit, licence, picture } = medium;
  const at = (address: string) => new URL(address.slice(address.lastIndexOf('media/')), reading);
  const words = [caption, `${credit}, ${licence}.`].filter((text) => text !== '').join(' · ');
  const shown = kind === 'image' ? medium.address : picture?.address;
  return [
    shown === undefined ? { text: alt } : { text: alt, src: at(shown).pathname },
    { text: kind === 'image' ? words : `${words} ${at(medium.address).href}` }
  ];
}

function transcriptsOf(html: string): PaperPart[] {
  return (html.match(/<details class="transcript"[^]*?<\/details>/g) ?? []).flatMap(textsOf);
}

/** The paragraphs of a piece of the story's HTML, with the numbers of their sources. */
function textsOf(html: string): PaperPart[] {
  return html
    .replaceAll(/<span class="visually-hidden">.*?<\/span>|<\/?sup\b[^>]*>/g, '')
    .split(/<\/(?:p|li|blockquote|figcaption|summary|tr)>/)
    .map((paragraph) => ({ text: plainText(paragraph) }))
    .filter(({ text }) => text !== '');
}
