/** The folder of the built site that the browser tests read. */
export const testSite = 'build-browser-tests';

/** The story of the test site that is told in parts: as many steps and events as `writeStory` makes it of. */
export const longStory = { steps: 15, events: 900, slug: 'story-15-900' } as const;
