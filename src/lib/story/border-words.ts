import { listed } from './listed.ts';
import type { OwnBorder } from './story.ts';

const areaWords = { hatched: 'hatched as contested', plain: 'not hatched' } as const;
const lineWords = {
  solid: 'with its contested lines drawn as borders',
  dashed: 'with its lines drawn as contested borders',
  hidden: 'without its contested lines'
} as const;

/** How a story draws a contested area or line: `hatched as contested and shown with Argentina`. */
export function borderWords(
  { area, with: country, line }: OwnBorder,
  nameOf: (code: string) => string
): string {
  return listed([
    ...(area ? [areaWords[area]] : []),
    ...(country ? [`shown with ${nameOf(country)}`] : []),
    ...(line ? [lineWords[line]] : [])
  ]);
}
