/** The messages between a host page and its embed carry this as `fulcrum`; a message without it is another program's. */
const protocolVersion = 1;

/** The events that a host page may ask to be sent. */
const embedEvents = ['step', 'source', 'finish'] as const;
export type EmbedEvent = (typeof embedEvents)[number];

/** What a host page sends to an embed. */
export type HostMessage =
  /** The greeting, which comes first; `scroll`: the page's scroll moves the story, `events`: those to send. */
  | { readonly type: 'hello'; readonly scroll: boolean; readonly events: readonly EmbedEvent[] }
  /** How far the frame has moved down in its block, which is as tall as the story, px. */
  | { readonly type: 'scroll'; readonly offset: number }
  /** Leads the story to a step. */
  | { readonly type: 'go'; readonly step: string }
  /** The page is light or dark, which an embed with `?theme=host` follows. */
  | { readonly type: 'theme'; readonly theme: HostTheme }
  /** Asks for what the page is to print in the frame's place. */
  | { readonly type: 'paper' };

/** What an embed sends to its host page; it is silent until the page's hello. */
export type FrameMessage =
  /** The answer to a hello. */
  | { readonly type: 'hello'; readonly steps: number }
  /** How tall the story is at the frame's present size, px. */
  | { readonly type: 'height'; readonly height: number }
  /** The reader has moved by key, button or link: the page is to scroll the story to this offset, px. */
  | { readonly type: 'scroll'; readonly offset: number }
  /** An event that the page has asked for: the reader is at this step, counted from 1. */
  | { readonly type: 'step'; readonly step: string; readonly index: number }
  /** An event that the page has asked for: the reader has opened a source. */
  | { readonly type: 'source'; readonly source: string }
  /** An event that the page has asked for: the reader has come to the end, for the first time. */
  | { readonly type: 'finish' }
  /** The whole story as a page prints it. */
  | { readonly type: 'paper'; readonly parts: readonly PaperPart[] };

const hostThemes = ['light', 'dark'] as const;
export type HostTheme = (typeof hostThemes)[number];

/** A piece of a story on paper: a paragraph, a title, or a picture. */
export interface PaperPart {
  /** What is printed; of a picture, what it shows in words. */
  readonly text: string;
  /** Whether it is a title. */
  readonly title?: boolean;
  /** Of a picture: its path on the frame's site, which begins with a slash. */
  readonly src?: string;
}

/** More than any story is tall or any page long, px. */
const mostPx = 1e7;

type Fields = Readonly<Record<string, unknown>>;

/** A message in the form in which it is posted. `Object.assign`, because the host's script is ES2017, without spread. */
export function posted(message: HostMessage | FrameMessage): Fields {
  return Object.assign({ fulcrum: protocolVersion }, message);
}

/** The message that a host page has sent; null for anything else: another program's, version's or shape. */
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
    case 'theme': {
      const theme = hostThemes.find((each) => each === fields.theme);
      return theme ? { type: 'theme', theme } : null;
    }
    case 'paper':
      return { type: 'paper' };
  }
  return null;
}

/** The message that an embed has sent; null for anything else. */
export function parseFrameMessage(data: unknown): FrameMessage | null {
  const { type, steps, height, offset, step, index, source, parts } = fieldsOf(data) || {};
  if (type === 'hello' && isLength(steps)) return { type, steps };
  if (type === 'height' && isLength(height) && height > 0) return { type, height };
  if (type === 'scroll' && isLength(offset)) return { type, offset };
  if (type === 'step' && isName(step) && isLength(index)) return { type, step, index };
  if (type === 'source' && isName(source)) return { type, source };
  if (type === 'finish') return { type };
  if (type === 'paper' && Array.isArray(parts) && parts.every(isPaperPart)) return { type, parts };
  return null;
}

function isPaperPart(part: unknown): part is PaperPart {
  const { text, src = '/' } = Object(part) as Fields;
  // One slash, or it would be another host's.
  return typeof text === 'string' && /^\/(?!\/)/.test(String(src));
}

/** The fields of a message of this protocol; null for another. Posting has copied it, so that no getter can throw. */
function fieldsOf(data: unknown): Fields | null {
  const fields = Object(data) as Fields;
  return fields.fulcrum === protocolVersion ? fields : null;
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= mostPx;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length < 200;
}

/** What of a `message` event decides whether an embed accepts it. */
export interface PostedEvent {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

/**
 * The message in an event, if the embed is to act on it, else null: it has to come from the host page, from the origin
 * of that page's greeting, and nothing may come before the greeting.
 *
 * @param parent the host page's window
 * @param greeted the origin of the greeting; null before it
 */
export function acceptedMessage(
  { data, origin, source }: PostedEvent,
  parent: unknown,
  greeted: string | null
): HostMessage | null {
  if (source !== parent) return null;
  const message = parseHostMessage(data);
  if (greeted === null) return message?.type === 'hello' ? message : null;
  return origin === greeted ? message : null;
}
