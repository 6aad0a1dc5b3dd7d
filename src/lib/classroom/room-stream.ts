import * as v from 'valibot';
import { roomStateSchema, type RoomState, type Tally } from './protocol.ts';

/** What a stream needs of `EventSource`. */
export interface Source {
  readonly readyState: number;
  addEventListener(kind: string, listener: (event: { readonly data?: string }) => void): void;
  close(): void;
}

/** How a follower stands to its room. */
export type Connection = 'connecting' | 'open' | 'lost' | 'ended';

export interface StreamOptions {
  /** The address of the room's events. */
  readonly address: string;
  readonly onState: (state: RoomState) => void;
  readonly onConnection: (connection: Connection) => void;
  /** What the teacher's windows are told besides. */
  readonly onTally?: (tally: Tally) => void;
  readonly connect?: (address: string) => Source;
  /** The page, which may sleep for minutes. */
  readonly page?: Pick<Document, 'addEventListener' | 'removeEventListener' | 'hidden'>;
}

/** A stream that has slept for so long may be dead without having been told, ms. */
const sleepMs = 20_000;
/** How long until a lost stream is asked for again, ms; up to half as long again, so that a class does not ask at once. */
const retryMs = 1000;

const tallySchema = v.object({
  followers: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  answers: v.array(v.string())
});

/**
 * Follows a room: each state is whole, so whichever comes is the one to show. A stream that is lost is asked for again
 * until the room has ended. Returns what stops it.
 */
export function followRoom(options: StreamOptions): () => void {
  const { address, onState, onConnection, onTally } = options;
  const connect = options.connect ?? ((to: string) => new EventSource(to));
  const page = options.page ?? document;
  let source: Source;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hiddenSince: number | null = null;
  let done = false;

  const stop = () => {
    done = true;
    clearTimeout(timer);
    source.close();
    page.removeEventListener('visibilitychange', wake);
  };

  function open() {
    source = connect(address);
    const mine = source;
    const on = (kind: string, listen: (data: string) => void) =>
      source.addEventListener(kind, ({ data }) => mine === source && listen(data ?? ''));
    on('open', () => onConnection('open'));
    on('message', (data) => {
      const state = read(roomStateSchema, data);
      if (state !== null) onState(state);
    });
    on('tally', (data) => {
      const tally = read(tallySchema, data);
      if (tally !== null) onTally?.(tally);
    });
    on('end', () => {
      stop();
      onConnection('ended');
    });
    on('error', () => {
      onConnection('lost');
      mine.close();
      clearTimeout(timer);
      if (!done) timer = setTimeout(open, retryMs * (1 + Math.random() / 2));
    });
  }

  function wake() {
    if (page.hidden) hiddenSince ??= Date.now();
    else {
      const slept = hiddenSince === null ? 0 : Date.now() - hiddenSince;
      hiddenSince = null;
      if (slept < sleepMs) return;
      clearTimeout(timer);
      source.close();
      open();
    }
  }

  page.addEventListener('visibilitychange', wake);
  onConnection('connecting');
  open();
  return stop;
}

function read<const S extends v.GenericSchema>(schema: S, data: string): v.InferOutput<S> | null {
  try {
    const { success, output } = v.safeParse(schema, JSON.parse(data));
    return success ? output : null;
  } catch {
    // A message of another version of the site, or none at all: the next one is whole again.
    return null;
  }
}
