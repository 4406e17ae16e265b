// Joins every part into one world; the only file that knows how. What it joins stands still until app.ts opens the doors.
import { randomBytes } from "node:crypto";
import { Api } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import { backupAgeSeconds } from "./backup/newest-backup.js";
import { createBot } from "./bot/bot.js";
import { openQuestionOf } from "./bot/forms/forms.js";
import { createApology } from "./bot/gate/apology.js";
import type { Config } from "./config.js";
import { createBoarding, whenAwake } from "./delivery/boarding.js";
import { createDispatcher, type Dispatcher } from "./delivery/dispatcher.js";
import { createPace, type PaceRules } from "./delivery/pace.js";
import { createReplyGate } from "./delivery/reply-gate.js";
import { answerOf, closedChatOf, isOutage } from "./delivery/telegram/answers.js";
import { createChangeCopy } from "./delivery/telegram/change-copy.js";
import { createScreens } from "./delivery/telegram/change-message.js";
import { createSend } from "./delivery/telegram/send.js";
import { createDownload } from "./delivery/telegram/telegram-download.js";
import { createTelegramFetch } from "./delivery/telegram/telegram-fetch.js";
import { DEFAULT_PROVINCE_RULE } from "./domain/caseload/with-province.js";
import type { FeedbackVersions } from "./domain/feedback/feedback.js";
import { DEFAULT_BUDGET } from "./domain/messages/message-budget.js";
import type { QuestionVersions } from "./domain/reports/questionnaire.js";
import type { SimMapping } from "./domain/sim/sim-mapping.js";
import { changedHolidays, DEFAULT_HOLIDAYS, type Holiday, knowledgeOf, restDaysOf } from "./domain/time/holidays.js";
import { createRosterFiles } from "./files/roster-files.js";
import { TokenRefusedError } from "./intake/doors/poller.js";
import { createLanes, type Lanes } from "./intake/lanes.js";
import { createSaturation } from "./intake/saturation.js";
import { type ClockStopper, createClockStopper } from "./intake/stop-clocks.js";
import type { InboxPort } from "./ports/queue/inbox.js";
import { causeOf, type Log } from "./ports/queue/log.js";
import { backOffMilliseconds, type Sleep } from "./ports/queue/waiting.js";
import type { Clock, World } from "./ports.js";
import type { Database } from "./storage/engine/database.js";
import { isDatabaseAway } from "./storage/engine/database-away.js";
import { createFiles } from "./storage/folders/files.js";
import { createDelivery } from "./storage/queue/delivery.js";
import { createInbox } from "./storage/queue/inbox.js";
import { createStore } from "./storage/store.js";
import { createConversations } from "./storage/upkeep/conversations.js";
import { countLate, ensureNationalAdmins, joinWorld, NOTICES_IN_FORCE, refreshRules } from "./use-cases/index.js";
import { createMetrics, type Metrics } from "./web/metrics.js";
import { judgeRosterInWorker } from "./workers/judge-roster-in-worker.js";
import { createPaper } from "./workers/paper-in-worker.js";
import { createRuleFiles } from "./workers/read-rules-in-worker.js";
import { createSimulations } from "./workers/simulate-in-worker.js";
import { writeWorkbook } from "./workers/write-workbook.js";

export interface JoinOptions {
  config: Config;
  clock: Clock;
  log: Log;
  sleep: Sleep;
  /** Open, and prepared. */
  database: Database;
  questions: QuestionVersions;
  feedback: FeedbackVersions;
  sim: SimMapping;
  version: string;
  /** Who claims rows of the queues. */
  worker: string;
  pace: PaceRules | undefined;
  /** How often the database has been noted, as this process knows it. */
  noted(): number;
  /** What became of a post is known. */
  onSettled(): void;
  /** One of the two queues could be looked into. */
  onLooked(queue: "inbox" | "outbox"): void;
  onFatal(error: Error): void;
}

export interface Joined {
  world: World;
  api: Api;
  inbox: InboxPort;
  lanes: Lanes;
  dispatcher: Dispatcher;
  clocks: ClockStopper;
  metrics: Metrics;
}

export async function join({
  config,
  clock,
  log,
  sleep,
  database,
  worker,
  onFatal,
  ...options
}: JoinOptions): Promise<Joined> {
  const { prisma } = database;
  const holidays = changedHolidays(DEFAULT_HOLIDAYS, config.holidays);
  warnOfMissingHolidays(holidays, clock, log);
  const startedAt = clock.now();
  const backupAge = (now: Date) => backupAgeSeconds(config.backupsDir, now, startedAt);

  const delivery = createDelivery(prisma, options.noted);
  const inbox = createInbox(prisma);
  const metrics = createMetrics(options.version, async () => {
    const now = clock.now();
    const { depth, oldestDueAt } = await delivery.backlog(now);
    // While a restored backup is to be decided about nothing is owed: a page would blame Telegram.
    const isHeld = (await world.store.restores.held(now)) !== null;
    const age = (since: Date | null) => (since === null ? 0 : (now.getTime() - since.getTime()) / 1000);
    return {
      at: now,
      late: await countLate(world, now),
      waitingCopies: await world.store.troubles.waitingCopies(),
      oldestDueSeconds: isHeld ? 0 : age(oldestDueAt),
      oldestErasureSeconds: age(await world.store.erasures.oldestUnfinishedAt()),
      outbox: depth,
      inbox: await inbox.counts(),
      lanesBusy: lanes.busy(),
      inFlight: dispatcher.inFlight(),
      newestBackupSeconds: await backupAge(now),
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
      observe(method, code, milliseconds) {
        metrics.telegramAnswered(method, code, milliseconds / 1000);
        // Anyone who just spoke does not wait behind an announcement that takes all that Telegram allows.
        if (absorb === "replies" && code === "429") pace.makeWay(clock.now());
      },
    }),
  });
  const api = new Api(config.botToken, apiOptions("never"));
  const botInfo = await getMe(api, sleep, log);

  const download = createDownload({ api, apiRoot: config.telegramApiRoot, token: config.botToken });
  const world: World = joinWorld({
    store: createStore(database),
    clock,
    ids: { token: () => randomBytes(16).toString("base64url") },
    files: createFiles({ folder: `${config.dataDir}/files`, download }),
    rosters: createRosterFiles({
      download,
      judge: (bytes, choices, tell) => judgeRosterInWorker(bytes, choices, tell, clock),
    }),
    ruleFiles: createRuleFiles(download),
    workbooks: { write: writeWorkbook },
    ...createPaper(),
    simulations: createSimulations(() => world.settings),
    screens: createScreens({ api, pace, clock }),
    backupAgeSeconds: backupAge,
    forms: { openQuestion: (draft) => openQuestionOf(world, draft) },
    settings: {
      rest: restDaysOf(holidays),
      budget: { ...DEFAULT_BUDGET, ...config.budget },
      provinceRule: { ...DEFAULT_PROVINCE_RULE, ...config.provinceRule },
      notices: NOTICES_IN_FORCE,
      dataContact: config.dataContact,
      ...config.keeping,
      noticeTerms: config.noticeTerms,
      questions: options.questions,
      feedback: options.feedback,
      sim: options.sim,
      botUsername: botInfo.username,
      namedAdmins: config.adminTelegramIds,
    },
  });
  await refreshRules(world);
  await ensureNationalAdmins(world, config.adminTelegramIds);

  const dispatcher = createDispatcher({
    delivery,
    send: createSend(api),
    changeCopy: createChangeCopy(api),
    clock,
    sleep,
    log,
    worker,
    alone: database.embedded,
    pace,
    isHeld: gate.isHeld,
    postpone: (post, now) => whenAwake(world.settings, post, now),
    board: createBoarding(delivery, world.settings),
    onAnswer: ({ kind }, answer) => {
      metrics.postAnswered(kind, answer.next);
      options.onSettled();
    },
    onLooked: () => options.onLooked("outbox"),
    onTokenFault: () => onFatal(new TokenRefusedError()),
  });
  const replies = { token: config.botToken, client: apiOptions("replies"), closedChatOf };
  const handle = createBot(world, {
    ...replies,
    botInfo,
    conversations: createConversations(prisma),
    sleep,
    reportError: (error, updateId) => log.warn("update.failed", { updateId, cause: causeOf(error) }),
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
    onLooked: () => options.onLooked("inbox"),
    onHandled: dispatcher.wake,
    onAnswered: (milliseconds) => metrics.answered(milliseconds / 1000),
  });
  return { world, api, inbox, lanes, dispatcher, clocks, metrics };
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

/** Also of the coming year once it is near: anyone who starts the bot in December is rarely there at New Year. */
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
