// The folder of the project, whether this runs as source, as built program or from the image: what is not code lies below it.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

export const PROJECT_ROOT = rootAbove(import.meta.dirname);

function rootAbove(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error("No package.json above the program: its files were moved apart.");
  return rootAbove(above);
}
