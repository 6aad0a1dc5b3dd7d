import { describe, expect, it } from 'vitest';
import { storyEvent } from '../story/fixtures.ts';
import { arcLabels } from './event-label.ts';

describe('arcLabels(event, lang)', () => {
  it('names an event without actors by its kind', () => {
    const event = storyEvent({ actors: [], start: '1890-05-02', datePrecision: 'month' });
    expect(arcLabels(event, 'en')).toEqual([`${event.kind.name}, May 1890`, event.kind.name]);
  });
});
