/** How a worksheet is set, mm and pt. */
export interface PaperType {
  /** The text of a question, and the title of its step; pt. */
  readonly textPt: number;
  readonly labelPt: number;
  /** The worksheet’s title. */
  readonly titlePt: number;
  /** The height of a ruled line, at least. */
  readonly ruleMm: number;
  /** The column of a question’s number. */
  readonly numberMm: number;
  /** The line at the foot of a sheet, with what is above it. */
  readonly footMm: number;
}

/**
 * A side of a worksheet, mm, without its margins: as wide as A4 and as high as US Letter leave with margins of 15 and
 * 12 mm, so that it fits on both. On A4 it grows to the height that is left there.
 */
export const sideMm = { width: 180, height: 254 } as const;

/** A line of text and of a title, in heights of their letters. */
export const leading = 1.35;
export const titleLeading = 1.15;
/** A point, mm. */
export const mmPerPt = 25.4 / 72;

/** The height of the outline map with what is below it, mm. */
export const mapMm = 104;
/** The line for the pupil’s name, with what is above and below the title after it, mm. */
export const pupilMm = { usual: 13.5, large: 18 } as const;
/** Between a question and the next, mm. */
export const betweenMm = 5;

export const usualType: PaperType = {
  textPt: 11,
  labelPt: 8.5,
  titlePt: 19,
  ruleMm: 8,
  numberMm: 9,
  footMm: 7
};

/** Large print has at least 18 pt (RNIB, “Clear print guidelines”; APH, “Guidelines for Large Print”). */
export const largeType: PaperType = {
  textPt: 18,
  labelPt: 18,
  titlePt: 26,
  ruleMm: 13,
  numberMm: 14,
  footMm: 12
};
