// Editing, deleting, pinning and reacting.
import type { Message } from "grammy/types";
import { describe, expect, it } from "vitest";
import { samplePicture } from "../../../src/sandbox/media/pictures.js";
import { accepted, call, refusal, stillWorld } from "../support.js";

const ya = { inline_keyboard: [[{ text: "Ya", callback_data: "y" }]] };

function withMessage() {
  const stage = stillWorld();
  const sent = accepted<Message>(
    call(stage.world, "sendMessage", {
      chat_id: stage.siti.id,
      text: "<b>Lama</b>",
      parse_mode: "HTML",
      reply_markup: ya,
    }),
  );
  const at = { chat_id: stage.siti.id, message_id: sent.message_id };
  return { ...stage, at };
}

describe("edits", () => {
  it("replace text and keyboard, and are no new message", () => {
    const { world, siti, clock, at } = withMessage();
    clock.advance(60_000);
    accepted(call(world, "editMessageText", { ...at, text: "Baru" }));
    expect(siti.lastMessage()).toMatchObject({ text: "Baru", edit_date: siti.lastMessage()!.date + 60 });
    expect(siti.buttons()).toEqual([]);
    expect(world.ledger).toHaveLength(1);
  });

  it("that change nothing are refused, also after an edit", () => {
    const { world, at } = withMessage();
    const sentence =
      "400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
    const same = { ...at, text: "<i></i><b>Lama</b>", parse_mode: "HTML", reply_markup: ya };
    expect(refusal(call(world, "editMessageText", same))).toBe(sentence);
    accepted(call(world, "editMessageText", { ...at, text: "Lama", reply_markup: ya }));
    expect(refusal(call(world, "editMessageText", { ...at, text: "Lama", reply_markup: ya }))).toBe(sentence);
    expect(refusal(call(world, "editMessageReplyMarkup", { ...at, reply_markup: ya }))).toBe(sentence);
    accepted(call(world, "editMessageReplyMarkup", at));
  });

  it.each([
    ["editMessageText", { message_id: 999, text: "x" }, "message to edit not found"],
    ["editMessageText", { text: "" }, "message text is empty"],
    ["editMessageCaption", { caption: "x" }, "there is no caption in the message to edit"],
    ["editMessageText", { text: "x", reply_markup: { keyboard: [["x"]] } }, "inline keyboard expected"],
    ["deleteMessage", { message_id: 999 }, "message to delete not found"],
    ["pinChatMessage", { message_id: 999 }, "message to pin not found"],
  ])("%s with %j is refused", (method, params, sentence) => {
    const { world, at } = withMessage();
    expect(refusal(call(world, method, { ...at, ...params }))).toBe(`400 Bad Request: ${sentence}`);
  });

  it("of people's messages are refused", () => {
    const { world, siti, at } = withMessage();
    const theirs = siti.says("Punya saya").message!;
    const answer = call(world, "editMessageText", { ...at, message_id: theirs.message_id, text: "x" });
    expect(refusal(answer)).toBe("400 Bad Request: message can't be edited");
  });

  it("change captions and media", () => {
    const { world, siti } = withMessage();
    const picture = (n: number) => ({ filename: "a.png", mime: "image/png", bytes: samplePicture(n) });
    const photo = { chat_id: siti.id, photo: "attach://p", caption: "Satu" };
    const sent = accepted<Message>(call(world, "sendPhoto", photo, { p: picture(1) }));
    const at = { chat_id: siti.id, message_id: sent.message_id };
    accepted(call(world, "editMessageCaption", { ...at, caption: "Dua" }));
    expect(siti.lastMessage()?.caption).toBe("Dua");
    const media = { type: "photo", media: "attach://p", caption: "Tiga" };
    accepted(call(world, "editMessageMedia", { ...at, media }, { p: picture(2) }));
    expect(siti.lastMessage()?.caption).toBe("Tiga");
    expect(siti.lastMessage()?.photo?.at(-1)?.file_id).not.toBe(sent.photo?.at(-1)?.file_id);
  });
});

describe("deletions", () => {
  it("work for two days and take the message away", () => {
    const { world, siti, clock, at } = withMessage();
    accepted(call(world, "deleteMessage", at));
    expect(siti.received()).toEqual([]);
    const late = accepted<Message>(call(world, "sendMessage", { chat_id: siti.id, text: "x" }));
    clock.advance(48 * 3_600_000 + 1000);
    const answer = call(world, "deleteMessage", { ...at, message_id: late.message_id });
    expect(refusal(answer)).toBe("400 Bad Request: message can't be deleted for everyone");
  });

  it("of many pass over what is gone", () => {
    const { world, siti, at } = withMessage();
    accepted(call(world, "deleteMessages", { chat_id: siti.id, message_ids: [at.message_id, 999] }));
    expect(siti.received()).toEqual([]);
  });
});

it("pins are seen by getChat and can be taken away", () => {
  const { world, siti, at } = withMessage();
  accepted(call(world, "pinChatMessage", at));
  expect(accepted(call(world, "getChat", { chat_id: siti.id }))).toMatchObject({
    pinned_message: { message_id: at.message_id },
  });
  accepted(call(world, "unpinChatMessage", { chat_id: siti.id }));
  expect(accepted(call(world, "getChat", { chat_id: siti.id }))).not.toHaveProperty("pinned_message");
});

it("a reaction stands at the message", () => {
  const { world, siti } = withMessage();
  const { message_id } = siti.says("Selesai").message!;
  const reaction = [{ type: "emoji", emoji: "👍" }];
  accepted(call(world, "setMessageReaction", { chat_id: siti.id, message_id, reaction }));
  expect(world.chats.get(siti.id)!.reactions.get(message_id)).toEqual(["👍"]);
});
