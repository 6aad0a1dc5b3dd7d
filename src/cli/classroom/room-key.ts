import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { codeLength, codeLetters } from '../../lib/classroom/protocol.ts';

/** A code for a room, at random: one of 2.5 million. */
export function randomCode(): string {
  const letter = () => codeLetters[randomInt(codeLetters.length)];
  return Array.from({ length: codeLength }, letter).join('');
}

/**
 * The key of a room, as base64url: whoever has it leads the room. It follows from the code and the relays' secret, so
 * that each relay knows it without keeping it, also after a restart.
 */
export function keyOf(secret: string, code: string): string {
  return createHmac('sha256', secret).update(code).digest('base64url');
}

/** Whether a key is the room's, in a time that does not tell how much of it is right. */
export function isKey(secret: string, code: string, given: string): boolean {
  const [right, asked] = [Buffer.from(keyOf(secret, code)), Buffer.from(given)];
  return right.length === asked.length && timingSafeEqual(right, asked);
}
