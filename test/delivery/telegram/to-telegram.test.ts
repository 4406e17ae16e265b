import { InputFile } from "grammy";
import { expect, test } from "vitest";
import { toTelegram } from "../../../src/delivery/telegram/to-telegram.js";

const bold = { type: "bold", offset: 0, length: 4 } as const;

test("text becomes one message with its entities and without a preview", () => {
  expect(toTelegram(7, { text: "Halo Siti", marks: [bold] })).toEqual({
    method: "sendMessage",
    payload: { chat_id: 7, text: "Halo Siti", entities: [bold], link_preview_options: { is_disabled: true } },
  });
});

test("plain leaves the marks out", () => {
  expect(toTelegram(7, { text: "Halo", marks: [bold] }, { plain: true }).payload).not.toHaveProperty("entities");
});

test("buttons keep their rows, their tone and their purpose", () => {
  const { payload } = toTelegram(7, {
    text: "?",
    marks: [],
    buttons: [[{ label: "Ya", data: "y:1", tone: "success" }], [{ label: "Buka", url: "https://example.org" }]],
  });
  expect(payload).toHaveProperty("reply_markup", {
    inline_keyboard: [
      [{ text: "Ya", style: "success", callback_data: "y:1" }],
      [{ text: "Buka", url: "https://example.org" }],
    ],
  });
});

test("the contact keyboard asks for the number, and can be taken away", () => {
  const asking = toTelegram(7, { text: "?", marks: [], keyboard: { askContact: "Bagikan", choices: ["Nanti"] } });
  expect(asking.payload).toHaveProperty("reply_markup", {
    keyboard: [[{ text: "Bagikan", request_contact: true }], [{ text: "Nanti" }]],
    resize_keyboard: true,
    one_time_keyboard: true,
  });
  const away = toTelegram(7, { text: "?", marks: [], keyboard: "remove" });
  expect(away.payload).toHaveProperty("reply_markup", { remove_keyboard: true });
});

test("a photo takes the text as its caption", () => {
  expect(toTelegram(7, { text: "Halo", marks: [bold], attachment: { kind: "photo", fileId: "f" } })).toEqual({
    method: "sendPhoto",
    payload: { chat_id: 7, photo: "f", caption: "Halo", caption_entities: [bold] },
  });
});

test("a file that we make is uploaded under its name", () => {
  const call = toTelegram(7, { text: "", marks: [], attachment: { kind: "document", name: "a.csv", base64: "YTti" } });
  expect(call.method).toBe("sendDocument");
  expect(call.method === "sendDocument" && call.payload.document).toBeInstanceOf(InputFile);
  expect(call.payload).not.toHaveProperty("caption");
});

test("a voice message is sent as one, and what follows a message makes no sound", () => {
  expect(toTelegram(7, { text: "", marks: [], attachment: { kind: "voice", fileId: "v" }, silent: true })).toEqual({
    method: "sendVoice",
    payload: { chat_id: 7, voice: "v", disable_notification: true },
  });
});

test("an album is one call, with the words below each file", () => {
  const album = { kind: "photos" as const, fileIds: ["a", "b"] };
  expect(toTelegram(7, { text: "Halo", marks: [bold], attachment: album })).toEqual({
    method: "sendMediaGroup",
    payload: {
      chat_id: 7,
      media: [
        { type: "photo", media: "a", caption: "Halo", caption_entities: [bold] },
        { type: "photo", media: "b", caption: "Halo", caption_entities: [bold] },
      ],
    },
  });
  const documents = { kind: "documents" as const, fileIds: ["a", "b"] };
  const call = toTelegram(7, { text: "", marks: [], attachment: documents, silent: true });
  expect(call.payload).toMatchObject({
    media: [{ type: "document" }, { type: "document" }],
    disable_notification: true,
  });
});
