/** The themes that an embed's address may ask for (`?theme=dark`); `auto` leaves it to the reader's device. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const themeWords: Readonly<Record<Theme, string>> = {
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
