import { describe, expect, it } from 'vitest';
import { commandFor } from './keys.ts';

const keys = {
  ArrowRight: 'next',
  ' ': 'next',
  'Shift+ ': 'previous',
  e: 'explore',
  '?': 'help'
} as const;

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  commandFor(keys, {
    key,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    ...held
  });

describe('commandFor(keys, press)', () => {
  it('returns the command of a key, and null for one that the page does not have', () => {
    expect(press('ArrowRight')).toBe('next');
    expect(press('ArrowLeft')).toBeNull();
    expect(press('constructor')).toBeNull();
  });

  it('reads letters and signs the same with Caps Lock or Shift', () => {
    expect(press('E')).toBe('explore');
    expect(press('E', { shiftKey: true })).toBe('explore');
    expect(press('?', { shiftKey: true })).toBe('help');
  });

  it('takes a space bar or an arrow with Shift for another key', () => {
    expect(press(' ')).toBe('next');
    expect(press(' ', { shiftKey: true })).toBe('previous');
    expect(press('ArrowRight', { shiftKey: true })).toBeNull();
  });

  it('leaves keys with Alt, Ctrl or Meta to the browser', () => {
    expect(press('ArrowRight', { altKey: true })).toBeNull();
    expect(press('e', { ctrlKey: true })).toBeNull();
    expect(press('?', { metaKey: true })).toBeNull();
  });
});
