import type { PresentWindow, Role } from './messages.ts';

/** A presentation that has a window open somewhere. */
export interface Presentation {
  readonly session: string;
  readonly screens: number;
  readonly speakers: number;
}

/** The presentations that windows belong to, by session. */
export function presentationsOf(windows: readonly PresentWindow[]): readonly Presentation[] {
  const sessions = new Set(windows.flatMap(({ session }) => (session === null ? [] : [session])));
  return [...sessions].sort().map((session) => {
    const count = (role: Role) =>
      windows.filter((each) => each.session === session && each.role === role).length;
    return { session, screens: count('screen'), speakers: count('speaker') };
  });
}

/**
 * The presentations that a window opened by itself may belong to: for a speaker's window the screens, those
 * without a speaker before the others; for a screen the speakers that have no screen.
 */
export function openTo(role: Role, windows: readonly PresentWindow[]): readonly Presentation[] {
  const all = presentationsOf(windows);
  if (role === 'screen') return all.filter(({ screens }) => screens === 0);
  const shown = all.filter(({ screens }) => screens > 0);
  const alone = shown.filter(({ speakers }) => speakers === 0);
  return alone.length > 0 ? alone : shown;
}
