import { expect, test } from "vitest";
import { createFloodWatch } from "../../src/delivery/flood-watch.js";

test("one refused chat is that chat's matter; a second one is everybody's", () => {
  const watch = createFloodWatch();
  expect(watch.isProbing()).toBe(false);
  expect(watch.refused(1)).toBe(false);
  expect(watch.isProbing()).toBe(true);
  expect(watch.refused(1)).toBe(false);
  expect(watch.refused(2)).toBe(true);
  expect(watch.isProbing()).toBe(true);
});

test("a message that left after the refusal and arrived clears the bot; an older one proves nothing", () => {
  const watch = createFloodWatch();
  const before = watch.departure();
  watch.refused(1);
  watch.accepted(before);
  expect(watch.isProbing()).toBe(true);
  watch.accepted(watch.departure());
  expect(watch.isProbing()).toBe(false);
  expect(watch.refused(2)).toBe(false);
});
