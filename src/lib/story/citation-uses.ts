import type { SourceUse } from './story.ts';

/** Counts how often each work is cited, and keeps those citations that a list of works leads back to. */
export class CitationUses {
  readonly #counts = new Map<string, number>();
  readonly #told: SourceUse[] = [];

  /** The citations in the story's own text, in the order they were added. */
  get told(): readonly SourceUse[] {
    return this.#told;
  }

  /**
   * Adds a citation of a work and returns the id of its element, used once in a story: `cite-gady2015-2`. `step` is
   * the step whose prose it is in, null for the credit; without one the citation stands outside the story's
   * own text (a note for the speaker) and nothing leads back to it.
   */
  add(work: string, step?: string | null): string {
    const count = (this.#counts.get(work) ?? 0) + 1;
    this.#counts.set(work, count);
    const id = `cite-${work}-${count}`;
    if (step !== undefined) this.#told.push({ id, source: work, step });
    return id;
  }
}
