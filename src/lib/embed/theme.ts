import type { HostTheme } from './protocol.ts';

/**
 * The themes that an embed's address may ask for (`?theme=dark`): `host` follows the article's page, where that has the
 * site's script; `auto` leaves it to the reader's device.
 */
export const themes = ['host', 'auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const themeWords: Readonly<Record<Theme, string>> = {
  host: 'Match the article',
  auto: 'Match the reader’s device',
  light: 'Light',
  dark: 'Dark'
};

/**
 * Marks the page's root with the theme that its address asks for, before anything is painted, unless the reader has
 * colours of their own. The page has this text as an inline script, whose hash the content security policy names.
 */
export const themeScript =
  "{const t=new URLSearchParams(location.search).get('theme');if((t==='dark'||t==='light')&&!matchMedia('(forced-colors: active)').matches)document.documentElement.dataset.theme=t}";

/** The script as HTML. */
export const themeElement = `<script>${themeScript}</script>`;

/** Marks the page's root with its host page's theme, where its address asks for that. */
export function followTheme(theme: HostTheme): void {
  const wanted = new URLSearchParams(location.search).get('theme');
  if (wanted !== 'host' || matchMedia('(forced-colors: active)').matches) return;
  document.documentElement.dataset.theme = theme;
}
