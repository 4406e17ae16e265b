// The control door: people, state, faults, clock and events for a driver in another process.
import type { Message, Update } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { samplePicture } from "../../src/sandbox/media/pictures.js";
import { type SandboxServer, startSandboxServer } from "../../src/sandbox/server.js";
import { ACTIONS } from "../../src/sandbox/wire/control-actions.js";
import { createWorld } from "../../src/sandbox/world.js";
import { call, stillWorld } from "./support.js";

let stage: ReturnType<typeof stillWorld>;
let server: SandboxServer;
beforeEach(async () => {
  stage = stillWorld();
  server = await startSandboxServer(stage.world);
});
afterEach(() => server.close());

/** What the tests below look into; every answer holds some of it. */
interface Answer {
  error?: string;
  people?: { name: string }[];
  messages?: Message[];
  updates?: Update[];
}

async function get(path: string) {
  const response = await fetch(`${server.url}/sandbox${path}`);
  return { status: response.status, body: (await response.json()) as Answer };
}

async function post(path: string, args?: object) {
  const response = await fetch(`${server.url}/sandbox${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    ...(args === undefined ? {} : { body: JSON.stringify(args) }),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

const act = (action: string, args?: object) => post(`/people/${stage.siti.id}/${action}`, args);

describe("people", () => {
  it("are made and found in the state", async () => {
    const made = await post("/people", { first_name: "Budi", language_code: "en" });
    expect(made).toMatchObject({ status: 200, body: { name: "Budi", started: false, unread: 0 } });
    const { body } = await get("/state");
    expect(body).toMatchObject({ now: "2024-06-02T12:00:00.000Z", clockMovable: true, unknownMethods: [] });
    expect(body.people?.map(({ name }) => name)).toEqual(["Siti Aminah", "Budi"]);
    expect(await post("/people", {})).toEqual({ status: 400, body: { error: '"first_name" is missing' } });
  });

  it("do by JSON what they can do in process", async () => {
    const { world, siti } = stage;
    call(world, "sendMessage", {
      chat_id: siti.id,
      text: "Pilih",
      reply_markup: { inline_keyboard: [[{ text: "Ya", callback_data: "y" }]] },
    });
    const messageId = siti.lastMessage()!.message_id;
    const base64 = Buffer.from(samplePicture(3)).toString("base64");
    const acts: [string, object?][] = [
      ["start", { payload: "abc" }],
      ["opens", { link: `https://t.me/${world.bot.username}?start=x` }],
      ["says", { text: "halo" }],
      ["presses", { text: "Ya" }],
      ["presses", { data: "y" }],
      ["pressesOn", { messageId, data: "lama" }],
      ["sharesContact"],
      ["sharesContact", { phone: "+62855", user_id: 9 }],
      ["sendsPhoto", { caption: "foto", base64 }],
      ["sendsAlbum", { photos: [{ caption: "a" }, {}] }],
      ["sendsDocument", { name: "a.csv", mime: "text/csv", base64: "YQ==" }],
      ["sendsVoice", { seconds: 3 }],
      ["sendsLocation", { latitude: 1, longitude: 2 }],
      ["sendsSticker"],
      ["repliesTo", { messageId, text: "balas" }],
      ["forwards", { text: "terusan" }],
      ["markRead"],
      ["blocks"],
      ["unblocks"],
    ];
    for (const [action, args] of acts) {
      const { status, body } = await act(action, args);
      expect([action, status, body.error]).toEqual([action, 200, undefined]);
    }
    const own = siti.says("salah").message!.message_id;
    expect((await act("edits", { messageId: own, text: "benar" })).body.updates?.[0]?.edited_message?.text).toBe(
      "benar",
    );
    expect((await act("deletes", { messageId: own })).body).toEqual({ updates: [] });
    expect((await act("deactivates")).status).toBe(200);
    const done = new Set([...acts.map(([action]) => action), "edits", "deletes", "deactivates"]);
    expect([...done].sort()).toEqual([...ACTIONS].sort());
    expect(
      siti
        .chat()
        .find(({ caption }) => caption === "foto")
        ?.photo?.at(-1)?.width,
    ).toBe(320);
  });

  it("are told what they cannot do", async () => {
    expect(await act("presses", { text: "Tidak" })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('There is no button "Tidak"') },
    });
    expect((await act("flies")).body.error).toContain('People cannot "flies"');
    expect((await act("says")).body.error).toBe('"text" is missing');
    expect((await post("/people/1/says", { text: "x" })).status).toBe(404);
    expect((await get("/nowhere")).status).toBe(404);
  });
});

it("a chat shows messages, keyboard, toasts and menu", async () => {
  const { world, siti } = stage;
  call(world, "setMyCommands", { commands: [{ command: "bantuan", description: "Bantuan" }] });
  call(world, "sendMessage", { chat_id: siti.id, text: "Siapa?", reply_markup: { keyboard: [["Saya"]] } });
  const question = { force_reply: true, input_field_placeholder: "Nama" };
  call(world, "sendMessage", { chat_id: siti.id, text: "Nama?", reply_markup: question });
  const { body } = await get(`/people/${siti.id}/chat`);
  expect(body).toMatchObject({
    person: { unread: 2, last: { text: "Nama?", fromBot: true } },
    keyboard: { keyboard: [[{ text: "Saya" }]] },
    forceReply: { placeholder: "Nama" },
    menu: [{ command: "bantuan", description: "Bantuan" }],
    answers: [],
  });
  expect(body.messages?.map(({ text }) => text)).toEqual(["/start", "Siapa?", "Nama?"]);
});

it("ledger and calls are read from where one left off", async () => {
  const { world, siti } = stage;
  for (const text of ["satu", "dua", "tiga"]) call(world, "sendMessage", { chat_id: siti.id, text });
  const { body } = await get("/ledger?since=1");
  expect(body).toMatchObject([{ text: "dua", chatId: siti.id, at: "2024-06-02T12:00:00.000Z" }, { text: "tiga" }]);
  expect((await get("/calls?since=2")).body).toMatchObject([{ method: "sendMessage", code: 200 }]);
});

it("faults and limits are set", async () => {
  const { world, siti } = stage;
  await post("/faults", {
    method: "sendMessage",
    times: 1,
    fault: { kind: "status", code: 500, description: "restart" },
  });
  const send = () => fetch(`${server.url}/bot${world.token}/sendMessage?chat_id=${siti.id}&text=x`);
  expect([(await send()).status, (await send()).status]).toEqual([500, 200]);
  await post("/limits", { on: true });
  expect(world.limits.on).toBe(true);
});

it("the clock is moved, unless it is the real one", async () => {
  expect((await post("/clock", { advanceMs: 3_600_000 })).body).toEqual({ now: "2024-06-02T13:00:00.000Z" });
  expect((await post("/clock", { set: "2024-07-01T00:00:00Z" })).body).toEqual({ now: "2024-07-01T00:00:00.000Z" });
  expect((await post("/clock", {})).status).toBe(400);
  const real = await startSandboxServer(createWorld());
  const response = await fetch(`${real.url}/sandbox/clock`, { method: "POST", body: '{"advanceMs":1}' });
  await real.close();
  expect(response.status).toBe(409);
});

it("events tell what changed, line by line", async () => {
  const response = await fetch(`${server.url}/sandbox/events`);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).toBe(": open\n\n");
  stage.siti.says("halo");
  const line = (await reader.read()).value ?? "";
  expect(JSON.parse(line.replace("data: ", ""))).toMatchObject({ kind: "message", chatId: stage.siti.id });
  await reader.cancel();
});

it("files are shown with their type", async () => {
  const { photo } = stage.siti.sendsPhoto().message!;
  const picture = await fetch(`${server.url}/sandbox/files/${photo!.at(-1)!.file_id}`);
  expect(picture.headers.get("content-type")).toBe("image/png");
  const { document } = stage.siti.sendsDocument({ name: "é.csv", mime: "text/csv", bytes: Buffer.from("a") }).message!;
  const file = await fetch(`${server.url}/sandbox/files/${document!.file_id}`);
  expect(file.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''%C3%A9.csv");
  expect((await fetch(`${server.url}/sandbox/files/none`)).status).toBe(404);
});
