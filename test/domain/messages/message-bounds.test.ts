import { describe, expect, test } from "vitest";
import type { Message } from "../../../src/domain/messages/message.js";
import { boundsFault } from "../../../src/domain/messages/message-bounds.js";

const text = (length: number, more: Partial<Message> = {}): Message => ({
  text: "x".repeat(length),
  marks: [],
  ...more,
});
const photo = { kind: "photo", fileId: "f" } as const;
const rows = (...lengths: number[]) =>
  lengths.map((length) => Array.from({ length }, () => ({ label: "a", data: "b" })));

describe("a message is within Telegram's bounds", () => {
  test.each<[string, Message, Message, string]>([
    ["its text", text(4096), text(4097), "text"],
    ["the words under a picture", text(1024, { attachment: photo }), text(1025, { attachment: photo }), "caption"],
    [
      "its buttons",
      text(1, { buttons: rows(...Array(50).fill(2)) }),
      text(1, { buttons: rows(...Array(50).fill(2), 1) }),
      "buttons",
    ],
    ["a row of buttons", text(1, { buttons: rows(8) }), text(1, { buttons: rows(9) }), "row"],
    [
      "what a button carries",
      text(1, { buttons: [[{ label: "a", data: "x".repeat(64) }]] }),
      text(1, { buttons: [[{ label: "a", data: "é".repeat(33) }]] }),
      "data",
    ],
    ["a button's words", text(1, { buttons: rows(1) }), text(1, { buttons: [[{ label: " ", data: "b" }]] }), "label"],
    ["having any words", text(1), text(0), "empty"],
  ])("as far as %s goes, and not a step further", (_, fits, exceeds, bound) => {
    expect(boundsFault(fits)).toBeNull();
    expect(boundsFault(exceeds)).toMatchObject({ bound, over: expect.any(Number) });
  });

  test("an emoji counts as the two units that it is, and a picture may go without words", () => {
    expect(boundsFault({ text: "😀".repeat(2048), marks: [] })).toBeNull();
    expect(boundsFault({ text: "😀".repeat(2049), marks: [] })).toEqual({ bound: "text", over: 2 });
    expect(boundsFault({ text: "", marks: [], attachment: photo })).toBeNull();
  });
});
