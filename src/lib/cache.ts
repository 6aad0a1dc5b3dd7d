/** The result of a pure function, kept for each object it was asked of, for as long as that object lives. */
export function memoize<Key extends WeakKey, Value>(
  make: (key: Key) => Value
): (key: Key) => Value {
  const values = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const known = values.get(key);
    if (known) return known.value;
    const value = make(key);
    values.set(key, { value });
    return value;
  };
}

/** The results of a pure function for its latest keys. It holds a fixed number, so it does not grow with a story. */
export class Recent<Value extends NonNullable<unknown>> {
  readonly #capacity: number;
  readonly #values = new Map<string, Value>();

  /** @param capacity how many values are kept; the one made first is dropped first */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The value of a key, made only if it is not kept. */
  get(key: string, make: (key: string) => Value): Value {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#capacity) this.#values.delete(this.#values.keys().next().value!);
    return value;
  }

  /** Drops the value of a key, so that the next `get` makes it anew. */
  delete(key: string): void {
    this.#values.delete(key);
  }
}

/** Whether two lists hold the same objects in the same order: then the one kept need not be replaced. */
export function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
