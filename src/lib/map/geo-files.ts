/** The geography's files under their base address. */
export const geoFiles = {
  coarse: 'world-coarse.json',
  fine: 'theatre-fine.json',
  water: 'water.json',
  relief: 'relief.json',
  reliefImage: 'relief.webp'
} as const;
