import * as v from 'valibot';
import { builtInKinds } from './built-in-kinds.ts';
import { show } from './fault.ts';
import { idForm, isId } from './id.ts';
import type { Located } from './located.ts';
import { ownEntries } from './own-entries.ts';
import { checkKeys, checkShape, type Subject } from './shape.ts';
import { nearestSign, signNamed } from './signs.ts';
import { hues, type EventKind, type Hue } from '../story/story.ts';

const hueRule = `hue must be ${hues[0]} to ${hues.at(-1)}`;
const nameRule = 'name must be text';

const schema = v.object(
  {
    name: v.pipe(v.string(nameRule), v.trim(), v.nonEmpty(nameRule)),
    sign: v.string('sign must be the name of a sign, such as crossed-swords'),
    hue: v.picklist(hues, hueRule)
  },
  'a kind must be {name, sign, hue}'
);

/**
 * Returns the kinds of event that a story may use, by id: the built-in ones, and those of `kinds` in its front matter,
 * which take the place of a built-in one of the same id and may leave out what stays as it is.
 */
export function parseKinds(frontMatter: Located, subject: Subject): Map<string, EventKind> {
  const kinds = new Map(builtInKinds);
  const example = 'battle: {name: Battle, sign: flag, hue: 2}';
  const entries = ownEntries(frontMatter, 'kinds', { noun: 'kind', example }, subject);
  for (const { id, path, subject: named, complain } of entries) {
    if (!isId(id)) complain([], `the id of a kind must be ${idForm}`, show(id));
    const misspelt = checkKeys(frontMatter, path, Object.keys(schema.entries), named);
    const known = builtInKinds.get(id);
    const wanted = known ? v.partial(schema) : schema;
    const kind = checkShape(frontMatter, path, wanted, named, misspelt);
    const sign = kind?.sign === undefined ? known?.sign : signNamed(kind.sign);
    if (kind?.sign !== undefined && sign === null) {
      const guess = nearestSign(kind.sign);
      complain(
        ['sign'],
        `sign must be one of this map’s or an icon of Material Design${guess === null ? '' : ` (did you mean "${guess}"?)`}`,
        show(kind.sign)
      );
    }
    // One with a fault is known all the same, so that its events are not faults too.
    kinds.set(id, {
      id,
      name: kind?.name ?? known?.name ?? id,
      hue: (kind?.hue ?? known?.hue ?? 1) satisfies Hue,
      sign: sign ?? ''
    });
  }
  return kinds;
}
