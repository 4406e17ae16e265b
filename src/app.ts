// Opens the doors of what join.ts joins, and closes them. Started by main.ts, by the demo and by tests, each with its own clock.
import { randomUUID } from "node:crypto";
import { publishCommandMenu, publishDescriptions } from "./bot/talk/command-menu.js";
import type { Config } from "./config.js";
import type { PaceRules } from "./delivery/pace.js";
import { LONGEST_CALL_MILLISECONDS } from "./delivery/telegram/telegram-fetch.js";
import { readFeedbackQuestions, SHIPPED_FEEDBACK } from "./feedback-questions.js";
import { keepWebhookSet, type WebhookStanding } from "./intake/doors/keep-webhook-set.js";
import { pollInTurn } from "./intake/doors/poll-in-turn.js";
import { pollUpdates } from "./intake/doors/poller.js";
import { receiveWebhook } from "./intake/doors/receive-webhook.js";
import { limitPerChat } from "./intake/per-chat-limit.js";
import { runAllJobs, startTimetable } from "./jobs/run-jobs.js";
import { secondsBetween, TIMETABLE } from "./jobs/timetable.js";
import { join } from "./join.js";
import { causeOf, type Log } from "./ports/queue/log.js";
import type { Clock, World } from "./ports.js";
import { VERSION } from "./project-root.js";
import { readQuestions, SHIPPED_QUESTIONS } from "./questionnaire.js";
import { readSimMapping, SHIPPED_SIM } from "./sim-mapping.js";
import { createSleeper, within } from "./sleep.js";
import type { Database } from "./storage/engine/database.js";
import { isDatabaseAway } from "./storage/engine/database-away.js";
import { openDatabase } from "./storage/engine/open-database.js";
import { readMark, writeMark } from "./storage/folders/mark.js";
import { createMemory, DatabasePutBackError } from "./storage/folders/memory.js";
import { DataFolderError, makeWritableFolder, probeFolder } from "./storage/folders/private-folder.js";
import { prepareDatabase } from "./storage/migrations/prepare-database.js";
import { warnOfClock } from "./storage/upkeep/clock-apart.js";
import { createLeases } from "./storage/upkeep/leases.js";
import { probeDatabase } from "./storage/upkeep/probe.js";
import { noticeRestore } from "./storage/upkeep/restores.js";
import { tellOfWebhook } from "./use-cases/index.js";
import { openWeb, type Ready } from "./web/open-web.js";
import { createReadiness } from "./web/readiness.js";

export interface AppOptions {
  config: Config;
  clock: Clock;
  log: Log;
  /** Already open, as in the demo and in tests; else opened as the configuration says. It is closed by stop(). */
  database?: Database;
  /** How quickly messages may leave; Telegram's own limits when missing. A Bot API server of one's own may allow more. */
  pace?: PaceRules;
  /** How long a stop waits for what is in flight; given by tests that must not wait. */
  graceMilliseconds?: number;
  /** Something ended for good (a second poller, a refused token): the process should end with this message. */
  onFatal(error: Error): void;
}

export interface App {
  world: World;
  /** Where health, readiness and the webhook answer. */
  port: number;
  /**
   * Runs every job once at the clock's time and delivers all that is due: how the demo and tests let time pass. Without `nightly` not
   * the jobs that are woken once a day.
   */
  tick(options?: { nightly?: boolean }): Promise<void>;
  /** Resolves when every update that came in has been handled and all that is due was delivered. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A stop waits this long for what is in flight: a second longer than the slowest call (telegram-fetch.ts), so that every answer is
 * heard and nothing becomes unknown by a deploy. It is over as soon as the last answer is there, commonly within 0.1 s. The
 * supervisor must have more patience: compose.yaml gives 50 s.
 */
const GRACE_MILLISECONDS = LONGEST_CALL_MILLISECONDS + 1000;

/** And then this long for the doors and the database: one that does not answer must not use up the supervisor's patience. */
const CLOSING_MILLISECONDS = 5000;

/** Longer than an update may be in anybody's hands (under-deadline.ts): then a chat is silent and no process knows. */
const STUCK_AFTER_MILLISECONDS = 6 * 60_000;

/** A backup is older than this: then the database that comes out of it is behind what is remembered. */
const REMEMBERED_EVERY_MILLISECONDS = 10_000;

const CLOCKS_COMPARED_EVERY_MILLISECONDS = 60 * 60_000;

/** A statement of ours takes milliseconds. */
const PATIENCE_WITH_DATABASE_MILLISECONDS = 3000;

export async function startApp({ config, clock, log, onFatal, ...options }: AppOptions): Promise<App> {
  const questions = await readQuestions(config.questionsDir ?? SHIPPED_QUESTIONS);
  const feedback = await readFeedbackQuestions(SHIPPED_FEEDBACK);
  const sim = await readSimMapping(config.simDir ?? SHIPPED_SIM, questions);
  const folder = await makeWritableFolder(config.dataDir);
  if (folder !== null) throw new DataFolderError(config.dataDir, folder);
  const startedWith = { ready: undefined as Ready | undefined };
  // Before the database, which may take its time: anyone who watches sees a living process from the first second.
  const web = await openWeb(config, startedWith);
  const database = options.database ?? (await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir }));
  const { prisma } = database;
  const { sleep, wakeAll } = createSleeper();
  const { migrations, places } = await prepareDatabase(database, { log, sleep });
  const mark = await readMark(config.dataDir);
  const { isNoticed, standing } = await noticeRestore(database, mark, clock.now());
  if (isNoticed) log.warn("database.restored", { advice: "nothing unasked leaves until an operator has decided" });
  await writeMark(config.dataDir, standing);
  const onPutBack = () => {
    log.error("database.put-back", { advice: "the next start holds what waits until an operator has decided" });
    onFatal(new DatabasePutBackError());
  };
  const memory = createMemory(prisma, config.dataDir, { standing, onPutBack });
  log.info("database.ready", { embedded: database.embedded, migrations: migrations.length, places });
  if (database.embedded)
    log.warn("database.embedded", { advice: "good for trying out; use DATABASE_URL for real data" });

  // An embedded one has no clock but this machine's.
  const compareClocks = async () => (database.embedded ? undefined : warnOfClock(prisma, clock, log));
  await compareClocks();

  const worker = randomUUID();
  const { pace } = options;
  const readiness = createReadiness({
    now: () => performance.now(),
    intake: config.webhook === undefined ? "polling" : "webhook",
    probeDatabase: () => probeDatabase(prisma, PATIENCE_WITH_DATABASE_MILLISECONDS),
    probeFolder: () => probeFolder(config.dataDir),
    isInboxStuck: () => joined.inbox.isStuck(new Date(clock.now().getTime() - STUCK_AFTER_MILLISECONDS)),
    areLanesRunning: () => joined.lanes.isRunning(),
    inFlight: () => joined.dispatcher.inFlight(),
  });
  const joined = await join({
    ...{ config, clock, log, sleep, database, questions, feedback, sim, worker, pace, onFatal, version: VERSION },
    ...{ noted: memory.noted, onSettled: readiness.settled, onLooked: readiness.looked },
  });
  const { world, api, inbox, lanes, dispatcher, clocks, metrics } = joined;

  const door = limitPerChat(inbox);
  const onUpdates = (updates: object[]) => {
    clocks.stop(updates.filter(door.hasPassed));
    lanes.wake();
  };
  startedWith.ready = {
    readiness,
    metrics,
    receive: (body) => receiveWebhook({ inbox: door.inbox, clock, onUpdates }, body),
  };

  // What is owed by now is written down while it is held: the decision about the backup is about all of it.
  if (isNoticed) await runAllJobs(world, log, { nightly: false });
  // From here on something may be on its way, and nothing is waited for any more: the process that starts us must be able to stop us properly.
  const timetable = startTimetable(world, log, {
    afterwards: dispatcher.wake,
    sleep,
    isOutage: isDatabaseAway,
    ran: (job, milliseconds, result) => {
      metrics.jobRan(job, milliseconds / 1000, result, clock.now());
      readiness.jobRan(job, result);
    },
  });
  for (const job of TIMETABLE) metrics.expectJob(job.name, secondsBetween(job), clock.now());
  lanes.start();
  dispatcher.start();
  const intake = new AbortController();
  const fetched = (
    config.webhook === undefined ? fetchInTurn(intake.signal) : keep(config.webhook, intake.signal)
  ).catch((error) => onFatal(error as Error));
  // A menu that could not be set costs comfort, not function: the next start tries again.
  void publishCommandMenu(api)
    .catch((error) => log.warn("commands.not-set", { cause: causeOf(error) }))
    .then(() => publishDescriptions(api))
    .catch((error) => log.warn("descriptions.not-set", { cause: causeOf(error) }));
  log.info("app.started", {
    bot: world.settings.botUsername,
    port: web.port,
    intake: config.webhook ? "webhook" : "polling",
  });

  const remember = () => memory.note().catch((error) => log.warn("mark.not-written", { cause: causeOf(error) }));
  const remembering = setInterval(remember, REMEMBERED_EVERY_MILLISECONDS).unref();

  const comparing = setInterval(compareClocks, CLOCKS_COMPARED_EVERY_MILLISECONDS).unref();

  function fetchInTurn(signal: AbortSignal): Promise<void> {
    const onHeard = () => {
      readiness.heard();
      metrics.polled(clock.now());
    };
    const onHeldUp = lanes.heldUp;
    const poll = (turn: AbortSignal) =>
      pollUpdates({ api, inbox: door.inbox, clock, sleep, log, onUpdates, onHeldUp, onHeard }, turn);
    if (database.embedded) return poll(signal);
    const leases = createLeases(prisma);
    return pollInTurn({ leases, clock, sleep, log, worker, poll, onOthersTurn: onHeard }, signal);
  }

  /** With a webhook Telegram comes to us. */
  function keep({ url, secret }: { url: string; secret: string }, signal: AbortSignal): Promise<void> {
    const onStanding = (now: WebhookStanding) => {
      readiness.webhook(now);
      metrics.webhookSeen(now.pending, now.isOurs);
    };
    const onTakenBack = () => tellOfWebhook(world);
    return keepWebhookSet({ api, url, secret, clock, sleep, log, onStanding, onTakenBack }, signal);
  }

  const close = async () => {
    await fetched;
    await web.close();
    await remember();
    await database.close();
  };
  const settle = async () => {
    await lanes.idle();
    await dispatcher.drain();
  };
  return {
    world,
    port: web.port,
    settle,
    async tick(options) {
      // What fell due while the clock jumped leaves first, as it would have by itself; else it would be taken for late.
      await settle();
      if (await runAllJobs(world, log, options)) await settle();
    },
    async stop() {
      // No new work first, then the work in hand, then the doors, the database last. All at once, by the same grace: a job that takes
      // long must not let messages leave that are then cut off in the middle. Broken off, its next run does what is still owed.
      const grace = options.graceMilliseconds ?? GRACE_MILLISECONDS;
      intake.abort();
      clearInterval(remembering);
      clearInterval(comparing);
      const stopped = Promise.all([timetable.stop(grace), dispatcher.stop(grace), lanes.stop(grace)]);
      await within(grace + CLOSING_MILLISECONDS / 2, stopped);
      wakeAll();
      await within(CLOSING_MILLISECONDS / 2, close());
      log.info("app.stopped", { inFlight: dispatcher.inFlight(), jobs: timetable.running() });
    },
  };
}
