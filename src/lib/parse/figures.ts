import type { MediaReader } from './media-fence/media-reader.ts';
import type { ReadFigure } from './prose.ts';

/** Returns what reads the fences between the paragraphs of a step, each by its name. */
export function figureReader(media: MediaReader, step: string): ReadFigure {
  return (name, fence, subject) => {
    if (name === 'media') return media.readFence(fence, step, subject);
    const { file, where } = subject;
    const expected = 'a figure must be a media fence';
    subject.report({ file, where, line: fence.line - 1, expected, got: `a ${name} fence` });
    return null;
  };
}
