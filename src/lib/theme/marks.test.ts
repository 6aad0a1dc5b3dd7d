import { describe, expect, it } from 'vitest';
import { certaintyWords, lineForms } from './marks.ts';

/** The values of a record that another of its values equals. */
function twins(record: Record<string, unknown>): string[] {
  const written = Object.values(record).map((value) => JSON.stringify(value));
  return written.filter((value, i) => written.indexOf(value) < i);
}

describe('the marks of certainties', () => {
  it.each([
    ['words of a certainty', certaintyWords],
    ['line of a certainty, even where its strength cannot be seen', withoutOpacity()]
  ])('never give two the same %s', (_, record) => {
    expect(twins(record)).toEqual([]);
  });
});

function withoutOpacity(): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(lineForms).map(([certainty, form]) => [certainty, { ...form, opacity: 1 }])
  );
}
