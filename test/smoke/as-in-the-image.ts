// What the image holds, put together as the Dockerfile does it, in a folder of its own: the files it copies and the packages that are
// installed without those for development. Returns the folder.
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** One line of the Dockerfile's last stage: COPY what where. */
const COPY = /^COPY (?!--from=dependencies)(?:--from=build )?(.+) (\S+)$/gm;

export async function asInTheImage(root = process.cwd()): Promise<{ folder: string; remove(): Promise<void> }> {
  const dockerfile = await readFile(join(root, "Dockerfile"), "utf8");
  const lastStage = dockerfile.slice(dockerfile.lastIndexOf("\nFROM "));
  const folder = await mkdtemp(join(tmpdir(), "bot-image-"));
  for (const [, what = "", where = ""] of lastStage.matchAll(COPY)) {
    for (const path of what.split(" ").map((one) => one.replace(/^\/app\//, ""))) {
      const to = where.endsWith("/") ? join(folder, where, path) : join(folder, where);
      await mkdir(dirname(to), { recursive: true });
      await cp(join(root, path), to, { recursive: true });
    }
  }
  for (const path of await packagesToRun(root)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await symlink(join(root, path), join(folder, path));
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** As `npm ci --omit=dev` chooses them: those of the lock file that are not for development alone. Nested ones come with theirs. */
async function packagesToRun(root: string): Promise<string[]> {
  const lock = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean; optional?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([path, one]) => path.startsWith("node_modules/") && !path.slice(13).includes("node_modules/") && !one.dev)
    .filter(([, one]) => one.optional !== true)
    .map(([path]) => path);
}
