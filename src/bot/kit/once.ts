// Something that is asked for by several, and read for the first of them alone.
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}

/** The same, looked at once for each key, for as long as it is in use. */
export function onceFor<Key extends object, More extends unknown[], T>(
  look: (key: Key, ...more: More) => T,
): (key: Key, ...more: More) => T {
  const looks = new WeakMap<Key, { found: T }>();
  return (key, ...more) => {
    const known = looks.get(key) ?? { found: look(key, ...more) };
    looks.set(key, known);
    return known.found;
  };
}
