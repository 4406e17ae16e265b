import { Api } from "grammy";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTelegramFetch } from "../../../src/delivery/telegram/telegram-fetch.js";
import {
  keepWebhookSet,
  WebhookRefusedError,
  type WebhookStanding,
} from "../../../src/intake/doors/keep-webhook-set.js";
import { TokenRefusedError } from "../../../src/intake/doors/poller.js";
import type { LogFields } from "../../../src/ports/queue/log.js";
import { type MovableClock, virtualClock } from "../../../src/sandbox/clock.js";
import { inProcessFetch } from "../../../src/sandbox/in-process.js";
import type { World } from "../../../src/sandbox/shapes.js";
import { createWorld } from "../../../src/sandbox/world.js";

const URL_OF_OURS = "https://bot.example/telegram";
const SECRET = "a-secret-that-nobody-may-read";

let world: World;
let time: MovableClock;
let stop: AbortController;
let logged: string[];
beforeEach(() => {
  time = virtualClock(new Date("2024-06-03T01:00:00Z"));
  world = createWorld({ clock: time });
  stop = new AbortController();
  logged = [];
});
afterEach(() => stop.abort());

/** Each wait is one step: what happens in it is said beforehand, and after the last one the keeper is stopped. */
async function keep(steps: (() => void)[], { token = world.token, url = URL_OF_OURS } = {}) {
  const standings: WebhookStanding[] = [];
  const slept: number[] = [];
  let takenBack = 0;
  const sleep = async (milliseconds: number) => {
    slept.push(milliseconds);
    const step = steps.shift();
    if (step === undefined) stop.abort();
    else step();
  };
  const write = (event: string, fields: LogFields = {}) => void logged.push(JSON.stringify([event, fields]));
  const api = new Api(token, {
    fetch: createTelegramFetch({ fetch: inProcessFetch(world), sleep, absorb: "never" }),
  });
  await keepWebhookSet(
    {
      ...{ api, url, secret: SECRET, sleep },
      clock: { now: () => world.clock.now() },
      log: { error: write, warn: write, info: write, debug: write },
      onStanding: (standing) => void standings.push(standing),
      onTakenBack: async () => {
        takenBack += 1;
      },
    },
    stop.signal,
  );
  return { standings, slept, takenBack };
}

const nothing = () => {};

// Keeps O05.
test("Telegram is told the address, the secret, and which updates we want", async () => {
  await keep([]);
  expect(world.webhook).toMatchObject({ url: URL_OF_OURS, secretToken: SECRET, maxConnections: 40 });
  expect(world.updates.allowed).toEqual(["message", "edited_message", "callback_query", "my_chat_member"]);
});

test("Telegram that is busy, broken or away at the start is waited for, as long as it says", async () => {
  world.faults.add({
    method: "setWebhook",
    times: 1,
    fault: {
      kind: "status",
      code: 429,
      description: "Too Many Requests: retry after 7",
      parameters: { retry_after: 7 },
    },
  });
  world.faults.add({ method: "setWebhook", times: 1, fault: { kind: "html", code: 502 } });
  const { slept } = await keep([nothing, nothing]);
  expect(world.webhook?.url).toBe(URL_OF_OURS);
  expect(slept[0]).toBe(7000);
});

test("a webhook that somebody took is taken back at the second look, and told", async () => {
  const steal = () => {
    world.webhook = { url: "https://thief.example/x", secretToken: undefined, maxConnections: 1, lastError: undefined };
  };
  const { takenBack, standings } = await keep([steal, nothing, nothing]);
  expect(world.webhook?.url).toBe(URL_OF_OURS);
  expect(takenBack).toBe(1);
  expect(standings.map(({ isOurs }) => isOurs)).toEqual([true, true, false, false, true]);
  expect(logged.join()).toContain("webhook.taken-away");
});

test("one that is gone for one look only, as in a deploy, is left alone", async () => {
  const before = () => {
    world.webhook = undefined;
  };
  const after = () => {
    world.webhook = { url: URL_OF_OURS, secretToken: SECRET, maxConnections: 40, lastError: undefined };
  };
  const { takenBack } = await keep([before, after, nothing]);
  expect(takenBack).toBe(0);
});

test("what waits at Telegram and could not be brought is said", async () => {
  const fail = () => {
    if (world.webhook !== undefined) world.webhook.lastError = { at: world.clock.now(), message: "Connection refused" };
    world.person({ first_name: "Siti" }).start();
  };
  const { standings } = await keep([fail, nothing]);
  expect(standings.at(-1)).toEqual({ isOurs: true, pending: 1, isFailing: true });
});

describe("the same address with another secret", () => {
  const MINUTE = 60_000;
  const theirs = { url: URL_OF_OURS, secretToken: "another", maxConnections: 40 };
  /** Of somebody's message nothing arrives: we answer 401, and Telegram notes it. */
  const refused = () => {
    time.advance(MINUTE);
    if (world.webhook === undefined || world.webhook.secretToken === SECRET) return;
    world.webhook.lastError = { at: world.clock.now(), message: "Wrong response from the webhook: 401 Unauthorized" };
  };
  const takeOver = () => {
    world.webhook = { ...theirs, lastError: undefined };
    refused();
  };
  const timesLogged = () => logged.filter((line) => line.includes("webhook.secret-changed")).length;
  beforeEach(() => world.person({ first_name: "Siti" }).start());

  test("is set right at the second look, and logged once", async () => {
    const { standings, takenBack } = await keep([takeOver, refused, refused, refused]);
    expect(world.webhook?.secretToken).toBe(SECRET);
    expect(standings.map(({ isOurs }) => isOurs)).toEqual([true, true, false, false, true, true]);
    expect(timesLogged()).toBe(1);
    expect(takenBack).toBe(0);
    expect(logged.join()).not.toContain('another"');
  });

  test("is not set right each minute where somebody sets it back each time", async () => {
    const anHour = Array.from({ length: 60 }, () => takeOver);
    await keep(anHour);
    // At the second minute, and then after 10 and 20 more.
    expect(timesLogged()).toBe(3);
  });

  test("one refusal, or one from before we set it, changes nothing", async () => {
    const old = () => {
      const at = new Date(world.clock.now().getTime() - MINUTE);
      if (world.webhook) world.webhook.lastError = { at, message: "Wrong response from the webhook: 401 Unauthorized" };
    };
    await keep([old, old, old]);
    const once = () => {
      takeOver();
    };
    const mended = () => {
      world.webhook = { ...theirs, secretToken: SECRET, lastError: undefined };
    };
    stop = new AbortController();
    await keep([once, mended, mended]);
    expect(timesLogged()).toBe(0);
  });
});

test("an address that Telegram refuses, and a refused token, end it with a sentence", async () => {
  await expect(keep([], { url: "http://bot.example/x" })).rejects.toThrow(WebhookRefusedError);
  await expect(keep([], { token: "7000000001:a-token-that-was-revoked-long-ago" })).rejects.toThrow(TokenRefusedError);
});

// Keeps O10.
test("the secret stands in no line of the log and no error, whatever Telegram answers", async () => {
  for (const fault of [
    { kind: "status", code: 429, description: "Too Many Requests: retry after 1", parameters: { retry_after: 1 } },
    { kind: "html", code: 502 },
    { kind: "bad-json" },
  ] as const) {
    world.faults.add({ method: "setWebhook", times: 1, fault });
    stop = new AbortController();
    await keep([nothing, nothing]);
  }
  const refused = await keep([], { url: "http://bot.example/x" }).catch(
    (error: Error) => `${error.stack} ${JSON.stringify(error)}`,
  );
  expect(logged.length).toBeGreaterThan(2);
  expect(`${logged.join()} ${refused}`).not.toContain(SECRET);
});
