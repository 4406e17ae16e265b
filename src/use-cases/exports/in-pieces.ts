// Rows of many things, read some at a time, so that nobody else waits for the database or the program meanwhile.
import type { World } from "../../ports.js";

/** So many are read and put into words in a few hundredths of a second. */
const A_PIECE = 80;

export async function inPieces<Row>(
  { progress }: World,
  ids: readonly number[],
  read: (some: number[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < ids.length; from += A_PIECE) {
    for (const row of await read(ids.slice(from, from + A_PIECE))) rows.push(row);
    progress?.({ what: "gathering", done: Math.min(ids.length, from + A_PIECE), total: ids.length });
  }
  return rows;
}
