// Files of one message of a thread, in as few messages as Telegram allows.
import { expect, test } from "vitest";
import { packed, type ThreadFile } from "../../../src/domain/threads/thread-file.js";

const files = (kind: ThreadFile["kind"], ...ids: string[]): ThreadFile[] =>
  ids.map((fileId) => ({ kind, fileId, albumId: null }));
const many = Array.from({ length: 11 }, (_, n) => `p${n}`);

test("photos go together, documents together, voice by itself, in their order", () => {
  const mixed = [
    ...files("photo", "a"),
    ...files("document", "d", "e"),
    ...files("photo", "b"),
    ...files("voice", "v"),
  ];
  expect(packed(mixed)).toEqual([
    { kind: "photos", fileIds: ["a", "b"] },
    { kind: "documents", fileIds: ["d", "e"] },
    { kind: "voice", fileId: "v" },
  ]);
});

test("the eleventh photo no longer fits the album", () => {
  expect(packed(files("photo", ...many))).toEqual([
    { kind: "photos", fileIds: many.slice(0, 10) },
    { kind: "photo", fileId: "p10" },
  ]);
  expect(packed([])).toEqual([]);
});
