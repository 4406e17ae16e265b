// The Bot API over HTTP with real grammY bots: long polling, conflicts, bodies, albums.
import { get } from "node:http";
import { Bot, GrammyError, InlineKeyboard } from "grammy";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { type SandboxServer, startSandboxServer } from "../../src/sandbox/server.js";
import type { World } from "../../src/sandbox/shapes.js";
import { createWorld } from "../../src/sandbox/world.js";
import { until } from "./support.js";

let world: World;
let server: SandboxServer;
beforeEach(async () => {
  world = createWorld();
  server = await startSandboxServer(world, {
    routes: (request, response) => {
      if (request.url !== "/halaman") return false;
      response.end("halaman");
      return true;
    },
  });
});
afterEach(() => server.close());

const newBot = () => new Bot(world.token, { client: { apiRoot: server.url } });
const post = (method: string, body: string, type = "application/json", token = world.token) =>
  fetch(`${server.url}/bot${token}/${method}`, { method: "POST", headers: { "content-type": type }, body });

test.each([
  ["127.0.0.1", 404],
  ["localhost:8090", 404],
  ["LOCALHOST", 404],
  ["[::1]:8090", 404],
  ["evil.example", 403],
  ["127.0.0.1.evil.example:8090", 403],
  ["localhost.evil.example", 403],
])("a page asks by the name %s and is answered with %i", async (host, status) => {
  const { port } = new URL(server.url);
  const answered = await new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path: "/nothing", headers: { host } }, (response) => {
      resolve(response.resume().statusCode);
    }).once("error", reject);
  });
  expect(answered).toBe(status);
});

describe("a polling bot", () => {
  it("talks with a person from Start to the answered button", async () => {
    const bot = newBot();
    bot.command("start", (ctx) =>
      ctx.reply(`Halo ${ctx.match}`, { reply_markup: new InlineKeyboard().text("Ya", "y").text("Tidak", "n") }),
    );
    bot.callbackQuery("y", async (ctx) => {
      await ctx.answerCallbackQuery("Tersimpan");
      await ctx.editMessageText("Terima kasih");
    });
    const running = bot.start();
    const siti = world.person({ first_name: "Siti" });
    siti.start("abc");
    await until(world, () => siti.buttons().length === 2);
    expect(siti.lastMessage()?.text).toBe("Halo abc");
    siti.presses("Ya");
    await until(world, () => siti.lastMessage()?.text === "Terima kasih");
    expect(siti.answers()).toMatchObject([{ data: "y", text: "Tersimpan" }]);
    await bot.stop();
    await running;
    expect(world.unknownMethods).toEqual([]);
    expect(world.poller).toBeUndefined();
  });

  it("is woken at once, and gets an album in one batch", async () => {
    const polled = newBot().api.getUpdates({ timeout: 30 });
    await pollOpens();
    const siti = world.person({ first_name: "Siti" });
    siti.start();
    expect(await polled).toHaveLength(1);
    const next = newBot().api.getUpdates({ timeout: 30, offset: (await polled)[0]!.update_id + 1 });
    await pollOpens();
    siti.sendsAlbum([{}, {}, {}]);
    expect(await next).toHaveLength(3);
  });

  it("is ended by another one with 409, which goes on", async () => {
    const first = newBot().api.getUpdates({ timeout: 30 });
    const ended = first.catch((error: unknown) => error);
    await pollOpens();
    const second = newBot().api.getUpdates({ timeout: 30 });
    const error = await ended;
    expect(error).toBeInstanceOf(GrammyError);
    expect(error).toMatchObject({
      error_code: 409,
      description: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    });
    world.person({ first_name: "Siti" }).start();
    expect(await second).toHaveLength(1);
  });

  it("is ended when a webhook is set", async () => {
    const ended = newBot()
      .api.getUpdates({ timeout: 30 })
      .catch((error: unknown) => error);
    await pollOpens();
    await newBot().api.setWebhook("https://bot.example.id/hook");
    expect(await ended).toMatchObject({ error_code: 409, description: "Conflict: terminated by setWebhook request" });
  });

  it("that hangs up leaves the updates to the next one", async () => {
    const hangUp = new AbortController();
    const gone = newBot()
      .api.getUpdates({ timeout: 30 }, hangUp.signal as never)
      .catch(() => "gone");
    await pollOpens();
    hangUp.abort();
    expect(await gone).toBe("gone");
    world.person({ first_name: "Siti" }).start();
    expect(await newBot().api.getUpdates()).toHaveLength(1);
  });
});

describe("bodies", () => {
  it("come as JSON, as a form, or in the address", async () => {
    const siti = world.person({ first_name: "Siti" });
    siti.start();
    const id = siti.id;
    await post("sendMessage", JSON.stringify({ chat_id: id, text: "json" }));
    await post("sendMessage", `chat_id=${id}&text=form+satu`, "application/x-www-form-urlencoded");
    await fetch(`${server.url}/bot${world.token}/sendMessage?chat_id=${id}&text=alamat`);
    expect(world.ledger.map(({ text }) => text)).toEqual(["json", "form satu", "alamat"]);
  });

  it.each([
    ["{", "Bad Request: can't parse JSON object"],
    ["[]", "Bad Request: can't parse JSON object: expected an Object"],
  ])("that are %s are refused", async (body, description) => {
    const response = await post("sendMessage", body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ ok: false, error_code: 400, description });
  });

  it("that are no form although they say so are refused", async () => {
    const response = await post("sendPhoto", "rubbish", "multipart/form-data; boundary=x");
    expect(response.status).toBe(400);
  });
});

describe("answers", () => {
  it("carry the code of the refusal as HTTP status", async () => {
    expect((await post("sendMessage", '{"chat_id":1,"text":"x"}')).status).toBe(400);
    expect((await post("getMe", "{}", "application/json", "1:wrong")).status).toBe(401);
    expect((await post("sendDice", "{}")).status).toBe(404);
    expect(world.unknownMethods).toEqual(["sendDice"]);
    expect((await fetch(`${server.url}/elsewhere`)).status).toBe(404);
  });

  it("of other pages come from the routes that were handed in", async () => {
    expect(await (await fetch(`${server.url}/halaman`)).text()).toBe("halaman");
  });
});

/** Resolves once a long poll is being held. */
async function pollOpens(): Promise<void> {
  while (world.poller === undefined) await new Promise((resolve) => setImmediate(resolve));
}
