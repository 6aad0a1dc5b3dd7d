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

/** The faces that an embed's address may ask for (`?face=sans`). */
export const faces = ['serif', 'sans'] as const;
export type Face = (typeof faces)[number];

export const faceWords: Readonly<Record<Face, string>> = {
  serif: 'Serif',
  sans: 'Sans serif'
};

/** The form of an accent colour in an address: `b5121b`, red, green and blue. */
export const accentForm = /^[0-9a-f]{6}$/i;

/**
 * Marks the page's root with the theme, the accent colour and the face that its address asks for, before anything is
 * painted; colours not where the reader has their own. The page has this text as an inline script, whose hash the
 * content security policy names.
 */
export const themeScript =
  "{const q=new URLSearchParams(location.search),t=q.get('theme'),a=q.get('accent')||'',r=document.documentElement;" +
  "if(q.get('face')==='sans')r.dataset.face='sans';" +
  "if(!matchMedia('(forced-colors: active)').matches){" +
  "if(t==='dark'||t==='light')r.dataset.theme=t;" +
  `if(${String(accentForm)}.test(a)){r.dataset.accent='';r.style.setProperty('--house','#'+a)}}}`;

/** The script as HTML. */
export const themeElement = `<script>${themeScript}</script>`;

/** Marks the page's root with its host page's theme, where its address asks for that. */
export function followTheme(theme: HostTheme): void {
  const wanted = new URLSearchParams(location.search).get('theme');
  if (wanted !== 'host' || matchMedia('(forced-colors: active)').matches) return;
  document.documentElement.dataset.theme = theme;
}
