// Photos, documents, voices, albums and downloads, through grammY's own client on both wires.
import { Api, InputFile, InputMediaBuilder } from "grammy";
import type { Message } from "grammy/types";
import { afterEach, describe, expect, it } from "vitest";
import { inProcessFetch } from "../../../src/sandbox/in-process.js";
import { samplePicture } from "../../../src/sandbox/media/pictures.js";
import { type SandboxServer, startSandboxServer } from "../../../src/sandbox/server.js";
import type { World } from "../../../src/sandbox/shapes.js";
import { call, refusal, stillWorld } from "../support.js";

let server: SandboxServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const WIRES: Record<
  string,
  (world: World) => Promise<{ api: Api; get: (url: string) => Promise<Response>; root: string }>
> = {
  "over HTTP": async (world) => {
    server = await startSandboxServer(world);
    return { api: new Api(world.token, { apiRoot: server.url }), get: fetch, root: server.url };
  },
  "in process": async (world) => {
    const get = inProcessFetch(world);
    return { api: new Api(world.token, { fetch: get }), get, root: "https://api.telegram.org" };
  },
};

describe.each(Object.entries(WIRES))("uploads %s", (_name, connect) => {
  it("arrive as a photo in several sizes, with a caption that holds umlauts and quotes", async () => {
    const { world, siti } = stillWorld();
    const { api } = await connect(world);
    const sent = await api.sendPhoto(siti.id, new InputFile(samplePicture(1), "foto.png"), {
      caption: '<b>Ja"an</b> & Ra’as – é',
      parse_mode: "HTML",
    });
    expect(sent.photo.map(({ width, height }) => [width, height])).toEqual([
      [90, 68],
      [320, 240],
    ]);
    expect(sent.caption).toBe('Ja"an & Ra’as – é');
    expect(siti.lastMessage()).toEqual(sent);
    expect(world.ledger[0]?.text).toBe(sent.caption);
  });

  it("can be downloaded again byte by byte", async () => {
    const { world, siti } = stillWorld();
    const { api, get, root } = await connect(world);
    const bytes = Buffer.from("nama;desa\nSiti;Berakit\n");
    const sent = await api.sendDocument(siti.id, new InputFile(bytes, "peserta é.csv"));
    expect(sent.document).toMatchObject({ file_name: "peserta é.csv", mime_type: "text/csv", file_size: bytes.length });
    const file = await api.getFile(sent.document.file_id);
    const response = await get(`${root}/file/bot${world.token}/${file.file_path}`);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
    expect((await get(`${root}/file/bot1:wrong/${file.file_path}`)).status).toBe(404);
  });

  it("of an album become one message each under one album id", async () => {
    const { world, siti } = stillWorld();
    const { api } = await connect(world);
    const first = await api.sendPhoto(siti.id, new InputFile(samplePicture(1)));
    const album = await api.sendMediaGroup(siti.id, [
      InputMediaBuilder.photo(new InputFile(samplePicture(2)), { caption: "Satu" }),
      InputMediaBuilder.photo(first.photo.at(-1)!.file_id),
    ]);
    expect(album).toHaveLength(2);
    expect(new Set(album.map((message) => (message as Message.PhotoMessage).media_group_id)).size).toBe(1);
    expect((album[1] as Message.PhotoMessage).photo[0]?.file_id).toBe(first.photo.at(-1)?.file_id);
    expect(world.ledger.map(({ method, text }) => [method, text])).toEqual([
      ["sendPhoto", ""],
      ["sendMediaGroup", "Satu"],
      ["sendMediaGroup", ""],
    ]);
  });

  it("of a voice message keep their length", async () => {
    const { world, siti } = stillWorld();
    const { api } = await connect(world);
    const sent = await api.sendVoice(siti.id, new InputFile(Buffer.from("OggS"), "suara.ogg"), { duration: 7 });
    expect(sent.voice).toMatchObject({ duration: 7, mime_type: "audio/ogg" });
  });
});

describe("media that Telegram does not take", () => {
  const png = (bytes: Uint8Array) => ({ p: { filename: "a.png", mime: "image/png", bytes } });
  it.each([
    ["sendPhoto", { photo: "attach://p" }, png(Buffer.from("no picture")), "IMAGE_PROCESS_FAILED"],
    ["sendPhoto", { photo: "attach://p" }, png(Buffer.alloc(0)), "file must be non-empty"],
    ["sendPhoto", { photo: "attach://q" }, {}, "wrong file identifier/HTTP URL specified"],
    ["sendPhoto", { photo: "AgACnothing" }, {}, "wrong file identifier/HTTP URL specified"],
    ["sendPhoto", { photo: "https://perpusnas.go.id/a.jpg" }, {}, "failed to get HTTP URL content"],
    ["sendPhoto", {}, {}, "there is no photo in the request"],
    [
      "sendPhoto",
      { photo: "attach://p", caption: "x".repeat(1025) },
      png(samplePicture()),
      "message caption is too long",
    ],
    ["sendMediaGroup", { media: [] }, {}, "media must include 2-10 items"],
  ])("%s %j", (method, params, uploads, sentence) => {
    const { world, siti } = stillWorld();
    const answer = call(world, method, { chat_id: siti.id, ...params }, uploads as Parameters<typeof call>[3]);
    expect(refusal(answer)).toBe(`400 Bad Request: ${sentence}`);
    expect(world.ledger).toEqual([]);
  });

  it("a file over 20 MB can be sent by a person but not downloaded by the bot", () => {
    const { world, siti } = stillWorld();
    const huge = { name: "rekaman.zip", mime: "application/zip", bytes: new Uint8Array(), size: 50 * 1024 * 1024 };
    const { document } = siti.sendsDocument(huge).message!;
    expect(document?.file_size).toBe(huge.size);
    const answer = call(world, "getFile", { file_id: document!.file_id });
    expect(refusal(answer)).toBe("400 Bad Request: file is too big");
    const unknown = call(world, "getFile", { file_id: "x" });
    expect(refusal(unknown)).toBe("400 Bad Request: wrong file_id or the file is temporarily unavailable");
  });
});
