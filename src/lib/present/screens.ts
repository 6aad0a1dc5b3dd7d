import type { PresentWindow } from './messages.ts';

/**
 * The screens that a speaker's window may belong to that was opened by hand, the latest opened first: those without a
 * speaker; where every screen has one, all.
 */
export function screensToJoin(windows: readonly PresentWindow[]): readonly PresentWindow[] {
  const screens = windows
    .filter(({ role, session }) => role === 'screen' && session !== null)
    .sort((a, b) => b.since - a.since);
  const withSpeaker = new Set(
    windows.filter(({ role }) => role === 'speaker').map(({ session }) => session)
  );
  const alone = screens.filter(({ session }) => !withSpeaker.has(session));
  return alone.length > 0 ? alone : screens;
}

/** The presentations whose speaker's window is there and whose screen is not. */
export function sessionsWithoutScreen(windows: readonly PresentWindow[]): readonly string[] {
  const sessionsOf = (role: PresentWindow['role']) =>
    new Set(windows.filter((each) => each.role === role).flatMap(({ session }) => session ?? []));
  const screens = sessionsOf('screen');
  return [...sessionsOf('speaker')].filter((session) => !screens.has(session));
}
