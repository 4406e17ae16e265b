// Workbooks of Excel since 2007, and of whatever else writes them: an archive of XML parts (ECMA-376).
import type { Grid } from "../../domain/roster/reading/grid.js";
import { type CellCount, GridBuilder } from "../cells/grid-builder.js";
import { readXml } from "../xml-part.js";
import type { ZipParts } from "../zip-parts.js";
import { readSharedStrings } from "./shared-strings.js";
import { SheetListener } from "./sheet-listener.js";
import { readDayStyles } from "./styles.js";
import { readWorkbook } from "./workbook.js";

/** All sheets, hidden ones too; charts and macros are none. @throws FileRefusal */
export async function readXlsx(zip: ZipParts, workbookPart: string): Promise<readonly Grid[]> {
  const workbook = await readWorkbook(zip, workbookPart);
  const strings = workbook.stringsPart === undefined ? [] : await readSharedStrings(zip, workbook.stringsPart);
  const dayStyles = workbook.stylesPart === undefined ? [] : await readDayStyles(zip, workbook.stylesPart);
  const count: CellCount = { cells: 0 };
  const grids: Grid[] = [];
  for (const { name, isHidden, part } of workbook.sheets) {
    const builder = new GridBuilder({ name, isHidden, epoch: workbook.epoch }, count);
    await readXml(zip.unpack(part), new SheetListener(builder, { strings, dayStyles, epoch: workbook.epoch }));
    grids.push(builder.grid());
  }
  return grids;
}
