import fc from 'fast-check';
import { storyEvent } from '../story/fixtures.ts';
import type { StoryEvent } from '../story/story.ts';

/** Events of any dates and precisions, for tests. */
export const anyEvents = fc
  .array(
    fc
      .record({
        date: fc.date({
          min: new Date('1850-01-01'),
          max: new Date('2150-12-31'),
          noInvalidDate: true
        }),
        lasts: fc.option(fc.integer({ min: 0, max: 4000 })),
        datePrecision: fc.constantFrom('day', 'month', 'year'),
        certainty: fc.constantFrom('confirmed', 'planned')
      })
      .map(({ date, lasts, datePrecision, certainty }) => {
        const end = new Date(date.getTime() + (lasts ?? 0) * 86_400_000);
        return storyEvent({
          start: date.toISOString().slice(0, 10),
          end: lasts === null ? null : end.toISOString().slice(0, 10),
          datePrecision,
          certainty
        });
      }),
    { minLength: 1, maxLength: 40 }
  )
  .map((events) => events.map((event, i): StoryEvent => ({ ...event, id: `event-${i}` })));
