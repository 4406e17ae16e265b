// Another reader of our workbooks: LibreOffice, where it is installed (apt-get install libreoffice-calc).
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SOFFICE = ["soffice", "libreoffice"].find((name) => {
  try {
    execFileSync(name, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});

export const hasLibreOffice = SOFFICE !== undefined;

export const WHY_SKIPPED = "No LibreOffice here: nothing else has read our workbooks. Install libreoffice-calc.";

/** The first sheet of a workbook as CSV, its cells as LibreOffice shows them. */
export async function shownByLibreOffice(bytes: Uint8Array): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "shown-"));
  try {
    await writeFile(join(folder, "sheet.xlsx"), bytes);
    // 44: commas, 34: quotes, 76: UTF-8; as the cells look.
    execFileSync(
      SOFFICE ?? "",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true",
        "--outdir",
        folder,
        join(folder, "sheet.xlsx"),
      ],
      { stdio: "ignore" },
    );
    return await readFile(join(folder, "sheet.csv"));
  } finally {
    await rm(folder, { recursive: true });
  }
}
