// Updates brought to a webhook: the secret, order within a chat, repetition, and what getWebhookInfo tells.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { Api, Bot, webhookCallback } from "grammy";
import type { Update } from "grammy/types";
import { afterEach, expect, it } from "vitest";
import { startSandboxServer } from "../../../src/sandbox/server.js";
import { accepted, call, refusal, stillWorld, until } from "../support.js";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

type Hook = (request: IncomingMessage, response: ServerResponse) => void;

async function stage(hook: Hook) {
  const receiver = createServer(hook);
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  closers.push(() => new Promise((resolve) => receiver.close(resolve)));
  const { world, siti } = stillWorld();
  const server = await startSandboxServer(world, { webhook: { retryMs: 1, timeoutMs: 2000 } });
  closers.push(() => server.close());
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  return { world, siti, server, url };
}

it("a bot behind a webhook answers, and only the right secret opens its door", async () => {
  let handle: Hook = () => {};
  const { world, siti, server, url } = await stage((request, response) => handle(request, response));
  const bot = new Bot(world.token, { client: { apiRoot: server.url } });
  bot.on("message:text", (ctx) => ctx.reply(`Diterima: ${ctx.message.text}`));
  await bot.init();
  handle = webhookCallback(bot, "http", { secretToken: "rahasia-9" });
  siti.says("sebelum");
  await bot.api.setWebhook(url, { secret_token: "rahasia-9" });
  siti.says("sesudah");
  await until(world, () => world.ledger.length === 2);
  expect(world.ledger.map(({ text }) => text)).toEqual(["Diterima: sebelum", "Diterima: sesudah"]);
  expect((await fetch(url, { method: "POST", body: "{}" })).status).toBe(401);
});

it("an update comes again until it is taken, and the chat waits while others go on", async () => {
  const seen: string[] = [];
  let refusals = 0;
  let arrived = () => {};
  const done = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const { world, siti, url } = await stage(async (request, response) => {
    const update = (await json(request)) as Update;
    const text = update.message?.text ?? "";
    const refuse = text === "satu" && (refusals < 2 || !seen.includes("budi"));
    if (refuse) refusals++;
    else seen.push(text);
    response.writeHead(refuse ? 500 : 200).end();
    if (["satu", "dua", "tiga", "budi"].every((word) => seen.includes(word))) arrived();
  });
  const budi = world.person({ first_name: "Budi" });
  call(world, "setWebhook", { url });
  for (const word of ["satu", "dua", "tiga"]) siti.says(word);
  budi.says("budi");
  await done;
  // The first word is refused until the other chat was heard: it would never come if chats waited for each other.
  expect(refusals).toBeGreaterThanOrEqual(2);
  expect(seen).toEqual(["budi", "satu", "dua", "tiga"]);
  expect(accepted(call(world, "getWebhookInfo"))).toMatchObject({
    url,
    last_error_message: "Wrong response from the webhook: 500 Internal Server Error",
  });
});

it("a bot may answer the webhook with a call", async () => {
  const { world, siti, url } = await stage((request, response) => {
    request.resume();
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ method: "sendMessage", chat_id: siti.id, text: "langsung" }));
  });
  call(world, "setWebhook", { url });
  siti.says("halo");
  await until(world, () => world.ledger.length === 1);
  expect(siti.lastMessage()?.text).toBe("langsung");
});

it("updates wait in the queue when the webhook is taken away", async () => {
  const { world, siti, server, url } = await stage((request, response) => {
    request.resume();
    response.writeHead(503).end();
  });
  call(world, "setWebhook", { url });
  siti.says("menunggu");
  expect(accepted(call(world, "getWebhookInfo"))).toMatchObject({ pending_update_count: 1, max_connections: 40 });
  call(world, "deleteWebhook");
  const updates = await new Api(world.token, { apiRoot: server.url }).getUpdates();
  expect(updates.map((update) => update.message?.text)).toEqual(["menunggu"]);
  call(world, "deleteWebhook", { drop_pending_updates: true });
  expect(world.updates.size).toBe(0);
});

it.each([
  [{ url: "http://bot.example.id/hook" }, "bad webhook: An HTTPS URL must be provided for webhook"],
  [{ url: "no address" }, "bad webhook: invalid webhook URL specified"],
  [{ url: "https://bot.example.id", secret_token: "with space" }, "secret token contains unallowed characters"],
])("setWebhook %j is refused", (params, sentence) => {
  const { world } = stillWorld();
  expect(refusal(call(world, "setWebhook", params))).toBe(`400 Bad Request: ${sentence}`);
});
