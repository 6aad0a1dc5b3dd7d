import { addressOf } from '../../story/reference.ts';
import type { ArchiveCopy, CslDate, Source } from '../../story/story.ts';

/**
 * The address at which an archive may hold what the author of a story read: near the day it was read, else near the
 * date of the work. Null for a work without an address.
 */
export function archiveCopy(source: Source): ArchiveCopy | null {
  const url = addressOf(source);
  if (url === null) return null;
  const near = writtenDate(source.accessed ?? source.issued);
  const stamp = near === null ? '' : `${near.replaceAll('-', '')}/`;
  return { url: `https://web.archive.org/web/${stamp}${url}`, near };
}

function writtenDate(date: CslDate | undefined): string | null {
  const parts = date?.['date-parts'][0];
  if (!parts || parts.length === 0 || parts[0]! < 1) return null;
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}
