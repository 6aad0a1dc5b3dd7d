import * as v from 'valibot';
import { faces } from '../present/stops.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(100));
const word = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));

/** The letters of a room's code: consonants, so that no code is a word, without those that are taken for others. */
export const codeLetters = 'BCDFGHJKMNPQRSTVWXZ';
export const codeLength = 5;

/** A code as it is typed, in capitals; null for what is none. */
export function codeIn(typed: string): string | null {
  const code = typed.trim().toUpperCase();
  return new RegExp(`^[${codeLetters}]{${codeLength}}$`).test(code) ? code : null;
}

/** What a room is about, for as long as it is open. */
export const roomSchema = v.object({
  /** The story's slug. */
  story: id,
  /** The lesson as its link has it; empty where the whole story is told. */
  lesson: v.pipe(v.string(), v.regex(/^[\w-]*$/), v.maxLength(32_000))
});
export type Room = Readonly<v.InferOutput<typeof roomSchema>>;

/** Where a class is: small, and sent whole each time, so that one lost message does no harm. */
export const roomStateSchema = v.object({
  /** How many changes led here, and the window that made the last one: the newest wins. */
  rev: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  writer: word,
  /** The step's id. */
  step: id,
  face: v.picklist(faces),
  black: v.boolean(),
  /** Whether the class's answers are shown on the wall; none is taken any more. */
  revealed: v.boolean(),
  /** Whether answers to this step's question are taken. */
  taking: v.boolean()
});
export type RoomState = Readonly<v.InferOutput<typeof roomStateSchema>>;

/** A pupil's answer to the question of a step; a later one takes its place. */
export const answerSchema = v.object({
  step: id,
  /** A random word that the pupil's page has made, so that each device answers once. */
  pupil: v.pipe(word, v.minLength(16)),
  /** The choice, the number, the words, or a place as `lng,lat` in degrees. */
  value: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(400))
});
export type Answer = Readonly<v.InferOutput<typeof answerSchema>>;

/** What the teacher's windows are told besides. */
export interface Tally {
  /** How many devices follow. */
  readonly followers: number;
  /** The answers to the question of the step that the class is at, in no order that says whose they are. */
  readonly answers: readonly string[];
}

/** The answer to whoever opens a room. */
export interface OpenedRoom {
  readonly code: string;
  /** Who has it leads the room. */
  readonly key: string;
  /** The site's addresses for other devices, each with a slash at its end; the likeliest first. */
  readonly addresses: readonly string[];
}
