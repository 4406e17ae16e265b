// Wakes the jobs: by the clock on the wall, or all at once when a test or the demo has moved its own.
import cron from "node-cron";
import type { Log } from "../ports/log.js";
import type { World } from "../ports.js";
import { type Job, TIMETABLE } from "./timetable.js";

/** Told of every run: how long it took, and whether it came to its end. */
export type OnRun = (job: string, milliseconds: number, result: "done" | "failed") => void;

/** Runs every job once, in the order of the timetable. */
export async function runAllJobs(world: World, log: Log, jobs: Job[] = TIMETABLE): Promise<void> {
  for (const job of jobs) await runJob(world, log, job);
}

/** node-cron only wakes: it drops ticks that come late and remembers nothing, so no job may depend on a tick. */
export function startTimetable(
  world: World,
  log: Log,
  hooks: { afterwards(): void; ran: OnRun },
  jobs: Job[] = TIMETABLE,
): { stop(): Promise<void> } {
  const running = new Set<Promise<void>>();
  const tasks = jobs.map((job) =>
    cron.schedule(
      job.cron,
      async () => {
        const run = runJob(world, log, job, hooks.ran);
        running.add(run);
        await run;
        running.delete(run);
        hooks.afterwards();
      },
      { name: job.name, noOverlap: true, timezone: "Asia/Jakarta" },
    ),
  );
  return {
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()));
      // destroy() takes away the next tick only; a run under way still needs the database.
      await Promise.all(running);
    },
  };
}

/** An error ends this run, not the timetable: the next tick asks again for all that is still owed. */
async function runJob(world: World, log: Log, job: Job, ran: OnRun = () => {}): Promise<void> {
  const startedAt = performance.now();
  try {
    const counts = await job.run(world);
    ran(job.name, performance.now() - startedAt, "done");
    const did = Object.values(counts).some((count) => count > 0);
    // A tick with nothing due is no news.
    log[did ? "info" : "debug"]("job.done", {
      job: job.name,
      ms: Math.round(performance.now() - startedAt),
      ...counts,
    });
  } catch (error) {
    const cause = error instanceof Error ? error.name : "unknown";
    ran(job.name, performance.now() - startedAt, "failed");
    log.error("job.failed", { job: job.name, cause });
  }
}
