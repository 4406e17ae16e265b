// Messages of the bot: what is accepted, and Telegram's exact sentences when it is not.
import type { Message } from "grammy/types";
import { describe, expect, it } from "vitest";
import { answerCall } from "../../../src/sandbox/methods/answer-call.js";
import { accepted, call, EVENING, refusal, stillWorld } from "../support.js";

describe("sendMessage", () => {
  it("puts the message into the chat, the ledger and the person's hands", () => {
    const { world, siti } = stillWorld();
    const message = accepted<Message>(call(world, "sendMessage", { chat_id: siti.id, text: "Selamat pagi" }));
    expect(message).toMatchObject({ text: "Selamat pagi", chat: { id: siti.id, type: "private" } });
    expect(message.from).toMatchObject({ is_bot: true, username: world.bot.username });
    expect(siti.lastMessage()).toEqual(message);
    expect(siti.unread()).toBe(1);
    expect(world.ledger).toEqual([
      {
        chatId: siti.id,
        messageId: message.message_id,
        text: "Selamat pagi",
        at: EVENING,
        method: "sendMessage",
        payload: { chat_id: siti.id, text: "Selamat pagi" },
      },
    ]);
  });

  it("takes exactly 4096 units and refuses one more", () => {
    const { world, siti } = stillWorld();
    accepted(call(world, "sendMessage", { chat_id: siti.id, text: "x".repeat(4096) }));
    const answer = call(world, "sendMessage", { chat_id: siti.id, text: "x".repeat(4097) });
    expect(refusal(answer)).toBe("400 Bad Request: message is too long");
    expect(world.ledger).toHaveLength(1);
  });

  it("counts length in UTF-16 units after the markup is read", () => {
    const { world, siti } = stillWorld();
    const bold = `<b>${"x".repeat(4096)}</b>`;
    accepted(call(world, "sendMessage", { chat_id: siti.id, text: bold, parse_mode: "HTML" }));
    const faces = call(world, "sendMessage", { chat_id: siti.id, text: "😀".repeat(2049) });
    expect(refusal(faces)).toBe("400 Bad Request: message is too long");
  });

  it.each([
    [{ text: "" }, "message text is empty"],
    [{}, "message text is empty"],
    [{ text: " \n " }, "text must be non-empty"],
    [{ text: 7 }, 'field "text" must be of type String'],
    [{ text: { a: 1 } }, 'field "text" must be of type String'],
    [{ text: "x", entities: "no json" }, "can't parse entities JSON object"],
    [{ text: "x", entities: {} }, 'field "entities" must be of type Array'],
    [{ text: "x", reply_markup: 3 }, 'field "reply_markup" must be of type Object'],
    [{ text: "x", parse_mode: "MarkdownV2" }, "unsupported parse_mode"],
    [{ text: "x", reply_parameters: { message_id: 999 } }, "message to be replied not found"],
  ])("refuses %j", (params, sentence) => {
    const { world, siti } = stillWorld();
    expect(refusal(call(world, "sendMessage", { chat_id: siti.id, ...params }))).toBe(`400 Bad Request: ${sentence}`);
    expect(world.ledger).toEqual([]);
  });

  it("replies to a message, or without it when that is allowed", () => {
    const { world, siti } = stillWorld();
    const asked = siti.says("Apa kabar?").message!;
    const reply = { chat_id: siti.id, text: "Baik", reply_parameters: { message_id: asked.message_id } };
    expect(accepted<Message>(call(world, "sendMessage", reply)).reply_to_message?.text).toBe("Apa kabar?");
    const loose = { ...reply, reply_parameters: { message_id: 999, allow_sending_without_reply: true } };
    expect(accepted<Message>(call(world, "sendMessage", loose)).reply_to_message).toBeUndefined();
  });
});

describe("people who cannot be written to", () => {
  it("are unknown, not started, blocking, gone, or a group that left the bot behind", () => {
    const { world, siti } = stillWorld();
    const budi = world.person({ first_name: "Budi" });
    const send = (chat_id: unknown) => call(world, "sendMessage", { chat_id, text: "Halo" });

    expect(refusal(send(undefined))).toBe("400 Bad Request: chat_id is empty");
    expect(refusal(send(12345))).toBe("400 Bad Request: chat not found");
    expect(refusal(send("@nobody"))).toBe("400 Bad Request: chat not found");
    expect(refusal(send(budi.id))).toBe("403 Forbidden: bot can't initiate conversation with a user");

    siti.blocks();
    expect(refusal(send(siti.id))).toBe("403 Forbidden: bot was blocked by the user");
    siti.unblocks();
    accepted(send(siti.id));

    siti.deactivates();
    expect(refusal(send(siti.id))).toBe("403 Forbidden: user is deactivated");
  });

  it("a group that throws the bot out, and one that was upgraded", () => {
    const { world, siti } = stillWorld();
    const old = world.group({ title: "Kelas Bintan", members: [siti] });
    const upgraded = old.upgrades();
    const answer = call(world, "sendMessage", { chat_id: old.id, text: "Halo" });
    expect(answer).toEqual({
      ok: false,
      error_code: 400,
      description: "Bad Request: group chat was upgraded to a supergroup chat",
      parameters: { migrate_to_chat_id: upgraded.id },
    });
    upgraded.kicksBot(siti);
    const kicked = call(world, "sendMessage", { chat_id: upgraded.id, text: "Halo" });
    expect(refusal(kicked)).toBe("403 Forbidden: bot was kicked from the supergroup chat");
  });
});

describe("copies and forwards", () => {
  it("copy without a trace of the sender, forward with it", () => {
    const { world, siti } = stillWorld();
    const original = siti.says("Laporan saya").message!;
    const where = { chat_id: siti.id, from_chat_id: siti.id, message_id: original.message_id };
    const copy = accepted(call(world, "copyMessage", where));
    expect(Object.keys(copy)).toEqual(["message_id"]);
    expect(siti.lastMessage()).toMatchObject({ text: "Laporan saya", from: { is_bot: true } });
    const forwarded = accepted<Message>(call(world, "forwardMessage", where));
    expect(forwarded.forward_origin).toMatchObject({ type: "user", sender_user: { id: siti.id } });
  });

  it("are refused when the message is gone", () => {
    const { world, siti } = stillWorld();
    const where = { chat_id: siti.id, from_chat_id: siti.id, message_id: 999 };
    expect(refusal(call(world, "copyMessage", where))).toBe("400 Bad Request: message to copy not found");
    expect(refusal(call(world, "forwardMessage", where))).toBe("400 Bad Request: message to forward not found");
  });
});

describe("the door to the Bot API", () => {
  it("knows methods in any case and remembers those it does not know", () => {
    const { world } = stillWorld();
    expect(accepted(call(world, "GETME"))).toMatchObject({ is_bot: true });
    expect(refusal(call(world, "sendDice"))).toBe("404 Not Found: method not found");
    expect(world.unknownMethods).toEqual(["sendDice"]);
  });

  it("refuses a revoked token with 401, a shapeless one with 404, and records the calls", () => {
    const { world } = stillWorld();
    const as = (token: string) => answerCall(world, { token, method: "getMe", params: {}, uploads: new Map() });
    const before = world.token;
    world.token = "7000000001:AAnew";
    expect(refusal(as(before))).toBe("401 Unauthorized");
    expect(refusal(as("nonsense"))).toBe("404 Not Found");
    accepted(as("7000000001:AAnew"));
    expect(world.calls.map(({ code }) => code)).toEqual([401, 404, 200]);
  });

  it("shows what the bot does until it speaks", () => {
    const { world, siti } = stillWorld();
    accepted(call(world, "sendChatAction", { chat_id: siti.id, action: "typing" }));
    expect(world.chats.get(siti.id)!.lastAction).toEqual({ action: "typing", at: EVENING });
    call(world, "sendMessage", { chat_id: siti.id, text: "Sudah" });
    expect(world.chats.get(siti.id)!.lastAction).toBeUndefined();
    const wrong = call(world, "sendChatAction", { chat_id: siti.id, action: "sleeping" });
    expect(refusal(wrong)).toBe("400 Bad Request: wrong parameter action in request");
  });
});
