// From the bytes of a file to its sheets, whichever kind of file it is: the one door to every reader.

import { LARGEST_FILE_BYTES } from "../domain/files/largest-file.js";
import type { Grid } from "../domain/roster/reading/grid.js";
import type { RefusedBecause } from "../domain/roster/reading/roster-reading.js";
import { FileRefusal } from "./bounds/file-refusal.js";
import { decodeText } from "./csv/decode-text.js";
import { readCsv } from "./csv/read-csv.js";
import { whyNoTable } from "./csv/text-format.js";
import { fileFormatOf } from "./file-format.js";
import { readOds } from "./ods/read-ods.js";
import { readXls } from "./xls/read-xls.js";
import { readXlsx } from "./xlsx/read-xlsx.js";
import { findOfficeDocument } from "./xlsx/workbook.js";
import { openZip, type ZipParts } from "./zip-parts.js";

export type GridsReading =
  | {
      readonly ok: true;
      readonly grids: readonly Grid[];
      /** No mark says which letters a text file means. */
      readonly isEncodingGuessed: boolean;
    }
  | { readonly ok: false; readonly because: RefusedBecause; readonly detail: string };

export async function readGrids(bytes: Uint8Array): Promise<GridsReading> {
  try {
    const { grids, isEncodingGuessed } = await gridsOf(bytes);
    if (grids.every(({ rows }) => rows.length === 0)) throw new FileRefusal("empty", "no cell holds anything");
    return { ok: true, grids, isEncodingGuessed };
  } catch (fault) {
    if (!(fault instanceof FileRefusal)) throw fault;
    return { ok: false, because: fault.because, detail: fault.message };
  }
}

interface Grids {
  readonly grids: readonly Grid[];
  readonly isEncodingGuessed: boolean;
}

async function gridsOf(bytes: Uint8Array): Promise<Grids> {
  if (bytes.length > LARGEST_FILE_BYTES) throw new FileRefusal("too-big", `${bytes.length} bytes`);
  switch (fileFormatOf(bytes)) {
    case "zip":
      return { grids: await gridsInArchive(await openZip(bytes)), isEncodingGuessed: false };
    case "compound":
      return { grids: readXls(bytes), isEncodingGuessed: false };
    case "text":
      return gridInText(bytes);
    case "nothing":
      throw new FileRefusal("empty", "no bytes that mean anything");
    case "old-spreadsheet":
      throw new FileRefusal("other-format", "older than Excel 97");
    case "no-table":
      throw new FileRefusal("not-a-table", "another kind of file");
  }
}

async function gridsInArchive(zip: ZipParts): Promise<readonly Grid[]> {
  const document = await findOfficeDocument(zip);
  if (document !== undefined) {
    if (document.endsWith(".bin")) throw new FileRefusal("other-format", "a binary workbook");
    if (!/(^|\/)workbook\.xml$/i.test(document)) throw new FileRefusal("no-workbook", "another Office document");
    return await readXlsx(zip, document);
  }
  if (zip.has("xl/workbook.xml")) return await readXlsx(zip, "xl/workbook.xml");
  if (zip.has("content.xml")) return await readOds(zip);
  throw new FileRefusal("no-workbook", "an archive without a workbook");
}

function gridInText(bytes: Uint8Array): Grids {
  const { text, isGuessed } = decodeText(bytes);
  const because = whyNoTable(text);
  if (because !== undefined) throw new FileRefusal(because, "by how the text begins");
  return { grids: [readCsv(text)], isEncodingGuessed: isGuessed };
}
