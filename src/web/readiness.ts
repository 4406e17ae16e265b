// Ready means working: what comes in is fetched and written down, what is due is looked for and sent. Each part says when it last did so.
import type { WebhookStanding } from "../intake/doors/keep-webhook-set.js";

export interface Missing {
  name: string;
  /** For the one who looks why. */
  reason: string;
}

/** How long each part may be silent before something is wrong with it. */
const SILENCE = {
  /** A long poll takes 25 s; three of them, and a slow line. */
  poller: 90_000,
  /** Looked at each minute. */
  webhook: 5 * 60_000,
  /** Some job is woken each minute. One that fails while others end well is told by its own alarm. */
  jobs: 5 * 60_000,
  /** Looked into each second. */
  inbox: 2 * 60_000,
  /** … or when an answer comes. */
  outbox: 2 * 60_000,
  /** The slowest call takes 40 s. */
  delivery: 2 * 60_000,
};
/** A probe is asked for at most so often, however often somebody asks us. */
const DATABASE_LOOKED_AT_EVERY_MILLISECONDS = 5000;
const FOLDER_LOOKED_AT_EVERY_MILLISECONDS = 60 * 60_000;

export interface ReadinessParts {
  /** Milliseconds that only grow; not the clock of the world, which the demo moves by days. */
  now(): number;
  intake: "polling" | "webhook";
  /** Null when they can be written, else why not. */
  probeDatabase(): Promise<string | null>;
  probeFolder(): Promise<string | null>;
  isInboxStuck(): Promise<boolean>;
  areLanesRunning(): boolean;
  inFlight(): number;
}

export interface Readiness {
  heard(): void;
  webhook(standing: WebhookStanding): void;
  /** A run has ended, well or not. */
  jobRan(job: string, result: "done" | "failed"): void;
  /** What waits in this queue could be taken from it, or nothing waited. */
  looked(queue: "inbox" | "outbox"): void;
  settled(): void;
  /** Empty: ready. */
  missing(): Promise<Missing[]>;
}

/** Each part has its time of silence from now on. */
export function createReadiness({ now, intake, ...parts }: ReadinessParts): Readiness {
  const startedAt = now();
  const last = {
    ...{ poller: startedAt, webhook: startedAt, jobs: startedAt },
    ...{ inbox: startedAt, outbox: startedAt, delivery: startedAt },
  };
  let failedJob: string | null = null;
  let standing: WebhookStanding | null = null;
  const database = atMostEvery(DATABASE_LOOKED_AT_EVERY_MILLISECONDS, now, parts.probeDatabase);
  const folder = atMostEvery(FOLDER_LOOKED_AT_EVERY_MILLISECONDS, now, parts.probeFolder);
  const silentFor = (part: keyof typeof last) => now() - last[part];
  const isSilent = (part: keyof typeof last) => silentFor(part) > SILENCE[part];
  const seconds = (part: keyof typeof last) => Math.round(silentFor(part) / 1000);

  return {
    heard: () => {
      last.poller = now();
    },
    webhook: (seen) => {
      standing = seen;
      if (seen.isOurs) last.webhook = now();
    },
    jobRan: (job, result) => {
      failedJob = result === "failed" ? job : null;
      if (result === "done") last.jobs = now();
    },
    looked: (queue) => {
      last[queue] = now();
    },
    settled: () => {
      last.delivery = now();
    },
    async missing() {
      const found: Missing[] = [];
      const add = (name: string, reason: string) => found.push({ name, reason });
      const why = await database();
      if (why !== null) add("database", `it cannot be written: ${why}`);
      // With the database away the inbox says nothing.
      else if (await parts.isInboxStuck()) add("inbox", "an update has been in hand for minutes");
      if (isSilent("inbox")) add("inbox", `no update could be taken up for ${seconds("inbox")} s`);
      if (isSilent("outbox")) add("delivery", `no message could be taken up for ${seconds("outbox")} s`);
      const unwritable = await folder();
      if (unwritable !== null) add("files", `DATA_DIR cannot be written: ${unwritable}`);
      if (!parts.areLanesRunning()) add("lanes", "updates are not handled");
      if (intake === "polling" && isSilent("poller"))
        add("poller", `Telegram has not answered for ${seconds("poller")} s`);
      if (intake === "webhook") {
        if (isSilent("webhook")) add("webhook", `Telegram has not confirmed it for ${seconds("webhook")} s`);
        else if (standing?.isFailing) add("webhook", `Telegram cannot bring ${standing.pending} updates`);
      }
      if (isSilent("jobs")) {
        const what = failedJob === null ? "none has run" : `each has failed, ${failedJob} the last,`;
        add("jobs", `${what} for ${seconds("jobs")} s`);
      }
      // Who sends nothing owes no answer: the silence begins with what is in flight.
      if (parts.inFlight() === 0) last.delivery = now();
      else if (isSilent("delivery")) add("delivery", `nothing was settled for ${seconds("delivery")} s`);
      return found;
    },
  };
}

/** The answer of last time, until it is that old. */
function atMostEvery(
  milliseconds: number,
  now: () => number,
  ask: () => Promise<string | null>,
): () => Promise<string | null> {
  let asked: { at: number; answer: Promise<string | null> } | undefined;
  return () => {
    if (asked === undefined || now() - asked.at >= milliseconds) asked = { at: now(), answer: ask() };
    return asked.answer;
  };
}
