import { textWidth } from '../labels/text-width.ts';
import type { ExpectedAnswer } from '../story/story.ts';
import type { Room } from './lay-out-sides.ts';
import { leading, mmPerPt, sideMm, type PaperType } from './paper.ts';
import type { Question } from './questions.ts';

/** Words are given this much more of what is left of a side than the reasons for an answer of another form. */
const reasonsShare = 0.4;
/** A tick box with its choice, or a line for a number or a place, mm, in heights of a ruled line. */
const rowRules = 0.85;

/** Whether choices stand in two columns: where each has room in half of the width. */
export function inTwoColumns(choices: readonly string[], type: PaperType): boolean {
  const widthMm = (sideMm.width - type.numberMm) / 2 - 12;
  return choices.every((choice) => linesOf(choice, type.textPt, widthMm) === 1);
}

/** The room that a question takes: of its text, which is estimated, and of its answer’s form. */
export function roomOf({ step }: Question, type: PaperType, leastLines: number): Room {
  const { textPt, labelPt, ruleMm } = type;
  const widthMm = sideMm.width - type.numberMm;
  const fixedMm =
    linesOf(step.title, labelPt, widthMm) * lineMm(labelPt) +
    textMm(step.askHtml, textPt, widthMm) +
    formMm(step.answer, type);
  return isInWords(step.answer)
    ? { fixedMm, ruleMm, leastLines, share: 1 }
    : { fixedMm, ruleMm, leastLines: 0, share: reasonsShare };
}

/** Whether a question is answered in words alone. */
export function isInWords(answer: ExpectedAnswer | null): boolean {
  return answer === null || answer.form === 'words';
}

function formMm(answer: ExpectedAnswer | null, type: PaperType): number {
  if (isInWords(answer)) return 0;
  const rowMm = rowRules * type.ruleMm;
  const choices = answer!.choices;
  if (answer!.form !== 'choice') return rowMm + 1;
  if (inTwoColumns(choices, type)) return Math.ceil(choices.length / 2) * rowMm + 1;
  const widthMm = sideMm.width - type.numberMm - 8;
  const rows = choices.map((choice) =>
    Math.max(rowMm, linesOf(choice, type.textPt, widthMm) * lineMm(type.textPt) + 1)
  );
  return rows.reduce((sum, each) => sum + each, 1);
}

/** The height of a text of paragraphs, list items and line breaks, mm. */
function textMm(html: string, sizePt: number, widthMm: number): number {
  const paragraphs = html
    .split(/<br\s*\/?>|<\/(?:p|li|blockquote)>/)
    .map((part) => part.replace(/<[^>]*>/g, '').trim())
    .filter((part) => part !== '');
  const lines = paragraphs.map((part) => linesOf(part, sizePt, widthMm));
  const apartMm = 0.5 * sizePt * mmPerPt;
  return lines.reduce((sum, count) => sum + count * lineMm(sizePt) + apartMm, -apartMm);
}

function lineMm(sizePt: number): number {
  return leading * sizePt * mmPerPt;
}

/** How many lines a text takes, at least one; the labels’ typeface runs as wide as the text’s, within some 3 %. */
export function linesOf(text: string, sizePt: number, widthMm: number): number {
  return Math.max(1, Math.ceil(textWidth(text, sizePt * mmPerPt) / widthMm));
}
