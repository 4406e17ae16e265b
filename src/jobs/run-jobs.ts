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
  /** Milliseconds of a clock that nobody sets. */
  steady?: () => number;
}

/** An outage is looked at again after 1, 2, 4 … seconds, at most this. */
const LONGEST_BACK_OFF_MILLISECONDS = 30_000;

const LOOK_EVERY_MILLISECONDS = 1000;
/** Between two looks a clock that is only corrected moves by less; one that differs by more was set, or the machine was asleep. */
const LARGEST_SLIP_MILLISECONDS = 2000;
/** A process that stood still at half past three, without its clock being set, does the night's work within the hour. */
const CATCH_UP_EVERY_MILLISECONDS = 3_600_000;

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

/**
 * node-cron only wakes: it drops ticks that come late and remembers nothing, so no job may depend on a tick. It waits for an hour by the
 * clock on the wall, and when that is set back, for as long again: so a clock that was set wakes everybody anew.
 */
export function startTimetable(
  world: World,
  log: Log,
  { steady = () => performance.now(), ...hooks }: TimetableHooks,
  jobs: Job[] = TIMETABLE,
): Timetable {
  /** By the name of the job. */
  const running = new Map<string, Promise<void>>();
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
  /** Never beside itself: a tick while it runs still, or is being caught up with, is dropped. */
  const unlessRunning = async (job: Job, run: (job: Job) => Promise<void>) => {
    if (running.has(job.name) || stopping.signal.aborted) return;
    const ended = run(job).finally(() => running.delete(job.name));
    running.set(job.name, ended);
    await ended;
  };
  /** What was due in a night when nobody was up, or the process stood still, runs now. Of the first night of all nobody knows. */
  const catchUp = async (job: Job) => {
    const dueAt = lastDueAt(job, world.clock.now());
    if (dueAt === null) return;
    const lastAt = await world.store.traces.lastRun(job.name);
    if (lastAt === null) await noteRun(job);
    else if (lastAt < dueAt) await runThroughOutages(job);
  };
  const catchUpAll = async () => {
    for (const job of jobs.filter((job) => !isWokenByDay(job))) {
      await unlessRunning(job, catchUp).catch((error: unknown) =>
        log.warn("job.not-caught-up", { job: job.name, cause: causeOf(error) }),
      );
    }
  };
  const wakeByTheClock = () =>
    jobs.map((job) =>
      cron.schedule(
        job.cron,
        async () => {
          await unlessRunning(job, runThroughOutages);
          hooks.afterwards();
        },
        { name: job.name, timezone: TIMETABLE_ZONE, logger: loggerFor(log) },
      ),
    );
  let tasks = wakeByTheClock();
  void catchUpAll();

  const aheadBy = () => world.clock.now().getTime() - steady();
  let ahead = aheadBy();
  let caughtUpAt = steady();
  const look = () => {
    const setBy = aheadBy() - ahead;
    ahead += setBy;
    const wasSet = Math.abs(setBy) > LARGEST_SLIP_MILLISECONDS;
    if (wasSet) {
      log.warn("clock.set", { seconds: Math.round(setBy / 1000) });
      for (const task of tasks) void task.destroy();
      tasks = wakeByTheClock();
    }
    if (!wasSet && steady() - caughtUpAt < CATCH_UP_EVERY_MILLISECONDS) return;
    caughtUpAt = steady();
    void catchUpAll();
  };
  const looking = setInterval(look, LOOK_EVERY_MILLISECONDS).unref();
  return {
    async stop(graceMilliseconds) {
      stopping.abort();
      clearInterval(looking);
      await Promise.all(tasks.map((task) => task.destroy()));
      // destroy() takes away the next tick only; a run under way still needs the database.
      const grace = new AbortController();
      await Promise.race([Promise.allSettled(running.values()), hooks.sleep(graceMilliseconds, grace.signal)]);
      grace.abort();
    },
    running: () => running.size,
  };
}

/** node-cron's own lines, in our log: its one warning is of ticks that came too late, which lose nothing. */
function loggerFor(log: Log) {
  const nothing = () => {};
  return {
    ...{ info: nothing, debug: nothing, warn: () => log.warn("timetable.late") },
    error: (message: string | Error, error?: Error) =>
      log.error("timetable.failed", { cause: causeOf(error ?? message) }),
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
