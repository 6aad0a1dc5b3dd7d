import type { Story } from '../story/story.ts';
import { layOutSides } from './lay-out-sides.ts';
import {
  betweenMm,
  largeType,
  mapMm,
  mmPerPt,
  pupilMm,
  sideMm,
  titleLeading,
  usualType
} from './paper.ts';
import { linesOf, roomOf } from './question-room.ts';
import type { Question } from './questions.ts';

/** A side of a worksheet: its questions, each with its ruled lines. */
export interface WorksheetSide {
  readonly questions: readonly (Question & { readonly lines: number })[];
  readonly fits: boolean;
}

/** How many lines a first side without questions has for notes. */
export const notesLines = 8;

/** So many questions are to fit on both sides of one sheet of paper. */
const ofOneSheet = 8;

/** The questions of a worksheet by the sides of paper they are on: of up to eight, two if they are not too long. */
export function worksheetSides(
  { title }: Pick<Story, 'title'>,
  questions: readonly Question[],
  large: boolean
): WorksheetSide[] {
  const type = large ? largeType : usualType;
  const titleLines = linesOf(title, type.titlePt, sideMm.width);
  const titleMm = titleLines * titleLeading * type.titlePt * mmPerPt;
  const otherMm = sideMm.height - type.footMm;
  const firstMm = otherMm - titleMm - pupilMm[large ? 'large' : 'usual'] - mapMm;
  const sidesOf = (leastLines: number) =>
    layOutSides(
      questions.map((question) => roomOf(question, type, leastLines)),
      { firstMm, otherMm, betweenMm }
    );
  const usual = sidesOf(3);
  const sides = usual.length > 2 && questions.length <= ofOneSheet ? sidesOf(2) : usual;
  return sides.map(({ questions: placed, fits }) => ({
    questions: placed.map(({ index, lines }) => ({ ...questions[index]!, lines })),
    fits
  }));
}
