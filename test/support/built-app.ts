// The program as `npm start` builds it, for those who start it as a process: it starts in a second, its sources would take four.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";

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
  const project = {
    extends: join(ROOT, "tsconfig.build.json"),
    compilerOptions: { rootDir: ROOT, outDir: folder, sourceMap: false },
    include: [join(ROOT, "src"), join(ROOT, `${APP_UNDER_TEST}.ts`)],
    exclude: ["sandbox", "demo", "demo.ts"].map((name) => join(ROOT, "src", name)),
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(project));
  const compiler = spawn(join(ROOT, "node_modules/.bin/tsc"), ["-p", folder], { stdio: "inherit" });
  const [code] = await once(compiler, "exit");
  if (code !== 0) throw new Error("the build failed");
  // What the program reads beside its code.
  for (const name of ["prisma", "src/questions"]) await symlink(join(ROOT, name), join(folder, name));
  return { folder, main: join(folder, "src/main.js"), appUnderTest: join(folder, `${APP_UNDER_TEST}.js`) };
}
