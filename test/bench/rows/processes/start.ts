// B10: from starting the process to its first poll, on PostgreSQL that is migrated and holds the places: a restart or a deploy.
//
// Beside: a bare grammY bot of three lines. Both are plain JavaScript for Node (ours as `npm start` builds it) and poll the same
// sandbox. Ours checks the migrations and the places, opens the database, and holds the lease that lets one process poll.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { openScene } from "../../../faults/process/scene.js";
import { builtApp } from "../../../support/built-app.js";
import { byTurns, ms, type Row, times } from "../../report.js";

export async function startToFirstPoll(): Promise<Row[]> {
  const { main } = await builtApp();
  const scene = await openScene();
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    BOT_TOKEN: scene.world.token,
    TELEGRAM_API_ROOT: scene.server.url,
    DATABASE_URL: scene.database.url,
    DATA_DIR: "/tmp/bot-bench-unused",
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
      ours: untilPolled(main),
      bare: untilPolled(join(import.meta.dirname, "../..", "bare-bot.js")),
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
  }
}
