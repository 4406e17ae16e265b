// What somebody wrote is an answer only to the question that they saw.
import { expect, test } from "vitest";
import { standingOf } from "../../src/bot/forms/standing.js";
import type { Asked } from "../../src/ports/queue/drafts.js";

/** At message 40, in place of what stood there until second 1,000. */
const EDITED: Asked = { key: "state", first: 40, last: 40, editedAt: 1000 };
/** As a message of its own, and once more after a slip. */
const BELOW: Asked = { key: "measure", first: 50, last: 52, editedAt: null };
const UNSEEN: Asked = { ...BELOW, refused: true };

test.each([
  ["is none in the second before it stands there", EDITED, { messageId: 41, sentAt: 999 }, "older"],
  ["is none in the second in which it is put there", EDITED, { messageId: 41, sentAt: 1000 }, "older"],
  ["is one in the second after", EDITED, { messageId: 41, sentAt: 1001 }, "answer"],
  ["is none when it is written above", BELOW, { messageId: 49, sentAt: 1000 }, "older"],
  ["is one when it is written below, in the same second too", BELOW, { messageId: 51, sentAt: 1000 }, "answer"],
  ["is one as a reply to any message that asked it", BELOW, { messageId: 60, sentAt: 1000, replyTo: 52 }, "answer"],
  ["is none as a reply to another message", BELOW, { messageId: 60, sentAt: 1000, replyTo: 49 }, "elsewhere"],
  ["is none to what was never shown", UNSEEN, { messageId: 60, sentAt: 1000 }, "unseen"],
  ["is one by a button, whenever", EDITED, { messageId: null, sentAt: null }, "answer"],
] as const)("an answer to a question %s", (_, asked, sent, standing) => {
  const envelope = { updateId: 1, replyTo: null, saidAt: new Date(0), lowestBefore: null, ...sent };
  expect(standingOf(asked, envelope)).toBe(standing);
});
