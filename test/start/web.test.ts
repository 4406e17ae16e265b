import { get } from "node:http";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createMetrics } from "../../src/web/metrics.js";
import { startWeb, type Web } from "../../src/web/server.js";

const metrics = createMetrics("1.2.3", async () => ({
  at: new Date("2024-06-03T01:10:00Z"),
  late: 3,
  waitingCopies: 7,
  oldestDueSeconds: 12,
  oldestErasureSeconds: 90,
  outbox: [{ state: "waiting", kind: "nudge", count: 3 }],
  inbox: { waiting: 1, claimed: 0, parked: 2 },
  lanesBusy: 4,
  inFlight: 1,
}));
let web: Web | undefined;
afterEach(() => web?.close());

const SECRET = "s3cret";
const received: string[] = [];

async function open(missing: string[] = [], receive = async () => 200): Promise<string> {
  received.length = 0;
  web = await startWeb({
    port: 0,
    notReady: async () => missing.map((name) => ({ name, reason: "it is away" })),
    metrics: () => metrics,
    webhook: {
      path: "/hook",
      isAllowed: (secret) => secret === SECRET,
      receive: async (body) => {
        received.push(body);
        return receive();
      },
    },
  });
  return `http://127.0.0.1:${web.port}`;
}

const post = (url: string, body: string, secret = SECRET) =>
  fetch(`${url}/hook`, { method: "POST", body, headers: { "X-Telegram-Bot-Api-Secret-Token": secret } });

test("a living process says so", async () => {
  const answer = await fetch(`${await open()}/healthz`);
  expect([answer.status, await answer.json()]).toEqual([200, { status: "alive" }]);
});

test("readiness names what is missing", async () => {
  const answer = await fetch(`${await open(["database"])}/readyz`);
  expect([answer.status, await answer.json()]).toEqual([
    503,
    { ready: false, missing: ["database"], reasons: ["database: it is away"] },
  ]);
});

// Keeps O06.
test("an operator sees what waits, how old it is, what Telegram answers and when each job ran", async () => {
  const url = await open();
  metrics.postAnswered("nudge", "sent");
  metrics.telegramAnswered("sendMessage", "429", 0.3);
  metrics.jobRan("remind-of-plans", 0.25, "done", new Date("2024-06-03T01:00:00Z"));
  const answer = await fetch(`${url}/metrics`);
  const lines = (await answer.text()).split("\n");
  expect(answer.headers.get("content-type")).toContain("text/plain");
  expect(lines).toEqual(
    expect.arrayContaining([
      "followup_oldest_due_seconds 12",
      "followup_oldest_erasure_seconds 90",
      'followup_outbox_posts{state="waiting",kind="nudge"} 3',
      'followup_inbox_updates{state="parked"} 2',
      "followup_lanes_busy 4",
      "followup_late_posts 3",
      "followup_evidence_waiting 7",
      `followup_build_info{version="1.2.3",node="${process.version}"} 1`,
      'followup_telegram_call_seconds_count{method="sendMessage"} 1',
      "followup_posts_in_flight 1",
      'followup_posts_answered_total{kind="nudge",answer="sent"} 1',
      'followup_telegram_answers_total{method="sendMessage",code="429"} 1',
      'followup_job_last_run_timestamp_seconds{job="remind-of-plans"} 1717376400',
    ]),
  );
});

test("figures have a door of their own where one is named, and then no other", async () => {
  const metricsAt = { host: "127.0.0.1", port: 0 };
  const own = { port: 0, metricsAt, notReady: async () => [], metrics: () => metrics, webhook: undefined };
  web = await startWeb(own);
  const inner = `http://127.0.0.1:${web.metricsPort}`;
  expect((await fetch(`${inner}/metrics`)).status).toBe(200);
  expect((await fetch(`${inner}/readyz`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${web.port}/metrics`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${web.port}/readyz`)).status).toBe(200);
  // The main door is shut again when the other cannot be opened.
  const taken = { ...own, metricsAt: { host: "127.0.0.1", port: web.metricsPort } };
  await expect(startWeb(taken)).rejects.toThrow(/METRICS_LISTEN .* is taken/);
});

test("the webhook's body is handed on", async () => {
  const url = await open();
  expect((await post(url, '{"update_id":1}')).status).toBe(200);
  expect(received).toEqual(['{"update_id":1}']);
});

test("without the secret not a byte of the body is waited for", async () => {
  const { port } = new URL(await open());
  const answer = await new Promise<string>((resolve, reject) => {
    const line = connect(Number(port), "127.0.0.1");
    // A body is promised and never sent: only a door that does not read it can answer.
    line.write("POST /hook HTTP/1.1\r\nhost: x\r\ncontent-length: 950000\r\n\r\n");
    line.once("data", (data) => resolve(data.toString()));
    line.once("error", reject);
  });
  expect(answer).toMatch(/^HTTP\/1.1 401 /);
  expect(received).toEqual([]);
});

test("a sender without the secret is answered however much it sends", async () => {
  const url = await open();
  const answers = await Promise.all([1, 2, 3].map(() => post(url, "x".repeat(950_000), "guess")));
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
  expect(received).toEqual([]);
});

test("an update that could not be written down is asked for again", async () => {
  const url = await open([], async () => {
    throw new Error("database away");
  });
  expect((await post(url, "{}")).status).toBe(503);
});

test("a body larger than any update is refused", async () => {
  const url = await open();
  expect((await post(url, "x".repeat(1_000_001))).status).toBe(413);
  expect(received).toEqual([]);
});

test.each(["//", "///x", "http://", "//[/"])("the path %j is answered with 400", async (path) => {
  const { port } = new URL(await open());
  const status = await new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path }, (response) => resolve(response.resume().statusCode)).once("error", reject);
  });
  expect(status).toBe(400);
});
