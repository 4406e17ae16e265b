// The folder of the project, whether this runs as source, as built program or from the image: what is not code lies below it.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const PROJECT_ROOT = rootAbove(import.meta.dirname);

/** Of package.json. */
export const VERSION: string = JSON.parse(readFileSync(join(PROJECT_ROOT, "package.json"), "utf8")).version;

function rootAbove(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error("No package.json above the program: its files were moved apart.");
  return rootAbove(above);
}
