import type { OpenedRoom, Room, RoomState } from '../../src/lib/classroom/protocol.ts';
import type { Relay } from './relays.ts';

export const room: Room = { story: 'a-story', lesson: 'k2' };

/** A state after so many changes, at a step whose answers are taken. */
export function stateAt(rev: number, change: Partial<RoomState> = {}): RoomState {
  return {
    rev,
    writer: 'window-1',
    step: 'vienna',
    face: 'question',
    black: false,
    revealed: false,
    taking: true,
    ...change
  };
}

/** An answer of a pupil, by a number from 0 to 9999. */
export const answerOf = (pupil: number, value: string, step = 'vienna') => ({
  step,
  pupil: `pupil-${String(pupil).padStart(10, '0')}`,
  value
});

/** A room that is open, and what its teacher's page does in it. */
export async function openLesson(relay: Pick<Relay, 'ask' | 'read'>) {
  const { code, key } = (await relay.ask('POST /class/', { body: room })).body as OpenedRoom;
  return {
    code,
    key,
    lead: (state: RoomState) => relay.ask(`PUT /class/${code}/state`, { key, body: state }),
    tell: (answer: ReturnType<typeof answerOf>) =>
      relay.ask(`POST /class/${code}/answers`, { body: answer }),
    follow: () => relay.read(`/class/${code}/events`),
    watch: () => relay.read(`/class/${code}/events?key=${key}`)
  };
}
