import { signNamed } from './signs.ts';
import type { EventKind, Hue } from '../story/story.ts';

/** Name, hue and sign of each kind that any story may use, by its id. */
const table: Readonly<Record<string, readonly [name: string, hue: Hue, sign: string]>> = {
  visit: ['Visit', 1, 'person'],
  'arms-transfer': ['Arms transfer', 2, 'rocket'],
  'port-call': ['Port call', 3, 'anchor'],
  deployment: ['Deployment', 4, 'shield'],
  agreement: ['Agreement', 5, 'rings'],
  policy: ['Policy', 6, 'document'],
  statement: ['Statement', 7, 'speech'],
  economy: ['Trade', 8, 'bars'],
  battle: ['Battle', 2, 'crossed-swords'],
  attack: ['Attack', 2, 'bomb'],
  'air-strike': ['Air strike', 2, 'airplane'],
  sinking: ['Sinking', 3, 'sinking-ship'],
  landing: ['Landing', 4, 'parachute'],
  occupation: ['Occupation', 4, 'boom-gate'],
  blockade: ['Blockade', 3, 'cancel'],
  surrender: ['Surrender', 5, 'flag'],
  ceasefire: ['Ceasefire', 5, 'peace'],
  talks: ['Talks', 1, 'people'],
  sanctions: ['Sanctions', 6, 'lock'],
  ruling: ['Ruling', 6, 'scales'],
  election: ['Election', 8, 'ballot'],
  protest: ['Protest', 7, 'megaphone'],
  arrest: ['Arrest', 6, 'handcuffs'],
  death: ['Death', 6, 'grave-stone'],
  disaster: ['Disaster', 2, 'storm'],
  fire: ['Fire', 2, 'fire'],
  voyage: ['Voyage', 3, 'ship'],
  expedition: ['Expedition', 1, 'compass'],
  migration: ['Migration', 1, 'walk'],
  launch: ['Launch', 4, 'rocket-launch'],
  aid: ['Aid', 8, 'hospital']
};

/** The kinds of what a layer shows and its author gives no kind. */
export const defaultKinds: Readonly<Record<'area' | 'line' | 'point' | 'picture', EventKind>> = {
  area: { id: 'area', name: 'Area', hue: 6, sign: signNamed('vector-polygon')! },
  line: { id: 'line', name: 'Line', hue: 6, sign: signNamed('vector-line')! },
  point: { id: 'point', name: 'Point', hue: 6, sign: signNamed('map-marker')! },
  picture: { id: 'picture', name: 'Picture', hue: 6, sign: signNamed('image')! }
};

export const builtInKinds: ReadonlyMap<string, EventKind> = new Map(
  Object.entries(table).map(([id, [name, hue, sign]]) => [
    id,
    { id, name, hue, sign: signNamed(sign)! }
  ])
);
