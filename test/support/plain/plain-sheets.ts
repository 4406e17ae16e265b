// Sheets for walks: workbooks and tables as they are, of what would be drawn the words. How they are drawn is tried in test/paper.
import { qrPicture } from "../../../src/bot/kit/qr-picture.js";
import { sheetCsv, sheetsWorkbook } from "../../../src/domain/files/sheet.js";
import { writeXlsx } from "../../../src/files/xlsx-out/write-xlsx.js";
import type { Sheets } from "../../../src/ports/paper/sheets.js";

export const plainSheets: Sheets = {
  xlsx: (sheets, about) => writeXlsx(sheetsWorkbook(sheets, about)),
  csv: async (sheet) => Buffer.from(sheetCsv(sheet)),
  pdf: async (sheets) => Buffer.from(JSON.stringify(sheets)),
  picture: async ({ title }) => qrPicture(title),
};
