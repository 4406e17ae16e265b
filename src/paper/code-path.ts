// A link as the squares that a camera reads.
import { encode } from "uqr";
import { box } from "./drawing.js";

/** The white margin that readers look for (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** The dark squares, those of a row that touch as one. M: a fold or a thumb may cover a little of it. */
export function codePath(
  link: string,
  { x: left, y: top, side: whole }: { x: number; y: number; side: number },
): string {
  const { data, size } = encode(link, { ecc: "M", border: QUIET_ZONE });
  const side = whole / size;
  const parts: string[] = [];
  for (const [row, modules] of data.entries()) {
    for (let at = 0; at < modules.length; at += 1) {
      if (!modules[at]) continue;
      const from = at;
      while (modules[at + 1]) at += 1;
      parts.push(box(left + from * side, top + row * side, (at - from + 1) * side, side));
    }
  }
  return parts.join("");
}
