// B10: from starting the process to its first poll, on PostgreSQL that is migrated and holds the places: a restart or a deploy.
//
// Beside: a bare grammY bot of three lines. Both are plain JavaScript for Node (ours as `npm start` builds it) and poll the same
// sandbox. Ours checks the migrations and the places, opens the database, and holds the lease that lets one process poll.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { openScene } from "../faults/scene.js";
import { byTurns, ms, type Row, times } from "./report.js";

const ROOT = join(import.meta.dirname, "../..");

export async function startToFirstPoll(): Promise<Row[]> {
  const built = await build();
  const scene = await openScene();
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    BOT_TOKEN: scene.world.token,
    TELEGRAM_API_ROOT: scene.server.url,
    DATABASE_URL: scene.database.url,
    DATA_DIR: built.folder,
    PORT: "0",
    LOG_LEVEL: "warn",
  };
  const untilPolled = (program: string) => async () => {
    const startedAt = performance.now();
    const child = spawn(process.execPath, [program], { env, stdio: "ignore" });
    const polled = scene.until("it polls", () => scene.world.poller !== undefined, 60);
    const ended = once(child, "exit");
    await Promise.race([polled, ended]);
    const taken = performance.now() - startedAt;
    if (child.exitCode !== null) throw new Error(`${program} ended before it polled`);
    // As a deploy does: it gives its lease back, so that the next need not wait for it.
    child.kill("SIGTERM");
    await ended;
    await scene.until("the poll has ended", () => scene.world.poller === undefined, 60);
    return taken;
  };
  try {
    const works = {
      ours: untilPolled(join(built.folder, "dist/main.js")),
      bare: untilPolled(join(import.meta.dirname, "bare-bot.js")),
    };
    for (const warmUp of [works.ours, works.bare]) await warmUp();
    const { ours, bare } = await byTurns(7, works);
    return [
      {
        id: "B10",
        workload: "start to first poll, PostgreSQL",
        ours: ms(ours),
        beside: `bare grammY bot ${ms(bare)}`,
        ratio: times(ours / bare),
        target: "≤ 2 ×",
        meets: ours / bare <= 2,
      },
    ];
  } finally {
    await scene.close();
    await rm(built.folder, { recursive: true, force: true });
  }
}

/** Below the sources, where its packages are found, and not in the place of a build that somebody runs. */
async function build(): Promise<{ folder: string }> {
  await mkdir(join(ROOT, "data"), { recursive: true });
  const folder = await mkdtemp(join(ROOT, "data", "bench-"));
  const compiler = spawn(
    join(ROOT, "node_modules/.bin/tsc"),
    ["-p", "tsconfig.build.json", "--outDir", join(folder, "dist")],
    {
      cwd: ROOT,
      stdio: "inherit",
    },
  );
  const [code] = await once(compiler, "exit");
  if (code !== 0) throw new Error("the build failed");
  // What the program reads beside its code.
  for (const name of ["prisma", "src"]) await symlink(join(ROOT, name), join(folder, name));
  return { folder };
}
