// Whose number a shared contact is.
import { Context } from "grammy";
import type { Message, Update } from "grammy/types";
import { expect, test } from "vitest";
import { inputOf } from "../../../src/bot/kit/input.js";

const from = { id: 7, is_bot: false, first_name: "Siti" };
const bot = { id: 9, is_bot: true, first_name: "Bot lain" };

function shares(userId: number | undefined, more: Partial<Message> = {}) {
  const contact = {
    phone_number: "+628990000001",
    first_name: "Siti",
    ...(userId !== undefined && { user_id: userId }),
  };
  const message = {
    message_id: 1,
    date: 0,
    chat: { id: 7, type: "private", first_name: "Siti" },
    from,
    contact,
    ...more,
  };
  return inputOf(new Context({ update_id: 1, message } as Update, {} as never, {} as never));
}

test.each<[what: string, own: boolean, input: ReturnType<typeof inputOf>]>([
  ["their own", true, shares(7)],
  ["somebody else's", false, shares(8)],
  ["of nobody on Telegram", false, shares(undefined)],
  ["forwarded", false, shares(7, { forward_origin: { type: "hidden_user", sender_user_name: "Siti", date: 0 } })],
  ["written by another bot", false, shares(7, { via_bot: bot })],
])("a contact that is %s counts as their own number: %s", (_, own, input) => {
  expect(input).toMatchObject({ kind: "contact", own });
});
