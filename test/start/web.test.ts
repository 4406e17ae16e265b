import { afterEach, expect, test } from "vitest";
import { startWeb, type Web } from "../../src/web/server.js";

let web: Web | undefined;
afterEach(() => web?.close());

const received: { secret: string | undefined; body: string }[] = [];

async function open(missing: string[] = [], receive = async () => 200): Promise<string> {
  web = await startWeb({
    port: 0,
    notReady: async () => missing,
    webhook: {
      path: "/hook",
      receive: async (request) => {
        received.push(request);
        return receive();
      },
    },
  });
  return `http://127.0.0.1:${web.port}`;
}

test("a living process says so", async () => {
  const answer = await fetch(`${await open()}/healthz`);
  expect([answer.status, await answer.json()]).toEqual([200, { status: "alive" }]);
});

test("readiness names what is missing", async () => {
  const answer = await fetch(`${await open(["database"])}/readyz`);
  expect([answer.status, await answer.json()]).toEqual([503, { ready: false, missing: ["database"] }]);
});

test("the webhook's body and secret are handed on", async () => {
  const url = await open();
  const answer = await fetch(`${url}/hook`, {
    method: "POST",
    body: '{"update_id":1}',
    headers: { "X-Telegram-Bot-Api-Secret-Token": "s3cret" },
  });
  expect(answer.status).toBe(200);
  expect(received.at(-1)).toEqual({ secret: "s3cret", body: '{"update_id":1}' });
});

test("an update that could not be written down is asked for again", async () => {
  const url = await open([], async () => {
    throw new Error("database away");
  });
  expect((await fetch(`${url}/hook`, { method: "POST", body: "{}" })).status).toBe(503);
});

test("a body larger than any update is refused", async () => {
  const url = await open();
  expect((await fetch(`${url}/hook`, { method: "POST", body: "x".repeat(1_000_001) })).status).toBe(413);
});
