import * as materialDesign from '@mdi/js';
import svgpath from 'svgpath';
import { nearest } from './did-you-mean.ts';

/** The signs that this map has drawn for itself: an SVG path each in a 16 × 16 box, to be filled. */
const ownSigns: Readonly<Record<string, string>> = {
  person: 'M8 2.2a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 0 1 0-5.2zM3.2 13.8c0-3 2-5 4.8-5s4.8 2 4.8 5z',
  rocket:
    'M13.6 2.4c-3.4 0-6 1.5-7.8 4.6l-2.4.4-1 1.8 2.6.6 1.2 1.2.6 2.6 1.8-1 .4-2.4c3.1-1.8 4.6-4.4 4.6-7.8zM4 11.2l-1.8 2.6L4.8 12z',
  anchor:
    'M8 1.6a2 2 0 0 1 .9 3.8V6.4h2.5v1.6H8.9v4.3c1.6-.3 2.8-1.4 3.1-2.9l-1.2.3 1.9-2.7 1.6 2.9-.9-.3c-.4 2.8-2.6 4.8-5.4 4.8s-5-2-5.4-4.8l-.9.3 1.6-2.9 1.9 2.7L4 9.4c.3 1.5 1.5 2.600 3.100 2.900V8H4.600V6.400h2.500V5.400A2 2 0 0 1 8 1.600z',
  shield: 'M8 1.800l5 1.800v3.800c0 3.200-1.900 5.500-5 6.900-3.100-1.400-5-3.700-5-6.900V3.600z',
  rings:
    'M5.800 4a4 4 0 0 1 2.200.66A4 4 0 1 1 8 11.340 4 4 0 1 1 5.800 4zm0 1.600a2.400 2.400 0 1 0 1 4.580 4 4 0 0 1 0-4.360 2.400 2.400 0 0 0-1-.22zm4.400 0a2.400 2.400 0 0 0-1 .22 4 4 0 0 1 0 4.360 2.400 2.400 0 1 0 1-4.580z',
  document:
    'M3.600 2h6.200l2.600 2.600V14H3.600zM5.400 6v1.300h5.200V6zm0 2.600v1.300h5.200V8.600zm0 2.600v1.200h3.400v-1.200z',
  speech: 'M2.200 3h11.600v7.800H8.200L4.800 13.800v-3H2.200z',
  bars: 'M2.600 9h2.800v4.600H2.600zM6.600 6h2.800v7.600H6.600zM10.600 2.800h2.800v10.800h-2.800z'
};

/** Plain names for some of Material Design's icons. */
const plainNames: Readonly<Record<string, string>> = {
  'crossed-swords': 'sword-cross',
  'sinking-ship': 'sail-boat-sink',
  ship: 'ferry',
  barrier: 'boom-gate',
  fire: 'fire',
  flag: 'flag-variant',
  storm: 'weather-hurricane',
  ballot: 'vote',
  megaphone: 'bullhorn',
  people: 'account-group',
  scales: 'scale-balance'
};

const icons: Readonly<Record<string, string>> = materialDesign;

/**
 * The path of a sign in a 16 × 16 box, by a name of this map's own or by that of an icon of Material Design
 * (`sail-boat-sink`); null where there is none.
 */
export function signNamed(name: string): string | null {
  if (Object.hasOwn(ownSigns, name)) return ownSigns[name]!;
  const icon = iconNamed(plainNames[name] ?? name);
  return icon === undefined
    ? null
    : svgpath(icon)
        .scale(16 / 24)
        .round(2)
        .toString();
}

/** The name nearest to one that no sign has, or null. */
export function nearestSign(name: string): string | null {
  return (
    nearest(name, [...Object.keys(ownSigns), ...Object.keys(plainNames)]) ??
    nearest(name, Object.keys(icons).map(kebabCase))
  );
}

/** `sail-boat-sink` → the path of `mdiSailBoatSink`. */
function iconNamed(name: string): string | undefined {
  const key = `mdi${name.replace(/(^|-)([a-z0-9])/g, (_, _hyphen, letter: string) => letter.toUpperCase())}`;
  return /^[a-z0-9-]+$/.test(name) && Object.hasOwn(icons, key) ? icons[key] : undefined;
}

/** `mdiSailBoatSink` → `sail-boat-sink` */
function kebabCase(key: string): string {
  return key
    .slice('mdi'.length)
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
    .toLowerCase();
}
