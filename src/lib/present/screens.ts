import type { PresentWindow } from './messages.ts';

/**
 * The screens that a speaker's window opened by itself may belong to, the latest opened first: those without a
 * speaker; where there are none, all.
 */
export function screensToJoin(windows: readonly PresentWindow[]): readonly PresentWindow[] {
  const screens = windows
    .filter(({ role, session }) => role === 'screen' && session !== null)
    .sort((a, b) => b.since - a.since);
  const spoken = new Set(
    windows.filter(({ role }) => role === 'speaker').map(({ session }) => session)
  );
  const alone = screens.filter(({ session }) => !spoken.has(session));
  return alone.length > 0 ? alone : screens;
}
