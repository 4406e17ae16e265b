// Spreadsheets of LibreOffice (OpenDocument 1.3): an archive whose part content.xml holds every sheet.
import type { Grid } from "../../domain/roster/reading/grid.js";
import { FileRefusal } from "../bounds/file-refusal.js";
import { readXml } from "../xml-part.js";
import type { ZipParts } from "../zip-parts.js";
import { OdsListener } from "./ods-listener.js";

/** @throws FileRefusal */
export async function readOds(zip: ZipParts): Promise<readonly Grid[]> {
  await refuseLocked(zip);
  const listener = new OdsListener();
  await readXml(zip.unpack("content.xml"), listener);
  if (listener.grids.length === 0) throw new FileRefusal("no-workbook", "a document without sheets");
  return listener.grids;
}

/** With a password the parts are there but unreadable; the manifest says so. */
async function refuseLocked(zip: ZipParts): Promise<void> {
  if (!zip.has("META-INF/manifest.xml")) return;
  let isLocked = false;
  await readXml(zip.unpack("META-INF/manifest.xml"), {
    open: (name) => {
      isLocked ||= name === "encryption-data";
    },
  });
  if (isLocked) throw new FileRefusal("password", "an encrypted document");
}
