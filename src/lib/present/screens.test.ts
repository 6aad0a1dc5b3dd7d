import { describe, expect, it } from 'vitest';
import type { PresentWindow } from './messages.ts';
import { screensToJoin, sessionsWithoutScreen } from './screens.ts';

const screen = (id: string, session: string | null, since: number): PresentWindow => ({
  id,
  role: 'screen',
  session,
  since,
  frame: null
});
const speaker = (session: string): PresentWindow => ({
  ...screen(`speaker of ${session}`, session, 9),
  role: 'speaker'
});
const ids = (windows: readonly PresentWindow[]) => screensToJoin(windows).map(({ id }) => id);

describe('screensToJoin(windows)', () => {
  it('is the screens that present, the latest opened first', () => {
    expect(ids([screen('a', 'one', 1), screen('b', 'two', 3), screen('c', 'three', 2)])).toEqual([
      'b',
      'c',
      'a'
    ]);
    expect(ids([screen('looking', null, 1)])).toEqual([]);
  });

  it('leaves out those that have a speaker, where others have none', () => {
    const screens = [screen('a', 'one', 1), screen('b', 'two', 2)];
    expect(ids([...screens, speaker('two')])).toEqual(['a']);
    expect(ids([...screens, speaker('one'), speaker('two')])).toEqual(['b', 'a']);
  });
});

describe('sessionsWithoutScreen(windows)', () => {
  it('is those that only a speaker’s window belongs to', () => {
    expect(sessionsWithoutScreen([screen('a', 'one', 1), speaker('one'), speaker('two')])).toEqual([
      'two'
    ]);
    expect(sessionsWithoutScreen([screen('a', 'one', 1), screen('looking', null, 2)])).toEqual([]);
  });
});
