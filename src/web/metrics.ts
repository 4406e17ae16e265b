// /metrics in Prometheus' words: what is read from the database when somebody asks, and what is counted as it happens.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** How things stand at this moment. */
export interface Standing {
  at: Date;
  /** Posts that should have left more than ten minutes ago, although their receivers are awake. */
  late: number;
  /** Files that people sent and that have no copy of ours yet. */
  waitingCopies: number;
  /** Age of the oldest post that is due and has not left; 0: none. Posts of a paused announcement do not count. */
  oldestDueSeconds: number;
  /** Since the oldest wish to be forgotten was said that is not finished; 0: none. It must stay below 72 hours. */
  oldestErasureSeconds: number;
  outbox: { state: string; kind: string; count: number }[];
  inbox: { waiting: number; claimed: number; parked: number };
  lanesBusy: number;
  inFlight: number;
  /** Age of the newest backup; where there is none yet, since the start. Undefined: no folder of backups can be seen. */
  newestBackupSeconds?: number | undefined;
}

export interface Metrics {
  contentType: string;
  text(): Promise<string>;
  /** One post was sent on its way, and this is what Telegram's answer means. */
  postAnswered(kind: string, answer: string): void;
  /** Every call of the Bot API, replies too, by the answer's code or what went wrong on the wire. */
  telegramAnswered(method: string, code: string, seconds: number): void;
  /** An update was handled to its end, so long after it was written down. */
  answered(seconds: number): void;
  /** Telegram answered a poll, with or without updates. */
  polled(at: Date): void;
  /** A job that shall run each so many seconds. */
  expectJob(job: string, everySeconds: number, from: Date): void;
  /** What Telegram said of the webhook. */
  webhookSeen(pending: number, isOurs: boolean): void;
  jobRan(job: string, seconds: number, result: "done" | "failed", at: Date): void;
}

const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60];

export function createMetrics(version: string, standing: () => Promise<Standing>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const options = (name: string, help: string, labelNames: string[] = []) => ({
    name: `followup_${name}`,
    help,
    labelNames,
    registers,
  });
  collectDefaultMetrics({ register: registry });

  const answers = new Counter(
    options("posts_answered_total", "Sent posts by what the answer means", ["kind", "answer"]),
  );
  new Gauge(options("build_info", "1; which version runs, on which Node", ["version", "node"])).set(
    { version, node: process.version },
    1,
  );
  const calls = new Counter(
    options("telegram_answers_total", "Bot API calls by answer (403, 429 …)", ["method", "code"]),
  );
  const runs = new Counter(options("job_runs_total", "Runs of each job", ["job", "result"]));
  const ranAt = new Gauge(options("job_last_run_timestamp_seconds", "When each job last ended", ["job"]));
  const took = new Gauge(options("job_last_duration_seconds", "How long each job last took", ["job"]));

  const lag = new Gauge(
    options("job_lag_seconds", "How much longer ago each job ended than it should have; 0: on time", ["job"]),
  );
  const expected = new Map<string, { every: number; lastAt: number }>();
  const replies = new Histogram({
    ...options("reply_seconds", "From an update written down to all of its answer given to Telegram"),
    buckets: SECONDS,
  });
  const sends = new Histogram({
    ...options("telegram_call_seconds", "How long each call of the Bot API took", ["method"]),
    buckets: SECONDS,
  });
  const polled = new Gauge(options("last_poll_timestamp_seconds", "When Telegram last answered a poll"));
  const late = new Gauge(
    options("late_posts", "Posts more than ten minutes late, but for those that wait for a morning"),
  );
  const copies = new Gauge(options("evidence_waiting", "Files that people sent and that are not copied yet"));

  const waiting = new Gauge(options("webhook_pending_updates", "Updates that wait at Telegram for the webhook"));
  const ours = new Gauge(options("webhook_is_ours", "1 while Telegram brings updates to our address, with our secret"));

  const oldest = new Gauge(options("oldest_due_seconds", "Age of the oldest due post that has not left"));
  const erasure = new Gauge(
    options("oldest_erasure_seconds", "Age of the oldest request to erase data that is not finished"),
  );
  const outbox = new Gauge(
    options("outbox_posts", "Posts that wait, are on their way, or are unknown", ["state", "kind"]),
  );
  const inbox = new Gauge(options("inbox_updates", "Updates that wait, are being handled, or are parked", ["state"]));
  const lanes = new Gauge(options("lanes_busy", "Updates that this process is handling"));
  const inFlight = new Gauge(options("posts_in_flight", "Posts that this process is sending"));

  const backup = new Gauge(
    options("newest_backup_seconds", "Age of the newest backup; while there is none, since the start of the process"),
  );

  return {
    contentType: registry.contentType,
    async text() {
      const now = await standing();
      oldest.set(now.oldestDueSeconds);
      erasure.set(now.oldestErasureSeconds);
      late.set(now.late);
      copies.set(now.waitingCopies);
      const at = now.at.getTime() / 1000;
      for (const [job, known] of expected) {
        // By a clock that was set back it ended in times to come: it counts from now on, or its alarm would be silent until then.
        known.lastAt = Math.min(known.lastAt, at);
        lag.set({ job }, Math.max(0, at - known.lastAt - known.every));
      }
      outbox.reset();
      for (const { state, kind, count } of now.outbox) outbox.set({ state, kind }, count);
      for (const [state, count] of Object.entries(now.inbox)) inbox.set({ state }, count);
      lanes.set(now.lanesBusy);
      inFlight.set(now.inFlight);
      // One that cannot be seen is not one of this moment.
      if (now.newestBackupSeconds === undefined) backup.remove();
      else backup.set(now.newestBackupSeconds);
      return registry.metrics();
    },
    postAnswered: (kind, answer) => answers.inc({ kind, answer }),
    telegramAnswered(method, code, seconds) {
      calls.inc({ method, code });
      // A poll that waits for updates says nothing about Telegram's haste.
      if (method !== "getUpdates") sends.observe({ method }, seconds);
    },
    answered: (seconds) => replies.observe(seconds),
    polled: (at) => polled.set(at.getTime() / 1000),
    expectJob: (job, every, from) => expected.set(job, { every, lastAt: from.getTime() / 1000 }),
    webhookSeen(pending, isOurs) {
      waiting.set(pending);
      ours.set(isOurs ? 1 : 0);
    },
    jobRan(job, seconds, result, at) {
      runs.inc({ job, result });
      took.set({ job }, seconds);
      ranAt.set({ job }, at.getTime() / 1000);
      const known = expected.get(job);
      if (known !== undefined && result === "done") known.lastAt = at.getTime() / 1000;
    },
  };
}
