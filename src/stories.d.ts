declare module 'virtual:stories' {
  export const stories: readonly import('./lib/story/story.ts').Story[];
  /** Each story's `events.csv` as its author wrote it, by slug. */
  export const eventTables: Readonly<Record<string, string>>;
  /** The files that the site serves under each story's `media/`. */
  export const mediaFiles: readonly import('./cli/media/prepare-media.ts').PreparedFile[];
  /** Where the files of the grounds lie that were cut for single stories, by slug. */
  export const groundFolders: Readonly<Record<string, string>>;
}
declare module 'virtual:brand' {
  /** Whose site it is. `sheet` is a style sheet to follow the theme's; it and `footerHtml` may be empty. */
  export const brand: Readonly<{
    name: string;
    logo: { readonly src: string; readonly alt: string } | null;
    sheet: string;
    footerHtml: string;
  }>;
}
declare module 'virtual:embed-host' {
  /** The texts of `/embed.js` and the files like it, by their name. */
  export const hostScripts: Readonly<Record<string, string>>;
}
declare module 'virtual:startup' {
  /** The text of the inline script in every page's head. */
  export const inlineScript: string;
}
