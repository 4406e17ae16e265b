// A stage for walks: the real bot on a real database, a Telegram of our own, and a clock that the test moves.
import { Api } from "grammy";
import type { Update } from "grammy/types";
import { createBot } from "../../../src/bot/bot.js";
import { openQuestionOf } from "../../../src/bot/forms/forms.js";
import { createBoarding, whenAwake } from "../../../src/delivery/boarding.js";
import { createDispatcher } from "../../../src/delivery/dispatcher.js";
import { createPace, UNPACED } from "../../../src/delivery/pace.js";
import { closedChatOf } from "../../../src/delivery/telegram/answers.js";
import { createChangeCopy } from "../../../src/delivery/telegram/change-copy.js";
import { createScreens } from "../../../src/delivery/telegram/change-message.js";
import { createSend } from "../../../src/delivery/telegram/send.js";
import { createDownload } from "../../../src/delivery/telegram/telegram-download.js";
import { createTelegramFetch } from "../../../src/delivery/telegram/telegram-fetch.js";
import { isAtNightsEnd, nextLook } from "../../../src/demo/next-look.js";
import { createRosterFiles, type RosterFilesParts } from "../../../src/files/roster-files.js";
import { writeXlsx } from "../../../src/files/xlsx-out/write-xlsx.js";
import { saidAt } from "../../../src/intake/handling-for.js";
import { createClockStopper } from "../../../src/intake/stop-clocks.js";
import { runAllJobs } from "../../../src/jobs/run-jobs.js";
import { handlingNow, handlingOf } from "../../../src/ports/queue/handling.js";
import type { Log } from "../../../src/ports/queue/log.js";
import type { Sleep } from "../../../src/ports/queue/waiting.js";
import type { World } from "../../../src/ports.js";
import { virtualClock } from "../../../src/sandbox/clock.js";
import { inProcessFetch } from "../../../src/sandbox/in-process.js";
import type { World as Sandbox, Person as SandboxPerson } from "../../../src/sandbox/shapes.js";
import { createWorld } from "../../../src/sandbox/world.js";
import { toJsonText } from "../../../src/storage/engine/json-text.js";
import { createDelivery } from "../../../src/storage/queue/delivery.js";
import { createStore } from "../../../src/storage/store.js";
import { createConversations } from "../../../src/storage/upkeep/conversations.js";
import { useQuestionWords } from "../../../src/texts/questions/question-words.js";
import { joinWorld } from "../../../src/use-cases/index.js";
import type { TestDatabase } from "../database.js";
import { plainLetters, plainPosters, plainStorySheets } from "../plain/plain-posters.js";
import { plainRosters } from "../plain/plain-rosters.js";
import { plainRuleFiles } from "../plain/plain-rule-files.js";
import { plainSheets } from "../plain/plain-sheets.js";
import { noSimulations } from "../plain/plain-simulations.js";
import { numberAnew } from "../world/builders.js";
import { memoryFiles } from "./memory-files.js";
import { stageSettings } from "./stage-settings.js";
import { inSteps, partInSteps, type Step } from "./steps.js";
import { recordTalk, type Talk } from "./talk.js";

export interface Stage {
  world: World;
  sandbox: Sandbox;
  db: TestDatabase["prisma"];
  clock: ReturnType<typeof virtualClock>;
  /** The copies of what people sent, by the place written down with the evidence. */
  files: ReadonlyMap<string, Uint8Array>;
  /** Who is on stage; a person on the phone with this account id. */
  person(profile: { id?: number; name: string; phone?: string; english?: boolean }): SandboxPerson;
  /** Writes down what was said, as received now, and handles none of it: as when the process dies before its turn comes. */
  receive(): void;
  /** Handles one update once, as the process that runs now does. */
  handle(update: Update): Promise<void>;
  /** Lets everything that was said be handled; nothing that is due leaves. What it sends are replies. */
  listen(): Promise<void>;
  /** Lets everything that was said be handled, and everything that is due be delivered. */
  settle(): Promise<void>;
  /** Moves the clock there, waking the jobs every quarter of an hour of the days on the way. */
  moveTo(instant: Date | string): Promise<void>;
  /** Runs every job of the day once, now, and delivers; those of the night too when asked to. */
  tick(options?: { nightly: boolean }): Promise<void>;
  /** As after kill −9 and a new start: nothing of the process's memory is left. */
  restart(): void;
  /** Set it, and every update is handled twice: as when the process dies after the work and before it could note so. */
  handlesTwice: boolean;
  /** Set it, and an update that failed is handled again, three times at most: as the lanes do. */
  triesAgain: boolean;
  /** Set it, and it decides how often an update is handled. */
  tries?: (once: () => Promise<void>) => Promise<void>;
  /** What was said since the last time this was asked, as a transcript. */
  talk(): string;
  /** Errors that nobody expected; a walk ends with none. */
  errors: unknown[];
}

export interface StageOptions {
  /** Goes around each call that handling an update makes: to the store, to what is kept of conversations, and to Telegram. */
  step?: Step;
  /** By which whoever waits long is told how far it is; without it nobody is. */
  sleep?: Sleep;
  /** Reads the files of offices as they are; without it only plain lists (plain-rosters.ts). */
  judge?: RosterFilesParts["judge"];
  /** Lives through waves; without it nothing happens in them (plain-simulations.ts). */
  simulations?: World["simulations"];
}

export async function openStage(database: TestDatabase, now: string, options: StageOptions = {}): Promise<Stage> {
  await database.empty();
  numberAnew();
  const clock = virtualClock(new Date(now));
  const sandbox = createWorld({ clock });
  const { step = (_, call) => call() } = options;
  const store = inSteps(createStore(database), step);
  let tokens = 0;
  const errors: unknown[] = [];
  const files = memoryFiles((fileId) => download(fileId));
  const settings = await stageSettings();
  // What an office of another test has changed is not said on this stage.
  useQuestionWords(settings.questions);
  const world: World = joinWorld({
    store,
    clock,
    ids: { token: () => `test-token-${String(++tokens).padStart(11, "0")}` },
    files,
    rosters:
      options.judge === undefined
        ? plainRosters(store, (fileId) => download(fileId))
        : createRosterFiles({ download: (fileId) => download(fileId), judge: options.judge }),
    ruleFiles: plainRuleFiles((fileId) => download(fileId)),
    workbooks: { write: writeXlsx },
    posters: plainPosters,
    letters: plainLetters,
    storySheets: plainStorySheets,
    sheets: plainSheets,
    simulations: options.simulations ?? noSimulations,
    screens: { change: (...wish) => screens.change(...wish) },
    forms: { openQuestion: (draft) => openQuestionOf(world, draft) },
    settings: { ...settings, botUsername: sandbox.bot.username },
  });
  const log: Log = {
    error: (event, fields) => errors.push({ event, ...fields }),
    warn: () => {},
    info: () => {},
    debug: () => {},
  };
  const sleep = async () => {};
  const plainFetch = inProcessFetch(sandbox);
  const clientFetch = (absorb: "replies" | "never", around: Step = (_, call) => call()) =>
    createTelegramFetch({
      fetch: (url, init) => around(`telegram.${url.split("/").at(-1)}`, () => plainFetch(url, init)),
      ...{ sleep, absorb },
    });
  const start = () =>
    createBot(world, {
      token: sandbox.token,
      client: { fetch: clientFetch("replies", step) },
      botInfo: sandbox.bot,
      closedChatOf,
      conversations: partInSteps(createConversations(database.prisma), "conversations", step),
      reportError: (error) => errors.push(error),
      ...(options.sleep !== undefined && { sleep: options.sleep }),
    });
  let handle = start();
  const inbox: ReturnType<typeof sandbox.takeUpdates> = [];
  const receivedAt = new Map<number, Date>();
  const api = new Api(sandbox.token, { fetch: clientFetch("never") });
  const screens = createScreens({ api, clock, pace: createPace(UNPACED) });
  const clocks = createClockStopper({ api, log, isSaturated: () => false });
  const download = createDownload({
    api,
    apiRoot: "https://api.telegram.org",
    token: sandbox.token,
    fetch: inProcessFetch(sandbox),
  });
  const delivery = createDelivery(database.prisma);
  const dispatcher = createDispatcher({
    delivery,
    send: createSend(api),
    changeCopy: createChangeCopy(api),
    clock,
    sleep,
    log,
    worker: "stage",
    alone: true,
    postpone: (post, now) => whenAwake(world.settings, post, now),
    board: createBoarding(delivery, world.settings),
    // The stage's clock stands still while messages leave; pacing has tests of its own.
    pace: createPace(UNPACED),
  });
  const talk: Talk = recordTalk(sandbox);
  const wake = async (options: { nightly: boolean }) => {
    await stage.settle();
    if (await runAllJobs(world, log, options)) await stage.settle();
  };

  const stage: Stage = {
    world,
    sandbox,
    db: database.prisma,
    clock,
    files: files.kept,
    errors,
    handlesTwice: false,
    triesAgain: false,
    person: ({ name, english, ...profile }) =>
      sandbox.person({ first_name: name, language_code: english === true ? "en" : "id", ...profile }),
    receive() {
      for (const update of sandbox.takeUpdates()) {
        receivedAt.set(update.update_id, clock.now());
        inbox.push(update);
      }
    },
    handle: (update) => handle(update),
    async listen() {
      for (stage.receive(); inbox.length > 0; stage.receive()) {
        const updates = inbox.splice(0);
        clocks.stop(updates);
        for (const sent of updates) {
          // As the inbox keeps it.
          const update = JSON.parse(toJsonText(sent)) as typeof sent;
          const claimed = { payload: update, receivedAt: receivedAt.get(sent.update_id) ?? clock.now() };
          const handling = { chatId: 0, saidAt: saidAt(claimed), steps: 0, isOver: false };
          if (stage.tries !== undefined) {
            await stage.tries(() => handle(update));
            continue;
          }
          for (let tries = 1; ; tries++) {
            try {
              await handlingOf(handlingNow() ?? { ...handling }, () => handle(update));
              break;
            } catch (error) {
              if (!stage.triesAgain || tries === 3) throw error;
            }
          }
          if (stage.handlesTwice) await handlingOf(handlingNow() ?? { ...handling }, () => handle(update));
        }
      }
    },
    async settle() {
      await stage.listen();
      // A look is cheaper than a claim, and most of the time there is nothing to claim.
      const now = clock.now();
      const due = { OR: [{ state: "waiting" as const, dueAt: { lte: now } }, { state: "claimed" as const }] };
      if ((await database.prisma.outbox.findFirst({ where: due, select: { id: true } })) === null) return;
      await talk.inOrderOfReceivers(() => dispatcher.drain());
    },
    async moveTo(instant) {
      const target = new Date(instant);
      await stage.settle();
      while (clock.now() < target) {
        const look = nextLook(clock.now());
        const nightly = isAtNightsEnd(clock.now(), look);
        clock.set(new Date(Math.min(target.getTime(), look.getTime())));
        await wake({ nightly });
      }
    },
    tick: ({ nightly } = { nightly: false }) => wake({ nightly }),
    restart() {
      handle = start();
    },
    talk: () => talk.sinceLast(),
  };
  return stage;
}
