import { figuresOf, type Columns } from './numbers.ts';

/**
 * Measures each subject once a round, in turn: when the machine slows down, it slows all of them. `note` gets a line
 * of progress before each measurement.
 */
export async function byTurns<Subject extends { readonly name: string }>(
  rounds: number,
  subjects: readonly Subject[],
  measure: (subject: Subject) => Promise<Record<string, number>>,
  note: (text: string) => void
): Promise<Columns> {
  const samples = new Map(subjects.map(({ name }) => [name, [] as Record<string, number>[]]));
  for (let round = 1; round <= rounds; round++) {
    for (const subject of subjects) {
      note(`${subject.name}, round ${round} of ${rounds}`);
      samples.get(subject.name)!.push(await measure(subject));
    }
  }
  return Object.fromEntries([...samples].map(([name, list]) => [name, figuresOf(list)]));
}
