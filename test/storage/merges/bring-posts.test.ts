// What a job would call the same message to the one who stays.
import { expect, test } from "vitest";
import { keyFor } from "../../../src/storage/merges/bring-posts.js";

test.each([
  ["session-reminder:7:h-1:2024-06-03:8", "session-reminder:7:h-1:2024-06-03:9"],
  ["announcement:8:8", "announcement:8:9"],
  ["plan-reminder:8:3:2024-07-01", "plan-reminder:9:3:2024-07-01"],
  ["missed:8:1718000000000", "missed:9:1718000000000"],
  ["review:8:8", "review:8:9"],
  ["thread_message:4:8", "thread_message:4:9"],
  // The number of something else.
  ["undelivered:8", "undelivered:8"],
  ["correction:2:8", "correction:2:8"],
  ["review:8:5", "review:8:5"],
])("%s", (key, renamed) => {
  expect(keyFor(key, 8, 9)).toBe(renamed);
});
