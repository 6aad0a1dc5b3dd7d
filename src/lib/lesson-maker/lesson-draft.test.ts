import { describe, expect, it, vi } from 'vitest';
import { baseStory, smallWorld } from '../../../tests/broken-stories/read-broken-story.ts';
import { decodeLesson } from '../lesson/lesson-code.ts';
import { checkLesson } from '../lesson/lesson.ts';
import { parseStory } from '../parse/parse-story.ts';
import { LessonDraft } from './lesson-draft.svelte.ts';

const story = parseStory(baseStory(), smallWorld);
const order = ({ rows }: LessonDraft) => rows.map(({ id }) => id);

function newDraft() {
  const codes = vi.fn<(code: string, before: string) => void>();
  return { draft: new LessonDraft(story, codes), codes };
}

describe('LessonDraft', () => {
  it('begins with the whole story', () => {
    const { draft } = newDraft();
    expect(draft.lesson?.steps.map(({ step }) => step)).toEqual(['minister', 'deal', 'whole']);
    expect(draft.given).toEqual({ minutes: 0, open: 3 });
  });

  it('has a lesson of the ticked steps in the teacher’s order', () => {
    const { draft } = newDraft();
    draft.tick('deal', false);
    draft.move('whole', -1);
    draft.move('whole', -1);
    draft.move('whole', -1);
    draft.edit('whole', { minutes: 20 });
    draft.rename('  Mine ');
    expect(order(draft)).toEqual(['whole', 'minister', 'deal']);
    expect(draft.lesson).toMatchObject({
      title: 'Mine',
      steps: [{ step: 'whole', minutes: 20 }, { step: 'minister' }]
    });
    expect(draft.given).toEqual({ minutes: 20, open: 1 });
    draft.tickAll(false);
    expect(draft.lesson).toBeNull();
  });

  it('tells the code of the last change, and what it was before', async () => {
    const { draft, codes } = newDraft();
    draft.setMinutes(50);
    draft.setMinutes(60);
    await vi.waitFor(() => expect(codes).toHaveBeenCalledOnce());
    const [first] = codes.mock.calls[0]!;
    expect((await decodeLesson(first)).minutes).toBe(60);
    draft.rename('Other');
    await vi.waitFor(() => expect(codes).toHaveBeenLastCalledWith(draft.code, first));
    draft.tickAll(false);
    await vi.waitFor(() => expect(codes).toHaveBeenLastCalledWith('', expect.any(String)));
  });

  it('lists what a lesson leaves out after the step before it in the story', () => {
    const { draft } = newDraft();
    const steps = [{ step: 'whole' }, { step: 'minister' }];
    draft.load(checkLesson({ version: 1, story: story.slug, minutes: 30, steps }), 'code');
    expect(order(draft)).toEqual(['whole', 'minister', 'deal']);
    expect(draft.rows.map(({ isTaught }) => isTaught)).toEqual([true, true, false]);
    expect([draft.minutes, draft.code]).toEqual([30, 'code']);
    draft.reset();
    expect([draft.minutes, draft.code, draft.lesson?.steps.length]).toEqual([45, '', 3]);
  });
});
