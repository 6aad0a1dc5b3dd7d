import { describeGround, eventSentence } from '../atlas/describe-picture.ts';
import type { PaperPart } from '../embed/protocol.ts';
import { plainText } from '../story/excerpt.ts';
import { eventsNamed } from '../story/story-index.ts';
import type { Step, Story } from '../story/story.ts';

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
    ...textsOf(step.html),
    ...eventsNamed(story, step.show).map((event) => ({
      text: `On the map: ${eventSentence(story, event)}.`
    }))
  ];
}

/** The paragraphs of a piece of the story's HTML, with the numbers of their sources. */
function textsOf(html: string): PaperPart[] {
  return html
    .replaceAll(/<span class="visually-hidden">.*?<\/span>|<\/?sup\b[^>]*>/g, '')
    .split(/<\/(?:p|li|blockquote)>/)
    .map((paragraph) => ({ text: plainText(paragraph) }))
    .filter(({ text }) => text !== '');
}
