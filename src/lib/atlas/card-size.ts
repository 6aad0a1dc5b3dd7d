/** The size of a share card, px: link previews of the large kind show it without cropping. */
export const cardSize = { width: 1200, height: 630 } as const;
