declare module 'virtual:stories' {
  export const stories: readonly import('./lib/story/story.ts').Story[];
}
declare module 'virtual:embed-host' {
  /** The text of `/embed.js`. */
  export const embedHost: string;
}
