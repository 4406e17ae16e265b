// Rows of many things, read some at a time, so that nobody else waits for the database or the program meanwhile.
import { MOST_ROWS_OF_A_FILE } from "../../domain/own-data/export.js";
import type { World } from "../../ports.js";

/** So many are read and put into words in a few hundredths of a second. */
const A_PIECE = 80;

/** Null: there are more than a file may have. */
export async function inPieces<Row>(
  { progress }: Pick<World, "progress">,
  ids: readonly number[],
  read: (some: number[]) => Promise<Row[]>,
): Promise<Row[] | null> {
  const rows: Row[] = [];
  for (let from = 0; from < ids.length; from += A_PIECE) {
    for (const row of await read(ids.slice(from, from + A_PIECE))) rows.push(row);
    if (rows.length > MOST_ROWS_OF_A_FILE) return null;
    progress?.({ what: "gathering", done: Math.min(ids.length, from + A_PIECE), total: ids.length });
  }
  return rows;
}
