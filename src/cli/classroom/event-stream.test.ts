import type { ServerResponse } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { eventOf, send } from './event-stream.ts';

describe('eventOf(data, type)', () => {
  it('is one line of JSON, after the type where there is one', () => {
    expect(eventOf({ text: 'a\nb' }).toString()).toBe('data: {"text":"a\\nb"}\n\n');
    expect(eventOf({}, 'end').toString()).toBe('event: end\ndata: {}\n\n');
  });
});

describe('send(response, event, unreadBytes)', () => {
  it('hangs up where more waits than may', () => {
    const event = eventOf({});
    for (const [writableLength, isHeard] of [
      [1000, true],
      [1001, false]
    ] as const) {
      const response = { writableLength, write: vi.fn(), destroy: vi.fn() };
      send(response as unknown as ServerResponse, event, 1000);
      expect(response.write).toHaveBeenCalledTimes(isHeard ? 1 : 0);
      expect(response.destroy).toHaveBeenCalledTimes(isHeard ? 0 : 1);
    }
  });
});
