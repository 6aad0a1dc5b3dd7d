declare module 'virtual:stories' {
  export const stories: readonly import('./lib/story/story.ts').Story[];
}
