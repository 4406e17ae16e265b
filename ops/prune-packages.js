// For the image: of what `npm ci --omit=dev` leaves, removes what no program of ours loads. `--omit=dev` keeps packages that are also an
// optional peer of another one: Prisma's command line, a compiler, a studio, two hundred megabytes.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const root = process.argv[2] ?? ".";
const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
for (const [path, { dev, devOptional }] of Object.entries(packages)) {
  // A compiler's binary is listed as optional alone.
  const isTool = dev || devOptional || path.startsWith("node_modules/@typescript/");
  if (path !== "" && isTool) rmSync(join(root, path), { recursive: true, force: true });
}

/** Names of commands, some of what is gone by now. */
rmSync(join(root, "node_modules/.bin"), { recursive: true, force: true });

/** One database is spoken to; the compilers of queries for the others are half of the client. */
const runtime = join(root, "node_modules/@prisma/client/runtime");
const OTHERS = /\.(cockroachdb|mysql|sqlite|sqlserver)\./;
if (existsSync(runtime)) for (const file of readdirSync(runtime)) if (OTHERS.test(file)) rmSync(join(runtime, file));

/** Maps and types are for those who read code. */
function slim(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) slim(path);
    else if (/\.(map|d\.[cm]?ts)$/.test(entry.name)) rmSync(path);
  }
}
slim(join(root, "node_modules"));
