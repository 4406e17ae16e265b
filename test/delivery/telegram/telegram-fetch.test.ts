// The fetch under every Bot API call: over real HTTP against the sandbox, and against lines that break.
import { type AddressInfo, createServer } from "node:net";
import { Api, HttpError, InputFile } from "grammy";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { fetchWithin } from "../../../src/delivery/telegram/plain-fetch.js";
import { faultOf } from "../../../src/delivery/telegram/telegram-fault.js";
import {
  createTelegramFetch,
  type TelegramFetchOptions,
  timeoutOf,
} from "../../../src/delivery/telegram/telegram-fetch.js";
import { startSandboxServer } from "../../../src/sandbox/server.js";
import type { World } from "../../../src/sandbox/shapes.js";
import type { Fault } from "../../../src/sandbox/state/faults.js";
import { createWorld } from "../../../src/sandbox/world.js";

let world: World;
let server: Awaited<ReturnType<typeof startSandboxServer>>;
let chatId: number;
let slept: number[];
beforeAll(async () => {
  world = createWorld();
  server = await startSandboxServer(world);
  const siti = world.person({ first_name: "Siti" });
  siti.start();
  chatId = siti.id;
});
afterAll(() => server.close());
beforeEach(() => {
  world.faults.clear();
  world.ledger.length = 0;
  slept = [];
});

const open = (more: Partial<TelegramFetchOptions> = {}, apiRoot = server.url) => {
  const sleep = async (milliseconds: number) => {
    slept.push(milliseconds);
  };
  const fetch = createTelegramFetch({ sleep, absorb: "replies", timeout: () => 10_000, ...more });
  return new Api(world.token, { apiRoot, fetch });
};
const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => "nothing was thrown",
    (error: unknown) => error,
  );
const tooMany = (seconds: number): Fault => ({
  kind: "status",
  code: 429,
  description: "Too Many Requests",
  parameters: { retry_after: seconds },
});

test("a message and a file arrive over HTTP", async () => {
  await open().sendMessage(chatId, "Halo");
  const file = new InputFile(Buffer.from("a;b"), "daftar.csv");
  const sent = await open({ timeout: timeoutOf }).sendDocument(chatId, file);
  expect(sent.document?.file_name).toBe("daftar.csv");
  expect(world.ledger).toHaveLength(2);
});

test("a short wait that Telegram asks for is waited for in place, so that a form survives it", async () => {
  world.faults.add({ times: 2, fault: tooMany(3) });
  await open().sendMessage(chatId, "Halo");
  expect(slept).toEqual([3000, 3000]);
  expect(world.ledger).toHaveLength(1);
});

test("a long wait is handed on at once", async () => {
  world.faults.add({ fault: tooMany(6) });
  expect(await caught(open().sendMessage(chatId, "Halo"))).toMatchObject({ error_code: 429 });
  expect(slept).toEqual([]);
});

test("patience ends after four tries", async () => {
  const before = world.calls.length;
  world.faults.add({ fault: tooMany(1) });
  expect(await caught(open().sendMessage(chatId, "Halo"))).toMatchObject({ error_code: 429 });
  expect(world.calls.length - before).toBe(4);
});

test("the dispatcher's fetch absorbs nothing", async () => {
  world.faults.add({ times: 1, fault: tooMany(1) });
  expect(await caught(open({ absorb: "never" }).sendMessage(chatId, "Halo"))).toMatchObject({ error_code: 429 });
});

test("a refused connection is tried again and then told as not sent", async () => {
  const closed = await startSandboxServer(world);
  await closed.close();
  const error = await caught(open({}, closed.url).sendMessage(chatId, "Halo"));
  expect(faultOf(error)).toMatchObject({ sent: "no" });
  expect(slept).toEqual([1000, 2000, 3000]);
});

const broken: [string, Fault][] = [
  ["reset before acceptance", { kind: "reset-before" }],
  ["reset after acceptance", { kind: "reset-after" }],
  ["cut in the middle of the answer", { kind: "cut" }],
  ["hanging", { kind: "hang" }],
  ["answered by a gateway", { kind: "html", code: 502 }],
  ["answered with nothing", { kind: "empty" }],
  ["answered with bad JSON", { kind: "bad-json" }],
];
test.each(broken)("a call that is %s is never repeated, ends in time and holds no token", async (_, fault) => {
  const before = world.calls.length;
  world.faults.add({ fault });
  const timeout = () => (fault.kind === "hang" ? 200 : 10_000);
  const error = await caught(open({ timeout }).sendMessage(chatId, "Halo"));
  expect(error).toBeInstanceOf(HttpError);
  expect(faultOf(error)).toMatchObject({ sent: "unknown" });
  expect(world.calls.length - before).toBeLessThanOrEqual(1);
  expect(everythingIn(error)).not.toContain(world.token);
});

// Keeps F27.
test("the token is in no part of an error, though it is in every URL", async () => {
  const leaking = async (url: string): Promise<Response> => {
    throw new TypeError(`request to ${url} failed`, { cause: Object.assign(new Error(url), { code: "ECONNRESET" }) });
  };
  const error = await caught(open({ fetch: leaking }).sendMessage(chatId, "Halo"));
  expect(faultOf(error)).toMatchObject({ reason: "ECONNRESET" });
  expect(everythingIn(error)).not.toContain(world.token);
});

test("a long poll and an upload may take their time, a message may not", () => {
  expect(timeoutOf("getUpdates", false)).toBeGreaterThan(30_000);
  expect(timeoutOf("sendPhoto", true)).toBeGreaterThan(30_000);
  expect(timeoutOf("sendPhoto", false)).toBeLessThanOrEqual(15_000);
  expect(timeoutOf("sendMessage", false)).toBeLessThanOrEqual(15_000);
});

test("a line on which no connection comes about is told as not sent", async () => {
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const { port } = silent.address() as AddressInfo;
  const overTls = { fetch: fetchWithin(200), absorb: "never" } as const;
  const error = await caught(open(overTls, `https://127.0.0.1:${port}`).sendMessage(chatId, "Halo"));
  silent.close();
  expect(faultOf(error)).toMatchObject({ reason: "ETIMEDOUT", sent: "no" });
});

test("a caller who gives up ends the call", async () => {
  world.faults.add({ fault: { kind: "hang" } });
  const controller = new AbortController();
  const call = caught(open({ timeout: () => 60_000 }).sendMessage(chatId, "Halo", {}, controller.signal as never));
  controller.abort();
  expect(faultOf(await call)).toMatchObject({ reason: "aborted" });
});

// Own and inherited, hidden and shown: what a careless logger or a conversation row could pick up.
function everythingIn(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== "object" || value === null || seen.has(value)) return String(value);
  seen.add(value);
  const parts = Object.getOwnPropertyNames(value).map((name) => everythingIn(Reflect.get(value, name), seen));
  return [String(value), ...parts].join("\n");
}
