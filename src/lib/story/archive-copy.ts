import { addressOf } from './reference.ts';
import type { CslDate, Source } from './story.ts';

/** A copy of a page in the Wayback Machine (web.archive.org), which sends its reader to the capture nearest to a date. */
export interface ArchiveCopy {
  readonly url: string;
  /** The date asked for, `2015-10-11`, `2015-10` or `2015`; null where the work names none, so that the latest is meant. */
  readonly near: string | null;
}

/**
 * Where an archive may hold what the author of a story read: near the day it was read, else near the day the
 * work is of. Null for a work without an address.
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
