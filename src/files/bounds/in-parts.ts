// Many rows from one thread to another. In one message they are read in one piece, in which nobody else is answered.
import { deserialize, serialize } from "node:v8";
import { letOthersGoFirst } from "../../ports/queue/waiting.js";

/** Rows a part: so many are read in 1 ms, on a machine that is busy in 5. */
const PART = 250;

/** Rows as bytes, which are handed over to another thread and not copied. */
export type Packed = Uint8Array<ArrayBuffer>[];

export function packed(rows: readonly unknown[]): Packed {
  const parts: Packed = [];
  for (let from = 0; from < rows.length; from += PART) {
    parts.push(new Uint8Array(serialize(rows.slice(from, from + PART))));
  }
  return parts;
}

/** The same where rows are packed on the thread that answers people: between two parts, those who came meanwhile are answered. */
export async function packedInTurn(rows: readonly unknown[]): Promise<Packed> {
  const parts: Packed = [];
  for (let from = 0; from < rows.length; from += PART) {
    parts.push(...packed(rows.slice(from, from + PART)));
    await letOthersGoFirst();
  }
  return parts;
}

/** Between two parts others who came meanwhile are answered. */
export async function unpacked<Row>(parts: Packed): Promise<Row[]> {
  const rows: Row[] = [];
  for (const part of parts) {
    rows.push(...(deserialize(part) as Row[]));
    await letOthersGoFirst();
  }
  return rows;
}
