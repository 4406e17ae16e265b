// The program as `npm start` builds it, for those who start it as a process: it starts in a second, its sources would take four.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { buildPrograms } from "../../build.js";

const ROOT = join(import.meta.dirname, "../..");
/** Of the tests, and built with it: it dies where it is told. */
const APP_UNDER_TEST = "test/faults/process/app-under-test";
let building: Promise<{ main: string; appUnderTest: string; folder: string }> | undefined;

/** Built once a run. Returns the programs' paths. */
export function builtApp(): Promise<{ main: string; appUnderTest: string }> {
  building ??= build();
  return building;
}

export async function removeBuiltApp(): Promise<void> {
  const built = await building?.catch(() => undefined);
  building = undefined;
  if (built !== undefined) await rm(built.folder, { recursive: true, force: true });
}

/** Below the sources, where its packages are found, and not in the place of a build that somebody runs. */
async function build() {
  await mkdir(join(ROOT, "data"), { recursive: true });
  const folder = await mkdtemp(join(ROOT, "data", "built-"));
  await buildPrograms({ whole: { main: "src/main.ts", "app-under-test": `${APP_UNDER_TEST}.ts` }, outdir: folder });
  return { folder, main: join(folder, "main.js"), appUnderTest: join(folder, "app-under-test.js") };
}
