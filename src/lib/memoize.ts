/**
 * A pure function that works out each result once, and keeps it for as long as what it was asked of lives. It changes no
 * answer, only its price.
 */
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
