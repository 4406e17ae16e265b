// Inline keyboards and reply keyboards, and what pressing them does.
import type { Message } from "grammy/types";
import { describe, expect, it } from "vitest";
import { accepted, call, EVENING, refusal, stillWorld } from "../support.js";

const keyboard = (...buttons: object[]) => ({ inline_keyboard: [buttons] });
const ask = (world: ReturnType<typeof stillWorld>["world"], chat_id: number, reply_markup: object) =>
  call(world, "sendMessage", { chat_id, text: "Pilih", reply_markup });

describe("inline keyboards", () => {
  it("take callback data of 1 to 64 bytes, counted as UTF-8", () => {
    const { world, siti } = stillWorld();
    accepted(ask(world, siti.id, keyboard({ text: "Ya", callback_data: "é".repeat(32) })));
    for (const callback_data of ["", "x".repeat(65), "é".repeat(33)]) {
      const answer = ask(world, siti.id, keyboard({ text: "Ya", callback_data }));
      expect(refusal(answer)).toBe("400 Bad Request: BUTTON_DATA_INVALID");
    }
  });

  it.each([
    [keyboard({ text: "Ya" }), "can't parse InlineKeyboardButton: Text buttons are not allowed in the inline keyboard"],
    [keyboard({ callback_data: "y" }), "can't parse InlineKeyboardButton: Can't find field \"text\""],
    [keyboard({ text: "Ya", callback_data: "y", url: "https://a.id" }), "BUTTON_TYPE_INVALID"],
    [keyboard({ text: "Ya", url: "not an address" }), "BUTTON_URL_INVALID"],
    [
      keyboard({ text: "Ya", callback_data: "y", style: "pink" }),
      "can't parse InlineKeyboardButton: Invalid button style specified",
    ],
    [{ inline_keyboard: {} }, 'field "inline_keyboard" must be of type Array'],
    [{ inline_keyboard: [{}] }, 'field "inline_keyboard" must be an Array of Arrays'],
    [{ nothing: true }, "can't parse reply markup JSON object"],
    [
      { inline_keyboard: Array.from({ length: 101 }, () => [{ text: "x", callback_data: "x" }]) },
      "reply markup is too long",
    ],
  ])("refuse %j", (markup, sentence) => {
    const { world, siti } = stillWorld();
    expect(refusal(ask(world, siti.id, markup))).toBe(`400 Bad Request: ${sentence}`);
  });

  it("send a callback query with the message, which can be answered once", () => {
    const { world, siti } = stillWorld();
    const sent = accepted<Message>(ask(world, siti.id, keyboard({ text: "Ya", callback_data: "y:1" })));
    const query = siti.presses("Ya").callback_query!;
    expect(query).toMatchObject({ data: "y:1", from: { id: siti.id }, message: { message_id: sent.message_id } });
    expect(world.takeUpdates()).toHaveLength(1);

    accepted(call(world, "answerCallbackQuery", { callback_query_id: query.id, text: "Tersimpan" }));
    expect(siti.answers()).toEqual([
      { queryId: query.id, userId: siti.id, data: "y:1", text: "Tersimpan", showAlert: false, at: EVENING },
    ]);
    expect(refusal(call(world, "answerCallbackQuery", { callback_query_id: query.id }))).toBe(
      "400 Bad Request: query is too old and response timeout expired or query ID is invalid",
    );
  });

  it("lose their query after 150 seconds", () => {
    const { world, clock, siti } = stillWorld();
    ask(world, siti.id, keyboard({ text: "Ya", callback_data: "y" }));
    const inTime = siti.presses("Ya").callback_query!;
    const tooLate = siti.presses("Ya").callback_query!;
    clock.advance(150_000);
    accepted(call(world, "answerCallbackQuery", { callback_query_id: inTime.id }));
    clock.advance(1);
    expect(refusal(call(world, "answerCallbackQuery", { callback_query_id: tooLate.id }))).toMatch(/query is too old/);
  });

  it("can be pressed on an old screen after they are gone", () => {
    const { world, siti } = stillWorld();
    const sent = accepted<Message>(ask(world, siti.id, keyboard({ text: "Ya", callback_data: "y" })));
    call(world, "editMessageText", { chat_id: siti.id, message_id: sent.message_id, text: "Sudah dijawab" });
    expect(() => siti.presses("Ya")).toThrow('There is no button "Ya" to press');
    expect(siti.pressesOn(sent.message_id, "y").callback_query).toMatchObject({ data: "y" });
  });

  it("lead through a deep link when the button is one", () => {
    const { world, siti } = stillWorld();
    ask(world, siti.id, keyboard({ text: "Gabung", url: `https://t.me/${world.bot.username}?start=abc` }));
    expect(siti.presses("Gabung").message?.text).toBe("/start abc");
  });
});

describe("reply keyboards", () => {
  const contactKeyboard = {
    keyboard: [[{ text: "Bagikan nomor", request_contact: true }], ["Lewati"]],
    one_time_keyboard: true,
  };

  it("stand under the input field until they are used once or removed", () => {
    const { world, siti } = stillWorld();
    const sent = accepted<Message>(ask(world, siti.id, contactKeyboard));
    expect(sent.reply_markup).toBeUndefined();
    expect(siti.buttons()).toEqual(["[Bagikan nomor]", "[Lewati]"]);
    expect(siti.presses("Lewati").message?.text).toBe("Lewati");
    expect(siti.keyboard()).toBeUndefined();

    ask(world, siti.id, { keyboard: [["Lewati"]] });
    ask(world, siti.id, { remove_keyboard: true });
    expect(siti.keyboard()).toBeUndefined();
  });

  it("share one's own card, which names the sharer", () => {
    const { world, siti } = stillWorld();
    ask(world, siti.id, contactKeyboard);
    const { message } = siti.presses("Bagikan nomor");
    expect(message?.contact).toMatchObject({ user_id: siti.id, first_name: "Siti" });
    const other = siti.sharesContact({ phone: "+628550000", user_id: 5 }).message;
    expect(other?.contact).toEqual({ phone_number: "+628550000", first_name: "Kenalan", user_id: 5 });
  });

  it("a forced reply quotes the question", () => {
    const { world, siti } = stillWorld();
    const asked = accepted<Message>(ask(world, siti.id, { force_reply: true }));
    expect(siti.says("Budi").message?.reply_to_message?.message_id).toBe(asked.message_id);
    expect(siti.says("Lagi").message?.reply_to_message).toBeUndefined();
  });
});
