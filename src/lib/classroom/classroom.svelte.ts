import { encodeLesson } from '../lesson/lesson-code.ts';
import type { TaughtLesson } from '../lesson/taught-lesson.ts';
import type { PresentState } from '../present/present-state.ts';
import type { Presenter } from '../present/presenter.svelte.ts';
import { sumUp, type AnswerSummary } from './answer-summary.ts';
import { forPupils } from './for-pupils.ts';
import type { Room, RoomState, Tally } from './protocol.ts';
import { openRoom, RoomLeader } from './room-leader.ts';
import { followRoom, type Connection } from './room-stream.ts';

/** `none` where the site is served by something that has no rooms. */
type Opening = 'closed' | 'opening' | 'open' | 'none' | 'failed';

const noTally: Tally = { followers: 0, answers: [] };

/** The room of a presentation's window, the screen's or the speaker's: it leads the class, and hears what that answers. */
export class Classroom {
  readonly #presenter: Presenter;
  readonly #site: string;
  readonly #lesson: TaughtLesson | null;
  #opening = $state<Opening>('closed');
  #connection = $state<Connection>('connecting');
  #tally = $state.raw(noTally);
  #addresses = $state.raw<readonly string[]>([]);
  #code: string | null = null;
  #leader: RoomLeader | null = null;
  #sent = '';
  #stopStream = () => {};

  /** @param site the path of the site's root, with a slash at its end */
  constructor(presenter: Presenter, site: string, lesson: TaughtLesson | null) {
    this.#presenter = presenter;
    this.#site = site;
    this.#lesson = lesson;
  }

  get opening(): Opening {
    return this.#opening;
  }

  get connection(): Connection {
    return this.#connection;
  }

  /** How many devices follow. */
  get followers(): number {
    return this.#tally.followers;
  }

  /** How many have answered the question of the present step. */
  get answered(): number {
    return this.#tally.answers.length;
  }

  /** The site's addresses for other devices, where this window has opened the room. */
  get addresses(): readonly string[] {
    return this.#addresses;
  }

  /** What the class has answered to the present step's question; null where it is only talked about. */
  readonly summary: AnswerSummary | null = $derived.by(() => {
    const { step, story } = this.#presenter;
    return step.answer && sumUp(this.#tally.answers, step.answer, story);
  });

  /** Opens a room. */
  async open(): Promise<void> {
    if (this.#opening === 'opening' || this.#presenter.state.room !== null) return;
    this.#opening = 'opening';
    try {
      const opened = await openRoom(this.#site, await this.#room());
      this.#opening = opened === null ? 'none' : 'open';
      if (opened === null) return;
      this.#addresses = opened.addresses;
      const { code, key } = opened;
      this.#presenter.enterRoom({
        code,
        key,
        address: opened.addresses[0] ?? location.origin + '/'
      });
    } catch {
      // The panel says so, and offers to try again.
      this.#opening = 'failed';
    }
  }

  /** Does what a state of the presentation asks for: joins its room, leads the class there, or lets it go. */
  follow(state: PresentState): void {
    if (state.room?.code !== (this.#code ?? undefined)) void this.#join(state.room);
    this.#lead(state);
  }

  /** All answers so far; null where they cannot be had. */
  async answers(): Promise<readonly { readonly step: string; readonly value: string }[] | null> {
    return (await this.#leader?.answers()) ?? null;
  }

  /** Ends the room for everyone. */
  end(): void {
    void this.#leader?.end();
    this.#presenter.enterRoom(null);
  }

  /** Leaves the room as it is: another window leads on. */
  leave(): void {
    this.#stopStream();
    this.#leader?.stop();
    this.#leader = null;
    this.#code = null;
    this.#sent = '';
    this.#tally = noTally;
    this.#opening = 'closed';
  }

  async #join(room: PresentState['room']): Promise<void> {
    this.leave();
    if (room === null) return;
    this.#code = room.code;
    this.#opening = 'open';
    const about = await this.#room();
    if (this.#code !== room.code) return;
    const address = `${this.#site}class/${room.code}`;
    this.#leader = new RoomLeader({ address, key: room.key, room: about });
    this.#stopStream = followRoom({
      address: `${address}/events?key=${encodeURIComponent(room.key)}`,
      onState: () => {},
      onTally: (tally) => (this.#tally = tally),
      onConnection: (connection) => {
        this.#connection = connection;
        // A server that was started anew knows nothing of the room.
        if (connection === 'lost') this.#leader?.again();
      }
    });
    this.#lead(this.#presenter.state);
  }

  #lead(state: PresentState): void {
    const { step, session } = this.#presenter;
    if (this.#leader === null || session.stamped === null) return;
    const { stop, black, revealed } = state;
    const { face } = stop;
    const taking = face === 'question' && step.answer !== null && !revealed;
    const shown = { step: step.id, face, black, revealed, taking };
    // A laser or a camera in the hand changes nothing for the class.
    if (JSON.stringify(shown) === this.#sent) return;
    this.#sent = JSON.stringify(shown);
    if (this.#tally.answers.length > 0 && !revealed && face === 'question')
      this.#tally = { ...this.#tally, answers: [] };
    this.#leader.lead({ ...session.stamped.stamp, ...shown } satisfies RoomState);
  }

  async #room(): Promise<Room> {
    return {
      story: this.#presenter.story.slug,
      lesson: this.#lesson === null ? '' : await encodeLesson(forPupils(this.#lesson.lesson))
    };
  }
}
