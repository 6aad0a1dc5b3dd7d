/**
 * What a pure function gave for the keys asked for of late, at most so many: it changes no answer, only its
 * price, and it does not grow with a story.
 */
export class Recent<Value extends NonNullable<unknown>> {
  readonly #most: number;
  readonly #values = new Map<string, Value>();

  /** @param most how many values are kept; the one made first goes first */
  constructor(most: number) {
    this.#most = most;
  }

  /** The value of a key, made only where it is not kept. */
  get(key: string, make: () => Value): Value {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const value = make();
    this.#values.set(key, value);
    if (this.#values.size > this.#most) this.#values.delete(this.#values.keys().next().value!);
    return value;
  }
}
