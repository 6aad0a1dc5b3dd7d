import { steps } from '../story-facts.ts';
import { test } from './engine-test.ts';
import { keepMarks } from './marks-in-chromium.ts';
import { Reader, type Mark } from './reader.ts';

test('names and badges are noted at each step, over the map as a picture', async ({
  newTab,
  baseURL
}) => {
  const reader = new Reader(await newTab({ webGL: false, reducedMotion: true }), baseURL!);
  const marks: Record<string, Mark[]> = {};
  await reader.openText(steps.at(-1)!.id);
  for (const { id } of steps.toReversed()) {
    if (id !== steps.at(-1)!.id) await reader.pressTo('ArrowLeft', id);
    marks[id] = await reader.marks();
  }
  keepMarks(marks);
});
