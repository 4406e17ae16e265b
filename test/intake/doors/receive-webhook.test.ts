import { expect, test } from "vitest";
import { isFromTelegram, receiveWebhook } from "../../../src/intake/doors/receive-webhook.js";
import type { ReceivedUpdate } from "../../../src/ports/queue/inbox.js";
import { clock, update } from "../support.js";

function door() {
  const held: ReceivedUpdate[] = [];
  let rung = 0;
  const accept = async (updates: ReceivedUpdate[]) => {
    held.push(...updates);
    return updates.length;
  };
  const receive = (body: string) => receiveWebhook({ inbox: { accept }, clock, onUpdates: () => rung++ }, body);
  return { receive, held, rung: () => rung };
}

test("an update is written down and rings the lanes", async () => {
  const { receive, held, rung } = door();
  expect(await receive(JSON.stringify(update(5, 7)))).toBe(200);
  expect(held).toEqual([{ updateId: 5, chatId: 7, payload: update(5, 7) }]);
  expect(rung()).toBe(1);
});

test.each([undefined, "", "s3cre", "s3cret ", "S3CRET"])("the secret %j is not Telegram's", (secret) => {
  expect(isFromTelegram(secret, "s3cret")).toBe(false);
  expect(isFromTelegram("s3cret", "s3cret")).toBe(true);
});

test.each([
  ...[
    "",
    "{",
    "null",
    "[]",
    "7",
    '"x"',
    '{"update_id":"5"}',
    '{"update_id":5.5}',
    '{"update_id":1e40}',
    '{"message":{}}',
  ],
  ...["1.5", '"7"', "null", "1e300", "{}", "true"].flatMap((id) => [
    `{"update_id":5,"message":{"chat":{"id":${id}}}}`,
    `{"update_id":5,"callback_query":{"message":{"chat":{"id":${id}}},"from":{"id":7}}}`,
    `{"update_id":5,"my_chat_member":{"chat":{"id":7},"from":{"id":${id}}}}`,
  ]),
  '{"update_id":5,"message":{"chat":7}}',
])("the body %j is no update", async (body) => {
  const { receive, held } = door();
  expect(await receive(body)).toBe(400);
  expect(held).toEqual([]);
});

test.each([
  ["lists", "[", "]"],
  ["objects", '{"a":', "}"],
])("a body of %s inside each other without end is no update, and overflows nothing", async (_, open, close) => {
  const nested = (levels: number) =>
    `{"update_id":5,"message":{"chat":{"id":7},"x":${open.repeat(levels)}1${close.repeat(levels)}}}`;
  const { receive, held } = door();
  for (const levels of [100, 20_000, 90_000]) expect(await receive(nested(levels))).toBe(400);
  expect(held).toEqual([]);
  expect(await receive(nested(40))).toBe(200);
});

test("brackets that somebody wrote are words, however many", async () => {
  const { receive } = door();
  const text = `${"[{".repeat(500)} \\" "`;
  expect(await receive(JSON.stringify({ update_id: 5, message: { chat: { id: 7 }, text } }))).toBe(200);
});

test("when it cannot be written down the door throws, so that Telegram brings it again", async () => {
  const accept = () => Promise.reject(new Error("database away"));
  const options = { inbox: { accept }, clock, onUpdates: () => {} };
  await expect(receiveWebhook(options, JSON.stringify(update(5, 7)))).rejects.toThrow("database away");
});
