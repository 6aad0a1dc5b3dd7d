/** What one can do with a story, each at a page of its own. */
export const rooms = [
  {
    id: 'read',
    name: 'Read',
    route: '/[story]',
    words: 'The text moves the map. Each number in it opens its source.'
  },
  {
    id: 'present',
    name: 'Present',
    route: '/[story]/present',
    words: 'To a class, by arrow keys or clicker, with the notes in a window of your own.'
  },
  {
    id: 'embed',
    name: 'Embed',
    route: '/[story]/embed',
    words: 'In an article: live, or as plain pictures where no script may run.'
  },
  {
    id: 'data',
    name: 'Data and sources',
    route: '/[story]/data',
    words: 'Every event in a table, with its sources, to sort, filter and download.'
  },
  {
    id: 'handout',
    name: 'Handout',
    route: '/[story]/handout',
    words: 'To print, with questions for the class or the speaker’s notes.'
  }
] as const;

export type Room = (typeof rooms)[number]['id'];
