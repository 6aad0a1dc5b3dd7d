import type { SourceUse } from '../../story/story.ts';

/** Counts how often each work is cited, and collects the citations that the list of works links back to. */
export class CitationUses {
  readonly #counts = new Map<string, number>();
  readonly #inStory: SourceUse[] = [];

  /** The citations in the story's own text, in the order they were added. */
  get inStory(): readonly SourceUse[] {
    return this.#inStory;
  }

  /**
   * Adds a citation of a work and returns the id of its element, used once in a story: `cite-gady2015-2`. `step` is
   * the step whose prose it is in, null for the credit. Leave it out for a citation outside the story's own text,
   * in a note for the speaker: the list of works does not link back to it.
   */
  add(work: string, step?: string | null): string {
    const count = (this.#counts.get(work) ?? 0) + 1;
    this.#counts.set(work, count);
    const id = `cite-${work}-${count}`;
    if (step !== undefined) this.#inStory.push({ id, source: work, step });
    return id;
  }
}
