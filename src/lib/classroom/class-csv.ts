import { csvFormat } from 'd3-dsv';
import { plainText } from '../story/excerpt.ts';
import type { Story } from '../story/story.ts';

/**
 * A class's answers as CSV, one row for each answer of each question with how often it was given: in the story's order,
 * the most frequent first. Nothing says whose they are.
 */
export function classCsv(
  story: Story,
  answers: readonly { readonly step: string; readonly value: string }[]
): string {
  const rows = story.steps.flatMap(({ id, title, askHtml, answer }) => {
    const counts = new Map<string, number>();
    for (const { step, value } of answers)
      if (step === id) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .map(([value, count]) => ({
        step: id,
        title,
        question: plainText(askHtml),
        form: answer?.form ?? '',
        answer: answer?.form === 'words' ? asText(value) : value,
        expected: answer?.form === 'words' ? asText(answer.right) : (answer?.right ?? ''),
        count
      }));
  });
  return `${csvFormat(rows, ['step', 'title', 'question', 'form', 'answer', 'expected', 'count'])}\n`;
}

/** A text that no spreadsheet takes for a formula (https://owasp.org/www-community/attacks/CSV_Injection). */
function asText(value: string): string {
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
