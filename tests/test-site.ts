/** The folder of the built site that the browser tests read. */
export const testSite = 'build-browser-tests';
