import { expect, test } from "vitest";
import { chatOf } from "../../src/intake/chat-of.js";

const chat = { id: -1007, type: "supergroup" };
const from = { id: 42 };

test.each([
  ["a message", { update_id: 1, message: { chat, from } }, -1007],
  ["an edit", { update_id: 1, edited_message: { chat, from } }, -1007],
  ["a press under a message", { update_id: 1, callback_query: { from, message: { chat } } }, -1007],
  ["a press under a message too old to be told", { update_id: 1, callback_query: { from } }, 42],
  ["a block or unblock", { update_id: 1, my_chat_member: { chat, from } }, -1007],
  ["an inline query", { update_id: 1, inline_query: { from, query: "" } }, 42],
  ["a poll's count", { update_id: 1, poll: { id: "x" } }, 0],
  ["nothing known", { update_id: 1 }, 0],
])("%s goes to its lane", (_, update, expected) => {
  expect(chatOf(update)).toBe(expected);
});
