/** The themes that an embed's address may ask for (`?theme=dark`); `auto` is the reader's own. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const themeWords: Readonly<Record<Theme, string>> = {
  auto: 'The reader’s own',
  light: 'Light',
  dark: 'Dark'
};

/**
 * Marks the page's root with the theme that its address asks for, before anything is painted. It stands in the
 * page as it is, and the content security policy names its hash.
 */
export const themeScript =
  "{const t=new URLSearchParams(location.search).get('theme');if(t==='dark'||t==='light')document.documentElement.dataset.theme=t}";

/** The script as HTML. */
export const themeElement = `<script>${themeScript}</script>`;
