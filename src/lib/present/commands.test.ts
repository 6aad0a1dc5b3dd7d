import { describe, expect, it } from 'vitest';
import { commandOf, keyWords, shortcutOf } from './commands.ts';

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  commandOf({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held });

describe('commandOf(press)', () => {
  it('knows the keys of reveal.js and of clickers', () => {
    expect(['ArrowRight', 'PageDown', ' '].map((key) => press(key))).toEqual(Array(3).fill('next'));
    expect(['ArrowLeft', 'PageUp'].map((key) => press(key))).toEqual(Array(2).fill('previous'));
    expect(press(' ', { shiftKey: true })).toBe('previous');
    expect(['Home', 'End', 'b', '.', 'f', '?'].map((key) => press(key))).toEqual([
      'first',
      'last',
      'black',
      'black',
      'fullScreen',
      'help'
    ]);
  });

  it('reads letters the same with Caps Lock or Shift', () => {
    expect(press('O')).toBe('overview');
    expect(press('G', { shiftKey: true })).toBe('goTo');
    expect(press('?', { shiftKey: true })).toBe('help');
    expect(press('D')).toBe('draw');
  });

  it('leaves the browser its own', () => {
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
    expect(press('f', { ctrlKey: true })).toBeNull();
    expect(press('l', { metaKey: true })).toBeNull();
    expect(press('Tab')).toBeNull();
    expect(press('F5')).toBeNull();
    expect(press('x')).toBeNull();
    expect(press('constructor')).toBeNull();
  });
});

describe('keyWords', () => {
  it('names only keys that do something', () => {
    const named: Record<string, string> = {
      '→': 'ArrowRight',
      '←': 'ArrowLeft',
      Space: ' ',
      'Shift Space': ' ',
      'Page Down': 'PageDown',
      'Page Up': 'PageUp',
      Esc: 'Escape'
    };
    for (const key of keyWords.flatMap(([keys]) => keys)) {
      expect(press(named[key] ?? key), key).not.toBeNull();
    }
  });
});

describe('shortcutOf(command)', () => {
  it('names a key that has the command', () => {
    for (const command of ['overview', 'goTo', 'timer', 'speaker', 'help', 'escape'] as const) {
      expect(press(shortcutOf(command))).toBe(command);
    }
  });

  it('names the key that a presenter would try first', () => {
    expect(shortcutOf('next')).toBe('ArrowRight');
    expect(shortcutOf('previous')).toBe('ArrowLeft');
    expect(shortcutOf('black')).toBe('b');
  });
});
