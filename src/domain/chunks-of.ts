// Many things in parts of so many: in one statement or one transaction they would take so long that nobody else is answered meanwhile.

export function* chunksOf<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
