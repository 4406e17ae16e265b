// Wakes the jobs: by the clock on the wall, or all at once when a test or the demo has moved its own.
import cron from "node-cron";
import { causeOf, type Log } from "../ports/queue/log.js";
import { backOffMilliseconds, type Sleep } from "../ports/queue/waiting.js";
import type { World } from "../ports.js";
import { withRulesNow } from "../use-cases/index.js";
import { type Job, lastDueAt, TIMETABLE, TIMETABLE_ZONE } from "./timetable.js";

/** Told of every run: how long it took, and whether it came to its end. */
export type OnRun = (job: string, milliseconds: number, result: "done" | "failed") => void;

export interface TimetableHooks {
  afterwards(): void;
  ran: OnRun;
  sleep: Sleep;
  /** True for an error that says nothing about the job, such as the database being away: it is run again until it is back. */
  isOutage?: (error: unknown) => boolean;
}

/** An outage is looked at again after 1, 2, 4 … seconds, at most this. */
const LONGEST_BACK_OFF_MILLISECONDS = 30_000;

/**
 * Runs every job once, in the order of the timetable; without `nightly` not those that are woken once a day. Returns whether any of
 * them found something to do.
 */
export async function runAllJobs(
  world: World,
  log: Log,
  { jobs = TIMETABLE, nightly = true }: { jobs?: Job[]; nightly?: boolean } = {},
): Promise<boolean> {
  let anyDid = false;
  for (const job of jobs) {
    if (nightly || isWokenByDay(job)) anyDid = (await runJob(world, log, job)) !== "idle" || anyDid;
  }
  return anyDid;
}

/** The hour is the second field of a line for cron; the third, where the line begins with seconds. */
function isWokenByDay({ cron }: Job): boolean {
  return cron.split(" ").at(-4) === "*";
}

export interface Timetable {
  /** Wakes nobody any more, and waits for the jobs that run, but no longer than this: broken off, a job's next run does what is still owed. */
  stop(graceMilliseconds: number): Promise<void>;
  /** How many jobs run now. */
  running(): number;
}

/** node-cron only wakes: it drops ticks that come late and remembers nothing, so no job may depend on a tick. */
export function startTimetable(world: World, log: Log, hooks: TimetableHooks, jobs: Job[] = TIMETABLE): Timetable {
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  /** Lost, it costs one run more. */
  const noteRun = (job: Job) =>
    world.store.traces
      .noteRun(job.name, world.clock.now())
      .catch((error: unknown) => log.warn("job.not-noted", { job: job.name, cause: causeOf(error) }));
  /** The job of the night would else wait for the next one. */
  const runThroughOutages = async (job: Job) => {
    for (let times = 1; !stopping.signal.aborted; times++) {
      const result = await runJob(world, log, job, hooks);
      if (result === "postponed") {
        await hooks.sleep(backOffMilliseconds(times, LONGEST_BACK_OFF_MILLISECONDS), stopping.signal);
        continue;
      }
      if (result !== "failed" && !isWokenByDay(job)) await noteRun(job);
      return;
    }
  };
  const keepTrack = async (run: Promise<void>) => {
    running.add(run);
    await run;
    running.delete(run);
  };
  /** What was due in a night when nobody was up runs now. Of the first night of all nobody knows. */
  const catchUp = async (job: Job) => {
    const dueAt = lastDueAt(job, world.clock.now());
    if (dueAt === null) return;
    const lastAt = await world.store.traces.lastRun(job.name);
    if (lastAt === null) await noteRun(job);
    else if (lastAt < dueAt) await runThroughOutages(job);
  };
  const nightly = jobs.filter((job) => !isWokenByDay(job));
  keepTrack(
    (async () => {
      for (const job of nightly) await catchUp(job);
    })().catch((error: unknown) => log.warn("job.not-caught-up", { cause: causeOf(error) })),
  );
  const tasks = jobs.map((job) =>
    cron.schedule(
      job.cron,
      async () => {
        await keepTrack(runThroughOutages(job));
        hooks.afterwards();
      },
      { name: job.name, noOverlap: true, timezone: TIMETABLE_ZONE },
    ),
  );
  return {
    async stop(graceMilliseconds) {
      stopping.abort();
      await Promise.all(tasks.map((task) => task.destroy()));
      // destroy() takes away the next tick only; a run under way still needs the database.
      const grace = new AbortController();
      await Promise.race([Promise.all(running), hooks.sleep(graceMilliseconds, grace.signal)]);
      grace.abort();
    },
    running: () => running.size,
  };
}

/** By the rules of this moment to its end. An error ends this run, not the timetable: the next tick asks again for all that is still owed. */
async function runJob(
  world: World,
  log: Log,
  job: Job,
  { ran, isOutage = () => false }: Partial<Pick<TimetableHooks, "ran" | "isOutage">> = {},
): Promise<"done" | "idle" | "failed" | "postponed"> {
  const startedAt = performance.now();
  try {
    const counts = await job.run(await withRulesNow(world));
    ran?.(job.name, performance.now() - startedAt, "done");
    const did = Object.values(counts).some((count) => count > 0);
    // A tick with nothing due is no news.
    log[did ? "info" : "debug"]("job.done", {
      job: job.name,
      ms: Math.round(performance.now() - startedAt),
      ...counts,
    });
    return did ? "done" : "idle";
  } catch (error) {
    ran?.(job.name, performance.now() - startedAt, "failed");
    const fields = { job: job.name, cause: causeOf(error) };
    if (isOutage(error)) {
      log.warn("job.postponed", fields);
      return "postponed";
    }
    log.error("job.failed", fields);
    return "failed";
  }
}
