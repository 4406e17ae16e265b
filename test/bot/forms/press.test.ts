// The data of a form's buttons: within Telegram's 64 bytes whatever the value, and read back as the answer that the button showed.
import fc from "fast-check";
import { expect, test } from "vitest";
import { isPressOf, isWhole, pressData, readPress } from "../../../src/bot/forms/presses/press.js";

const values = fc.string({ minLength: 1, maxLength: 120, size: "max", unit: "grapheme" });

test("any value fits a button and is found again, among others too", () => {
  let long = 0;
  fc.assert(
    fc.property(values, values, fc.integer({ min: 1, max: 2 ** 31 - 1 }), (value, other, draftId) => {
      const data = pressData(draftId, "place", value);
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
      const press = readPress(data);
      expect(press).toMatchObject({ draftId, step: "place" });
      expect(isPressOf(value, press?.value ?? "")).toBe(true);
      expect(isPressOf(other, press?.value ?? "")).toBe(other === value);
      if (press?.value !== value) {
        long += 1;
        expect(isWhole(press?.value ?? "")).toBe(false);
      }
    }),
  );
  expect(long).toBeGreaterThan(10);
});
