// Many rows in several statements: Prisma and the driver put a statement into words in one piece, in which nobody else is answered.

export function* chunksOf<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
