// Under a list whose lines are numbered: a button a line, in rows of as many as a thumb tells apart.
import type { Button } from "./message.js";

const IN_A_ROW = 4;

/** `data`: of each line, in order; `from`: how many lines stand on the pages before. */
export function numberRows(data: readonly string[], from: number): Button[][] {
  const buttons = data.map((one, index) => ({ label: String(from + index + 1), data: one }));
  return Array.from({ length: Math.ceil(buttons.length / IN_A_ROW) }, (_, row) =>
    buttons.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW),
  );
}
