import * as fc from 'fast-check';
import { steps } from '../story-facts.ts';

// Parts of addresses that nobody has meant, and those that a typing error makes.

const stepId = fc.constantFrom(...steps.map(({ id }) => id));
const malformed = fc.constantFrom('%', '%zz', '%E0%A4%A', '%C3%28', '%FF', '%u0041', '%00', '%25%');
const inherited = fc.constantFrom(
  ...['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf'],
  ...['__defineGetter__', 'length', 'size']
);
const anything = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', minLength: 200, maxLength: 400 }),
  fc.tuple(fc.string({ maxLength: 5 }), malformed, fc.string({ maxLength: 5 })).map(joined),
  inherited,
  inherited
);
/** Not quite a step: in capitals, with something before or after it, or twice. */
const nearStep = fc
  .tuple(fc.constantFrom('', '#', '/', ' ', '%20', '!', 'step-'), stepId, malformed)
  .chain(([before, id, after]) =>
    fc.constantFrom(id.toUpperCase(), `${before}${id}${after}`, `${id}/`, `${id}#${id}`, `${id}?a`)
  );

/** What stands after `#`. */
export const fragment = fc.oneof(anything, nearStep);

const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('certainty', 'theme', 'q', 'sort', 'for', 'session') },
  { weight: 1, arbitrary: anything }
);
const value = fc.oneof(
  fc
    .array(
      fc.constantFrom('confirmed', 'Reported', 'planned', 'disputed ', '', 'dark', 'light', 'auto'),
      { maxLength: 4 }
    )
    .map((words) => words.join()),
  anything,
  nearStep
);
const part = fc.oneof(
  fc.tuple(name, fc.constant('='), value).map(joined),
  name,
  fc.tuple(fc.constant('='), value).map(joined)
);

/** A server may refuse an address with more bytes than these. */
const mostBytes = 6000;

/** What stands after `?`: it holds no `#`, which would end it. */
export const query = fc
  .array(part, { maxLength: 5 })
  .map((parts) => parts.join('&').replaceAll('#', '%23'))
  .filter((text) => new URL(`http://story/?${text}`).href.length < mostBytes);

function joined(parts: readonly string[]): string {
  return parts.join('');
}
