import { expect, test } from "vitest";
import { receiveWebhook } from "../../src/intake/webhook.js";
import type { ReceivedUpdate } from "../../src/ports/inbox.js";
import { clock, update } from "./support.js";

function door() {
  const held: ReceivedUpdate[] = [];
  let rung = 0;
  const accept = async (updates: ReceivedUpdate[]) => {
    held.push(...updates);
    return updates.length;
  };
  const receive = (secret: string | undefined, body: string) =>
    receiveWebhook({ secret: "s3cret", inbox: { accept }, clock, onUpdates: () => rung++ }, { secret, body });
  return { receive, held, rung: () => rung };
}

test("an update with the secret is written down and rings the lanes", async () => {
  const { receive, held, rung } = door();
  expect(await receive("s3cret", JSON.stringify(update(5, 7)))).toBe(200);
  expect(held).toEqual([{ updateId: 5, chatId: 7, payload: update(5, 7) }]);
  expect(rung()).toBe(1);
});

test.each([undefined, "", "s3cre", "s3cret ", "S3CRET"])("the secret %j is refused", async (secret) => {
  const { receive, held } = door();
  expect(await receive(secret, JSON.stringify(update(5, 7)))).toBe(401);
  expect(held).toEqual([]);
});

test.each(["", "{", "null", "[]", '{"update_id":"5"}', '{"message":{}}'])("the body %j is no update", async (body) => {
  const { receive, held } = door();
  expect(await receive("s3cret", body)).toBe(400);
  expect(held).toEqual([]);
});

test("when it cannot be written down the door throws, so that Telegram brings it again", async () => {
  const accept = () => Promise.reject(new Error("database away"));
  const request = { secret: "s", body: JSON.stringify(update(5, 7)) };
  await expect(receiveWebhook({ secret: "s", inbox: { accept }, clock, onUpdates: () => {} }, request)).rejects.toThrow(
    "database away",
  );
});
