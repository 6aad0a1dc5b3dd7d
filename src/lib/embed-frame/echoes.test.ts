import { describe, expect, it } from 'vitest';
import { Echoes } from './echoes.ts';

describe('Echoes', () => {
  it('knows a page’s answer, rounded as it may be, and once only', () => {
    const echoes = new Echoes();
    echoes.send(100.4);
    expect(echoes.answers(100)).toBe(true);
    expect(echoes.answers(100)).toBe(false);
  });

  it('takes the answer to the last of several for the answer to all', () => {
    const echoes = new Echoes();
    for (const offset of [100, 110, 120]) echoes.send(offset);
    expect(echoes.answers(120)).toBe(true);
    expect(echoes.answers(110)).toBe(false);
  });

  it('lets a scroll of the reader’s through, and then waits for no answer any more', () => {
    const echoes = new Echoes();
    echoes.send(100);
    expect(echoes.answers(400)).toBe(false);
    expect(echoes.answers(100)).toBe(false);
  });
});
