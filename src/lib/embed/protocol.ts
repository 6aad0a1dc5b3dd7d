/** The messages between a page and an embed in it carry this as `fulcrum`; others are not ours. */
const protocolVersion = 1;

/** What a host may ask to be told of. */
export const embedEvents = ['step', 'source'] as const;
export type EmbedEvent = (typeof embedEvents)[number];

/** From the page around an embed. */
export type HostMessage =
  /** The first word; `scroll`: the page's scroll moves the story, `events`: what the page wants to hear of. */
  | { readonly type: 'hello'; readonly scroll: boolean; readonly events: readonly EmbedEvent[] }
  /** How far the frame has come in the block as tall as the story, px. */
  | { readonly type: 'scroll'; readonly offset: number }
  /** Leads the story to a step. */
  | { readonly type: 'go'; readonly step: string };

/** From an embed; nothing before the page's hello. */
export type FrameMessage =
  /** The answer to a hello. */
  | { readonly type: 'hello'; readonly steps: number }
  /** How tall the story is at the frame's present size, px. */
  | { readonly type: 'height'; readonly height: number }
  /** The reader has gone on by key, button or link: bring the story to this offset, px. */
  | { readonly type: 'scroll'; readonly offset: number }
  /** An event the page has asked for: a step has come, by its id and its place from 1 on. */
  | { readonly type: 'step'; readonly step: string; readonly index: number }
  /** An event the page has asked for: a source has been opened. */
  | { readonly type: 'source'; readonly source: string };

/** No story is taller and no page longer, px. */
const longest = 1e7;

type Fields = Readonly<Record<string, unknown>>;

/** A message as it is posted. A spread would not be of ES2017, as the script for host pages is. */
export function posted(message: HostMessage | FrameMessage): Fields {
  return Object.assign({ fulcrum: protocolVersion }, message);
}

/** What a page around the frame says; null for anything else, be it of another program, version or shape. */
export function parseHostMessage(data: unknown): HostMessage | null {
  const fields = fieldsOf(data);
  switch (fields?.type) {
    case 'hello': {
      const { scroll, events = [] } = fields;
      if (typeof scroll !== 'boolean' || !Array.isArray(events)) return null;
      return { type: 'hello', scroll, events: embedEvents.filter((each) => events.includes(each)) };
    }
    case 'scroll':
      return isLength(fields.offset) ? { type: 'scroll', offset: fields.offset } : null;
    case 'go':
      return isName(fields.step) ? { type: 'go', step: fields.step } : null;
  }
  return null;
}

/** What a frame says; null for anything else. */
export function parseFrameMessage(data: unknown): FrameMessage | null {
  const { type, steps, height, offset, step, index, source } = fieldsOf(data) ?? {};
  if (type === 'hello' && isLength(steps)) return { type, steps };
  if (type === 'height' && isLength(height) && height > 0) return { type, height };
  if (type === 'scroll' && isLength(offset)) return { type, offset };
  if (type === 'step' && isName(step) && isLength(index)) return { type, step, index };
  if (type === 'source' && isName(source)) return { type, source };
  return null;
}

/** The fields of a message of this protocol. A message that has been posted has no accessors of its own. */
function fieldsOf(data: unknown): Fields | null {
  const fields = Object(data) as Fields;
  return fields.fulcrum === protocolVersion ? fields : null;
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= longest;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length < 200;
}

/** What of a `message` event it is judged by. */
export interface Heard {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

/**
 * The message that a frame heeds, or null: it comes from the page around the frame, which has greeted before
 * anything else, and from the origin of its greeting.
 *
 * @param parent the window of the page around the frame
 * @param greeted the origin of the greeting; null before it
 */
export function heed(
  { data, origin, source }: Heard,
  parent: unknown,
  greeted: string | null
): HostMessage | null {
  if (source !== parent) return null;
  const message = parseHostMessage(data);
  if (greeted === null) return message?.type === 'hello' ? message : null;
  return origin === greeted ? message : null;
}
