import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import { storyIndex } from '../story/story-index.ts';
import { viewAt } from '../view.ts';
import { checkLesson, wholeLesson, type LessonStep } from './lesson.ts';
import { groupWords, taughtStory } from './taught-story.ts';

const story = parseStory(
  readStoryFolder(resolve(import.meta.dirname, '../../stories/russia-iran-2015')),
  readWorld()
);
const frame = { width: 800, height: 600, padding: { top: 20, right: 20, bottom: 20, left: 20 } };

const teach = (steps: readonly (Partial<LessonStep> & { step: string })[], title = '') =>
  taughtStory(story, checkLesson({ version: 1, story: story.slug, title, minutes: 45, steps }));

const [first, second, third] = story.steps;
const later = story.steps.find(({ section }) => section > 0)!;

describe('taughtStory(story, lesson)', () => {
  it('is the story where the lesson takes all of it', () => {
    expect(taughtStory(story, wholeLesson(story))).toEqual(story);
  });

  it('has the lesson’s steps in its order, and only the sections and events that they have', () => {
    const taught = teach([{ step: later.id }, { step: first!.id }, { step: second!.id }], 'Mine');
    expect(taught.title).toBe('Mine');
    expect(taught.steps.map(({ id }) => id)).toEqual([later.id, first!.id, second!.id]);
    expect(taught.sections.map(({ firstStep }) => firstStep)).toEqual([0, 1]);
    expect(taught.steps.map(({ section }) => section)).toEqual([0, 1, 1]);
    const onMap = taught.steps.flatMap(({ show, keep }) => [...show, ...keep]);
    expect(new Set(taught.events.map(({ id }) => id))).toEqual(new Set(onMap));
  });

  it('gives a section that the lesson comes back to an id of its own', () => {
    const taught = teach([{ step: first!.id }, { step: later.id }, { step: second!.id }]);
    const ids = taught.sections.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids[2]).toBe(`${ids[0]}-2`);
  });

  it('shows at each step the map that the story shows there', () => {
    const taught = teach(story.steps.toReversed().map(({ id }) => ({ step: id })));
    for (const [index, { id }] of taught.steps.entries()) {
      const whole = viewAt(story, storyIndex(story).stepOrder.get(id)!, frame);
      const view = viewAt(taught, index, frame);
      expect(view.camera).toEqual(whole.camera);
      expect(view.arcs.map(({ event }) => event.id)).toEqual(
        whole.arcs.map(({ event }) => event.id)
      );
    }
  });

  it('asks, notes and shows what the teacher wrote, as text', () => {
    const [step] = teach([
      {
        step: third!.id,
        ask: 'Why <b>here</b>?\nAnd why\n\nnow?',
        groups: ['B', 'A'],
        note: 'Wait & see.',
        screen: 'One "line"'
      }
    ]).steps;
    expect(step!.askHtml).toBe(
      '<p><strong>Groups A and B:</strong></p><p>Why &lt;b&gt;here&lt;/b&gt;?<br>And why</p><p>now?</p>'
    );
    expect(step!.notesHtml).toBe(`<p>Wait &amp; see.</p>${third!.notesHtml}`);
    expect(step!.slideHtml).toBe('<p>One &quot;line&quot;</p>');
  });

  it('asks nothing where the teacher asks nothing', () => {
    const [step] = teach([{ step: first!.id, ask: '', groups: ['A'] }]).steps;
    expect(step!.askHtml).toBe('');
  });
});

describe('groupWords(groups)', () => {
  it('names them in order', () => {
    expect(groupWords(['A'])).toBe('Group A');
    expect(groupWords(['B', 'A'])).toBe('Groups A and B');
    expect(groupWords(['D', 'A', 'C'])).toBe('Groups A, C and D');
  });
});
