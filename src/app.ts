// Joins every part; the only file that knows them all. Started by main.ts, by the demo and by tests, each with its own clock.
import { randomBytes, randomUUID } from "node:crypto";
import { Api } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import { createBot } from "./bot/bot.js";
import { openQuestionOf } from "./bot/forms/forms.js";
import { createApology } from "./bot/gate/apology.js";
import { publishCommandMenu, publishDescriptions } from "./bot/talk/command-menu.js";
import type { Config } from "./config.js";
import { createBoarding, whenAwake } from "./delivery/boarding.js";
import { createDispatcher } from "./delivery/dispatcher.js";
import { createPace, type PaceRules } from "./delivery/pace.js";
import { createReplyGate } from "./delivery/reply-gate.js";
import { answerOf, isOutage } from "./delivery/telegram/answers.js";
import { createSend } from "./delivery/telegram/send.js";
import { createDownload } from "./delivery/telegram/telegram-download.js";
import { createTelegramFetch, LONGEST_CALL_MILLISECONDS } from "./delivery/telegram/telegram-fetch.js";
import { DEFAULT_BUDGET } from "./domain/messages/message-budget.js";
import { changedHolidays, DEFAULT_HOLIDAYS, type Holiday, knowledgeOf, restDaysOf } from "./domain/time/holidays.js";
import { createRosterFiles } from "./files/roster-files.js";
import { createLanes } from "./intake/lanes.js";
import { limitPerChat } from "./intake/per-chat-limit.js";
import { pollInTurn } from "./intake/poll-in-turn.js";
import { pollUpdates, TokenRefusedError } from "./intake/poller.js";
import { createSaturation } from "./intake/saturation.js";
import { createClockStopper } from "./intake/stop-clocks.js";
import { isFromTelegram, receiveWebhook } from "./intake/webhook.js";
import { runAllJobs, startTimetable } from "./jobs/run-jobs.js";
import { causeOf, type Log } from "./ports/queue/log.js";
import { backOffMilliseconds, type Sleep } from "./ports/queue/waiting.js";
import type { Clock, World } from "./ports.js";
import { readQuestions, SHIPPED_QUESTIONS } from "./questionnaire.js";
import { createSleeper } from "./sleep.js";
import type { Database } from "./storage/engine/database.js";
import { isDatabaseAway } from "./storage/engine/database-away.js";
import { openDatabase } from "./storage/engine/open-database.js";
import { createFiles } from "./storage/folders/files.js";
import { makePrivateFolder } from "./storage/folders/private-folder.js";
import { prepareDatabase } from "./storage/migrations/prepare-database.js";
import { createDelivery } from "./storage/queue/delivery.js";
import { createInbox } from "./storage/queue/inbox.js";
import { createStore } from "./storage/store.js";
import { createConversations } from "./storage/upkeep/conversations.js";
import { createLeases } from "./storage/upkeep/leases.js";
import { ensureNationalAdmins, NOTICES_IN_FORCE } from "./use-cases/index.js";
import { createMetrics } from "./web/metrics.js";
import { startWeb } from "./web/server.js";
import { judgeRosterInWorker } from "./workers/judge-roster-in-worker.js";
import { createPosters } from "./workers/posters-in-worker.js";
import { writeWorkbook } from "./workers/write-workbook.js";

export interface AppOptions {
  config: Config;
  clock: Clock;
  log: Log;
  /** Already open, as in the demo and in tests; else opened as the configuration says. It is closed by stop(). */
  database?: Database;
  /** How quickly messages may leave; Telegram's own limits when missing. A Bot API server of one's own may allow more. */
  pace?: PaceRules;
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

/** Longer than an update may be in anybody's hands (under-deadline.ts): then a chat is silent and no process knows. */
const STUCK_AFTER_MILLISECONDS = 6 * 60_000;

export async function startApp({ config, clock, log, onFatal, ...options }: AppOptions): Promise<App> {
  const questions = await readQuestions(config.questionsDir ?? SHIPPED_QUESTIONS);
  await makePrivateFolder(config.dataDir);
  const database = options.database ?? (await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir }));
  const { prisma } = database;
  const { sleep, wakeAll } = createSleeper();
  const { migrations, places } = await prepareDatabase(database, { log, sleep });
  log.info("database.ready", { embedded: database.embedded, migrations: migrations.length, places });
  if (database.embedded)
    log.warn("database.embedded", { advice: "good for trying out; use DATABASE_URL for real data" });
  const holidays = changedHolidays(DEFAULT_HOLIDAYS, config.holidays);
  warnOfMissingHolidays(holidays, clock, log);

  const worker = randomUUID();
  const delivery = createDelivery(prisma);
  const inbox = createInbox(prisma);
  const metrics = createMetrics(async () => {
    const now = clock.now();
    const { depth, oldestDueAt } = await delivery.backlog(now);
    const age = (since: Date | null) => (since === null ? 0 : (now.getTime() - since.getTime()) / 1000);
    return {
      oldestDueSeconds: age(oldestDueAt),
      oldestErasureSeconds: age(await world.store.erasures.oldestUnfinishedAt()),
      outbox: depth,
      inbox: await inbox.counts(),
      lanesBusy: lanes.busy(),
      inFlight: dispatcher.inFlight(),
    };
  });
  const pace = createPace(options.pace);
  const gate = createReplyGate({ delivery, pace, clock, sleep, log });
  await gate.remember();
  const apiOptions = (absorb: "replies" | "never") => ({
    apiRoot: config.telegramApiRoot,
    fetch: createTelegramFetch({
      sleep,
      absorb,
      ...(absorb === "replies" && { gate }),
      observe(method, code) {
        metrics.telegramAnswered(method, code);
        // Whoever just spoke does not wait behind an announcement that takes all that Telegram allows.
        if (absorb === "replies" && code === "429") pace.makeWay(clock.now());
      },
    }),
  });
  const api = new Api(config.botToken, apiOptions("never"));
  const botInfo = await getMe(api, sleep, log);

  const download = createDownload({ api, apiRoot: config.telegramApiRoot, token: config.botToken });
  const world: World = {
    store: createStore(database),
    clock,
    ids: { token: () => randomBytes(16).toString("base64url") },
    files: createFiles({ folder: `${config.dataDir}/files`, download }),
    rosters: createRosterFiles({ download, judge: (bytes, choices) => judgeRosterInWorker(bytes, choices, clock) }),
    workbooks: { write: writeWorkbook },
    posters: createPosters(),
    forms: { openQuestion: (draft) => openQuestionOf(world, draft) },
    settings: {
      rest: restDaysOf(holidays),
      budget: { ...DEFAULT_BUDGET, ...config.budget },
      notices: NOTICES_IN_FORCE,
      dataContact: config.dataContact,
      ...config.keeping,
      noticeTerms: config.noticeTerms,
      questions,
      botUsername: botInfo.username,
      namedAdmins: config.adminTelegramIds,
    },
  };
  await ensureNationalAdmins(world, config.adminTelegramIds);

  const dispatcher = createDispatcher({
    delivery,
    send: createSend(api),
    clock,
    sleep,
    log,
    worker,
    alone: database.embedded,
    pace,
    postpone: (post, now) => whenAwake(world.settings, post, now),
    board: createBoarding(delivery, world.settings),
    onAnswer: ({ kind }, answer) => metrics.postAnswered(kind, answer.next),
    onTokenFault: () => onFatal(new TokenRefusedError()),
  });
  const replies = { token: config.botToken, client: apiOptions("replies") };
  const handle = createBot(world, {
    ...replies,
    botInfo,
    conversations: createConversations(prisma),
    reportError: (error, updateId) => log.error("update.failed", { updateId, cause: causeOf(error) }),
  });
  const isSaturated = createSaturation();
  const clocks = createClockStopper({ api, log, isSaturated });
  const lanes = createLanes({
    inbox,
    handle: (update: Update) => handle(update),
    clock,
    sleep,
    log,
    worker,
    alone: database.embedded,
    isOutage: (error) => isOutage(error) || isDatabaseAway(error),
    isSaturated,
    isDoorBusy: clocks.isBehind,
    apologise: createApology(world, replies),
    tellOfExcess: createApology(world, replies, "tooMuchAtOnce"),
    onHandled: dispatcher.wake,
  });

  const door = limitPerChat(inbox);
  const onUpdates = (updates: object[]) => {
    clocks.stop(updates.filter(door.hasPassed));
    lanes.wake();
  };

  // With a webhook Telegram comes to us.
  let isFetching = config.webhook !== undefined;
  const web = await startWeb({
    port: config.port,
    notReady: async () => {
      const isStuck = await inbox.isStuck(new Date(clock.now().getTime() - STUCK_AFTER_MILLISECONDS)).catch(() => null);
      return [
        ...(isStuck === null ? ["database"] : []),
        ...(isStuck === true ? ["inbox"] : []),
        ...(lanes.isRunning() ? [] : ["lanes"]),
        ...(isFetching ? [] : ["poller"]),
      ];
    },
    metrics,
    webhook: config.webhook && {
      path: new URL(config.webhook.url).pathname,
      isAllowed: (secret) => isFromTelegram(secret, config.webhook?.secret ?? ""),
      receive: (body) => receiveWebhook({ inbox: door.inbox, clock, onUpdates }, body),
    },
  });

  const timetable = startTimetable(world, log, {
    afterwards: dispatcher.wake,
    sleep,
    isOutage: isDatabaseAway,
    ran: (job, milliseconds, result) => metrics.jobRan(job, milliseconds / 1000, result, clock.now()),
  });
  lanes.start();
  dispatcher.start();
  const polling = new AbortController();
  let polled: Promise<void> = Promise.resolve();
  if (config.webhook === undefined) {
    isFetching = true;
    const poll = (signal: AbortSignal) => pollUpdates({ api, inbox: door.inbox, clock, sleep, log, onUpdates }, signal);
    polled = (
      database.embedded
        ? poll(polling.signal)
        : pollInTurn({ leases: createLeases(prisma), clock, sleep, log, worker, poll }, polling.signal)
    )
      .catch((error) => onFatal(error as Error))
      .finally(() => {
        isFetching = false;
      });
  } else {
    await api.setWebhook(config.webhook.url, { secret_token: config.webhook.secret });
  }
  // A menu that could not be set costs comfort, not function: the next start tries again.
  await publishCommandMenu(api).catch((error) => log.warn("commands.not-set", { cause: causeOf(error) }));
  await publishDescriptions(api).catch((error) => log.warn("descriptions.not-set", { cause: causeOf(error) }));
  log.info("app.started", { bot: botInfo.username, port: web.port, intake: config.webhook ? "webhook" : "polling" });

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
      await runAllJobs(world, log, options);
      await settle();
    },
    async stop() {
      // No new work first, then the work in hand, then the doors, the database last.
      await timetable.stop();
      polling.abort();
      const [inFlight] = await Promise.all([dispatcher.stop(GRACE_MILLISECONDS), lanes.stop(GRACE_MILLISECONDS)]);
      wakeAll();
      await polled;
      await web.close();
      await database.close();
      log.info("app.stopped", { inFlight });
    },
  };
}

/** Telegram may be away while we start: then we wait for it, as long as it takes. @throws TokenRefusedError */
async function getMe(api: Api, sleep: Sleep, log: Log): Promise<UserFromGetMe> {
  for (let failures = 1; ; failures++) {
    try {
      return await api.getMe();
    } catch (error) {
      if (answerOf(error).next === "token-fault") throw new TokenRefusedError();
      log.warn("telegram.away", { failures, cause: causeOf(error) });
      await sleep(backOffMilliseconds(failures, 5000));
    }
  }
}

/** Also of the coming year once it is near: whoever starts the bot in December is rarely there at New Year. */
function warnOfMissingHolidays(holidays: readonly Holiday[], clock: Clock, log: Log): void {
  const now = clock.now();
  const soon = new Date(now.getTime() + 60 * 24 * 3_600_000);
  for (const year of new Set([now.getUTCFullYear(), soon.getUTCFullYear()])) {
    const knowledge = knowledgeOf(holidays, year);
    if (knowledge === "decreed") continue;
    const advice = "put the decreed days into HOLIDAYS, and those it does not name with a minus";
    log.warn(knowledge === "unknown" ? "holidays.missing" : "holidays.expected", { year, advice });
  }
}
