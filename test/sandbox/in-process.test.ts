// A whole bot without a wire: pumped by hand, or polling as it does over HTTP.
import { Bot } from "grammy";
import { expect, it } from "vitest";
import { inProcessFetch } from "../../src/sandbox/in-process.js";
import { stillWorld, until } from "./support.js";

it("updates are taken from the world and handed to the bot; its answers are there when it is done", async () => {
  const { world, siti } = stillWorld();
  const bot = new Bot(world.token, { client: { fetch: inProcessFetch(world) }, botInfo: world.bot });
  bot.on("message:text", (ctx) => ctx.reply(`Diterima: ${ctx.message.text}`));
  siti.says("satu");
  siti.says("dua");
  for (const update of world.takeUpdates()) await bot.handleUpdate(update);
  expect(siti.received().map(({ text }) => text)).toEqual(["Diterima: satu", "Diterima: dua"]);
  expect(world.takeUpdates()).toEqual([]);
});

it("getUpdates answers at once when there is nothing", async () => {
  const { world } = stillWorld();
  const bot = new Bot(world.token, { client: { fetch: inProcessFetch(world) } });
  expect(await bot.api.getUpdates({ timeout: 30 })).toEqual([]);
});

it("a bot can poll as over HTTP, and stops when it is told to", async () => {
  const { world, siti } = stillWorld();
  const bot = new Bot(world.token, { client: { fetch: inProcessFetch(world, { longPolls: true }) } });
  bot.on("message:text", (ctx) => ctx.reply("Diterima"));
  const running = bot.start();
  siti.says("satu");
  await until(world, () => world.ledger.length === 1);
  await bot.stop();
  await running;
  expect(world.poller).toBeUndefined();
});

it("requests of any shape are read: no body, a form, a URL object", async () => {
  const { world, siti } = stillWorld();
  const call = inProcessFetch(world);
  const root = `https://api.telegram.org/bot${world.token}`;
  expect(await (await call(`${root}/getMe`)).json()).toMatchObject({ ok: true });
  const form = new FormData();
  form.set("chat_id", String(siti.id));
  form.set("document", new Blob(["a;b"]), "daftar hadir.csv");
  await call(new URL(`${root}/sendDocument`), { method: "POST", body: form });
  expect(siti.lastMessage()?.document?.file_name).toBe("daftar hadir.csv");
  const broken = await call(`${root}/getMe`, {
    method: "POST",
    body: "{",
    headers: { "content-type": "application/json" },
  });
  expect(broken.status).toBe(400);
  expect((await call("https://api.telegram.org/elsewhere")).status).toBe(404);
});
