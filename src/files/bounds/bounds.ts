// How much of a file is taken on, before it is unpacked and while it is read. Rows: domain/roster/reading/roster-reading.ts.

const MB = 1024 * 1024;

/** All parts of an archive that are read, unpacked: eight times what 25,000 rows need, and read in 15 seconds. */
export const MOST_UNPACKED_BYTES = 150 * MB;

/** A part that is larger than this and packed more tightly than that is no sheet: honest ones reach 30 to 1, bombs 1,000 to 1. */
export const BOMB = { fromBytes: 5 * MB, ratio: 120 } as const;

/** Office files have some dozens of parts; pictures included, some hundreds. */
export const MOST_PARTS = 5_000;

/** Columns further right are not read: a cell there was touched by mistake. */
export const MOST_COLUMNS = 512;

/** Letters of one cell that are read: more than any address or title has, and little enough for every pattern that looks at them. */
export const LONGEST_CELL = 2_000;

/** Cells that hold something, in all sheets together; the memory for them is about 100 MB. */
export const MOST_CELLS = 1_500_000;
