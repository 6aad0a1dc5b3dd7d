import { beforeEach, describe, expect, it } from 'vitest';
import { baseStory, smallWorld } from '../../../tests/broken-stories/read-broken-story.ts';
import type { RoomState } from '../classroom/protocol.ts';
import { parseStory } from '../parse/parse-story.ts';
import { Follower } from './follower.svelte.ts';

// Its last step, the third, has a question.
const story = parseStory(baseStory(), smallWorld);

let follower: Follower;
let tell: (kind: string, data?: string) => void;
let rev = 0;

const lead = (step: string, changes: Partial<RoomState> = {}) => {
  const state: RoomState = {
    rev: ++rev,
    writer: 'w',
    step,
    face: 'whole',
    black: false,
    revealed: false,
    taking: false,
    ...changes
  };
  tell('message', JSON.stringify(state));
};

beforeEach(() => {
  follower = new Follower(story);
  const listeners: [string, (event: { readonly data?: string }) => void][] = [];
  tell = (kind, data) => {
    for (const [name, listener] of listeners)
      if (name === kind) listener(data === undefined ? {} : { data });
  };
  follower.follow({
    address: '/class/BCDFG/events',
    connect: () => ({
      readyState: 0,
      addEventListener: (kind, listener) => listeners.push([kind, listener]),
      close: () => {}
    }),
    page: Object.assign(new EventTarget(), { hidden: false })
  });
});

describe('Follower', () => {
  it('shows the first step until it knows where the class is', () => {
    expect(follower.classStop).toBeNull();
    expect(follower.stop).toEqual({ step: 0, face: 'whole' });
  });

  it('is where the class is', () => {
    lead('deal');
    expect(follower.stop).toEqual({ step: 1, face: 'whole' });
    lead('whole', { face: 'question', taking: true });
    expect(follower.stop).toEqual({ step: 2, face: 'question' });
    expect(follower.takesAnswer).toBe(true);
  });

  it('looks around, and snaps back', () => {
    lead('deal');
    follower.look(0);
    follower.look(-1);
    expect([follower.stop.step, follower.isWithClass]).toEqual([0, false]);
    lead('whole', { face: 'question', taking: true });
    expect([follower.stop.step, follower.takesAnswer]).toEqual([0, false]);
    follower.snapBack();
    expect([follower.stop.step, follower.isWithClass]).toEqual([2, true]);
  });

  it('joins the class again when that comes to where it looks', () => {
    lead('minister');
    follower.look(1);
    lead('deal');
    lead('whole');
    expect(follower.stop.step).toBe(2);
  });

  it('shows of a step ahead only what it asks, until the class has seen the answer', () => {
    lead('minister');
    follower.look(2);
    expect(follower.stop.face).toBe('question');
    follower.snapBack();
    lead('whole', { face: 'question' });
    lead('whole');
    lead('deal');
    follower.look(2);
    expect(follower.stop.face).toBe('whole');
  });

  it('stays where it is when the teacher’s machine goes, or tells of a step that is not there', () => {
    lead('deal');
    tell('error');
    expect([follower.stop.step, follower.connection]).toEqual([1, 'lost']);
    lead('gone');
    expect(follower.stop.step).toBe(1);
  });
});
