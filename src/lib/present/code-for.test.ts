import { describe, expect, it } from 'vitest';
import { codeFor } from './code-for.ts';

describe('codeFor(path, from)', () => {
  it('makes a code of an address that others can open', async () => {
    const { address, svg } = await codeFor(
      '../handout/?for=student',
      'http://192.168.1.5:8080/a/present/'
    );
    expect(address).toBe('http://192.168.1.5:8080/a/handout/?for=student');
    expect(svg).toMatch(/^<svg /);
  });

  it('makes none of one whose dots could not be read', async () => {
    const long = await codeFor(`#lesson=${'a'.repeat(900)}`, 'https://maps.example.org/a/');
    expect([long.svg, long.lacks]).toEqual([null, 'long']);
  });

  it('makes none of one that only this computer can', async () => {
    for (const own of [
      'http://localhost:4390/a/',
      'http://127.0.0.1/a/',
      'http://[::1]:80/a/',
      'file:///a/'
    ]) {
      expect((await codeFor('handout/', own)).svg, own).toBeNull();
    }
  });
});
