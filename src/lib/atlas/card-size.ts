/** A share card, px: what the large previews of links show whole. */
export const cardSize = { width: 1200, height: 630 } as const;
