import * as v from 'valibot';
import { frameSchema, stampedSchema } from './present-state.ts';

const word = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));

const windowSchema = v.object({
  id: word,
  role: v.picklist(['screen', 'speaker']),
  /** The presentation it belongs to; null while it looks for one. */
  session: v.nullable(word),
  /** When it was opened, ms since 1970. */
  since: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** The stage's frame, of a screen that has been laid out. */
  frame: v.nullable(frameSchema)
});

/** A window of a story's presentations. */
export type PresentWindow = Readonly<v.InferOutput<typeof windowSchema>>;
export type Role = PresentWindow['role'];

const messageSchema = v.variant('kind', [
  /** A window is open; `asks` has the others say that they are, too. */
  v.object({ kind: v.literal('here'), window: windowSchema, asks: v.boolean() }),
  /** A window closes. */
  v.object({ kind: v.literal('bye'), id: word }),
  /** The whole state of a presentation: never a change of it, so that one lost message does no harm. */
  v.object({ kind: v.literal('state'), session: word, stamped: stampedSchema })
]);

/**
 * A message between the windows of a story's presentations. All windows share one channel, so that those that were
 * opened apart can find each other; each state names its presentation.
 */
export type Message = v.InferOutput<typeof messageSchema>;

/** The message in what came over the channel; null for anything else, such as that of another version of the site. */
export function readMessage(data: unknown): Message | null {
  const { success, output } = v.safeParse(messageSchema, data);
  return success ? output : null;
}

/** Whether a text has the form of a presentation's name. */
export function isSession(text: string): boolean {
  return v.is(word, text);
}

/** The presentation that an address names (`?session=…`), or null. */
export function sessionIn(search: string): string | null {
  const named = new URLSearchParams(search).get('session');
  return named !== null && isSession(named) ? named : null;
}
