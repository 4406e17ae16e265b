// Long lists in pages: by how many fit, and by how much is read at a glance.

/** So many rows with their buttons, and what stands below them, fit a small phone. Lists of longer or shorter rows have an …_A_PAGE of their own. */
export const ROWS_A_PAGE = 8;

/** In pages of at most so many characters and items, each with one item at least. */
export function pagesOf<T>(
  items: readonly T[],
  charactersOf: (item: T) => number,
  { characters, most }: { characters: number; most: number },
): T[][] {
  const pages: T[][] = [];
  let room = 0;
  for (const item of items) {
    const page = pages.at(-1);
    const length = charactersOf(item);
    if (page === undefined || length > room || page.length === most) {
      pages.push([item]);
      room = characters - length;
    } else {
      page.push(item);
      room -= length;
    }
  }
  return pages;
}

export interface Page<T> {
  shown: T[];
  /** How many stand on the pages before. */
  from: number;
  page: number;
  last: number;
}

/** The nearest one that there is: what a button was made for may have shrunk since. */
export function pageAt<T>(pages: readonly T[][], wanted: number): Page<T> {
  const last = Math.max(0, pages.length - 1);
  const page = Math.min(Math.max(0, wanted), last);
  return { shown: pages[page] ?? [], from: pages.slice(0, page).flat().length, page, last };
}

/** The number of the last page of so many items, `most` on each; 0 is the first. */
export function lastPage(count: number, most: number): number {
  return Math.max(0, Math.ceil(count / most) - 1);
}

/** One of the pages of so many items each. */
export function pageOf<T>(items: readonly T[], most: number, wanted: number): Page<T> {
  return pageAt(
    pagesOf(items, () => 0, { characters: 0, most }),
    wanted,
  );
}
