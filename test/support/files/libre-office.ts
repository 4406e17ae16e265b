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
export function shownByLibreOffice(bytes: Uint8Array): Promise<Buffer> {
  // 44: commas, 34: quotes, 76: UTF-8; as the cells look.
  return resaved(bytes, { from: "xlsx", to: "csv", filter: ":Text - txt - csv (StarCalc):44,34,76,1,,0,false,true" });
}

/** A file as LibreOffice saves it after opening it. */
export async function resaved(
  bytes: Uint8Array,
  { from, to, filter = "" }: { from: string; to: string; filter?: string },
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "shown-"));
  try {
    await writeFile(join(folder, `sheet.${from}`), bytes);
    execFileSync(
      SOFFICE ?? "",
      [
        ...[`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", `${to}${filter}`],
        ...["--outdir", join(folder, "saved"), join(folder, `sheet.${from}`)],
      ],
      { stdio: "ignore" },
    );
    return await readFile(join(folder, "saved", `sheet.${to}`));
  } finally {
    await rm(folder, { recursive: true });
  }
}
