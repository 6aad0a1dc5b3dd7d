import { escapeXml } from '../markup/escape-xml.ts';
import { listed } from '../story/listed.ts';
import type { Step, Story } from '../story/story.ts';
import { answerIn, type Lesson, type LessonStep } from './lesson.ts';

/**
 * The story as a lesson tells it: its steps alone and in its order, with its questions, notes and lines for the screen.
 * Each step's map is that of the story, events of steps left out among those it keeps. The lesson must fit the story.
 */
export function taughtStory(story: Story, lesson: Lesson): Story {
  const sections: Story['sections'][number][] = [];
  let open = -1;
  const steps = lesson.steps.map((taught, index): Step => {
    const step = story.steps.find(({ id }) => id === taught.step)!;
    if (step.section !== open) {
      open = step.section;
      sections.push(sectionOf(story, step.section, sections, index));
    }
    return taughtStep(step, taught, sections.length - 1);
  });
  const taughtIds = new Set(steps.map(({ id }) => id));
  const onMap = new Set(steps.flatMap(({ show, keep }) => [...show, ...keep]));
  return {
    ...story,
    title: lesson.title || story.title,
    sections,
    steps,
    events: story.events.filter(({ id }) => onMap.has(id)),
    uses: story.uses.filter(({ step }) => step === null || taughtIds.has(step)),
    corrections: story.corrections.filter(({ step }) => taughtIds.has(step))
  };
}

/** A section of the story as the lesson comes to it; one that it comes back to has another id. */
function sectionOf(
  story: Story,
  index: number,
  before: Story['sections'],
  firstStep: number
): Story['sections'][number] {
  const { id, title } = story.sections[index]!;
  const times = before.filter((each) => each.title === title).length;
  return { id: times === 0 ? id : `${id}-${times + 1}`, title, firstStep };
}

function taughtStep(step: Step, taught: LessonStep, section: number): Step {
  const { ask, note, screen, groups } = taught;
  const question = ask === null ? step.askHtml : paragraphs(ask);
  const groupLine =
    question !== '' && groups.length > 0 ? `<p><strong>${groupWords(groups)}:</strong></p>` : '';
  return {
    ...step,
    section,
    askHtml: groupLine + question,
    answer: answerIn(taught, step),
    notesHtml: paragraphs(note) + step.notesHtml,
    slideHtml: screen === '' ? step.slideHtml : paragraphs(screen)
  };
}

/** `Group A`, `Groups A and B`, `Groups A, B and C`. */
export function groupWords(groups: readonly string[]): string {
  return `${groups.length === 1 ? 'Group' : 'Groups'} ${listed([...groups].sort())}`;
}

/** Plain text as HTML: a blank line begins a paragraph, and a line break is one. */
function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => `<p>${escapeXml(each).replaceAll('\n', '<br>')}</p>`)
    .join('');
}
