// Which looks of cells show a number as a day.
import { isDayFormat } from "../cells/day-number.js";
import { readXml } from "../xml-part.js";
import type { ZipParts } from "../zip-parts.js";

/** By the number under which cells name their look. */
export async function readDayStyles(zip: ZipParts, part: string): Promise<readonly boolean[]> {
  const formats = new Map<number, string>();
  const dayStyles: boolean[] = [];
  // Looks are listed twice; cells mean the second list.
  let isInCellLooks = false;
  await readXml(zip.unpack(part), {
    open(name, attributes) {
      if (name === "numFmt") formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (name === "cellXfs") isInCellLooks = true;
      if (name !== "xf" || !isInCellLooks) return;
      const id = Number(attributes.numFmtId ?? 0);
      dayStyles.push(isDayFormat(id, formats.get(id)));
    },
    close(name) {
      if (name === "cellXfs") isInCellLooks = false;
    },
  });
  return dayStyles;
}
