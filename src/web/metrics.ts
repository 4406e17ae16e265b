// /metrics in Prometheus' words: what is read from the database when somebody asks, and what is counted as it happens.
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";

/** How things stand at this moment. */
export interface Standing {
  /** Age of the oldest post that is due and has not left; 0: none. Posts of a paused announcement do not count. */
  oldestDueSeconds: number;
  /** Since the oldest wish to be forgotten was said that is not finished; 0: none. It must stay below 72 hours. */
  oldestErasureSeconds: number;
  outbox: { state: string; kind: string; count: number }[];
  inbox: { waiting: number; claimed: number; parked: number };
  lanesBusy: number;
  inFlight: number;
}

export interface Metrics {
  contentType: string;
  text(): Promise<string>;
  /** One post was sent on its way, and this is what Telegram's answer means. */
  postAnswered(kind: string, answer: string): void;
  /** Every call of the Bot API, replies too, by the answer's code or what went wrong on the wire. */
  telegramAnswered(method: string, code: string): void;
  /** What Telegram said of the webhook. */
  webhookSeen(pending: number, isOurs: boolean): void;
  jobRan(job: string, seconds: number, result: "done" | "failed", at: Date): void;
}

export function createMetrics(standing: () => Promise<Standing>): Metrics {
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
  const calls = new Counter(
    options("telegram_answers_total", "Bot API calls by answer (403, 429 …)", ["method", "code"]),
  );
  const runs = new Counter(options("job_runs_total", "Runs of each job", ["job", "result"]));
  const ranAt = new Gauge(options("job_last_run_timestamp_seconds", "When each job last ended", ["job"]));
  const took = new Gauge(options("job_last_duration_seconds", "How long each job last took", ["job"]));

  const waiting = new Gauge(options("webhook_pending_updates", "Updates that wait at Telegram for the webhook"));
  const ours = new Gauge(options("webhook_is_ours", "1 while Telegram brings updates to our address"));

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

  return {
    contentType: registry.contentType,
    async text() {
      const now = await standing();
      oldest.set(now.oldestDueSeconds);
      erasure.set(now.oldestErasureSeconds);
      outbox.reset();
      for (const { state, kind, count } of now.outbox) outbox.set({ state, kind }, count);
      for (const [state, count] of Object.entries(now.inbox)) inbox.set({ state }, count);
      lanes.set(now.lanesBusy);
      inFlight.set(now.inFlight);
      return registry.metrics();
    },
    postAnswered: (kind, answer) => answers.inc({ kind, answer }),
    telegramAnswered: (method, code) => calls.inc({ method, code }),
    webhookSeen(pending, isOurs) {
      waiting.set(pending);
      ours.set(isOurs ? 1 : 0);
    },
    jobRan(job, seconds, result, at) {
      runs.inc({ job, result });
      took.set({ job }, seconds);
      ranAt.set({ job }, at.getTime() / 1000);
    },
  };
}
