import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ActionName, action, meansPractice, readAction } from "../../../src/domain/messages/action.js";
import { ACTIONS } from "../../../src/domain/messages/actions.js";
import { isPractice, type Shape } from "../../../src/domain/messages/id-shape.js";

const NAMES = Object.keys(ACTIONS) as ActionName[];
const shapesOf = (name: ActionName): readonly Shape[] => ACTIONS[name];
const withPractice = NAMES.filter((name) => shapesOf(name).includes(isPractice));

describe("a button's data", () => {
  test("of no button of ours is read as none", () => {
    for (const data of ["", "nothing", "toString", "__proto__:1", "constructor", ":1"]) {
      expect(readAction(data)).toBeNull();
    }
  });

  test("with more ids than its button has is none of ours", () => {
    for (const name of NAMES) {
      const surplus = [name, ...shapesOf(name).map(() => ""), "1"].join(":");
      expect(readAction(surplus)).toBeNull();
    }
  });

  test("never makes a handler see what its shape refuses, whatever is sent", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.array(fc.string({ maxLength: 12 }), { maxLength: 4 }),
        (name, texts) => {
          const pressed = readAction([name, ...texts].join(":"));
          if (pressed === null) return;
          expect(pressed.name).toBe(name);
          expect(pressed.ids).toHaveLength(shapesOf(name).length);
          expect(pressed.ids).not.toContain(undefined);
        },
      ),
    );
  });

  test("that is longer than Telegram takes is a fault of ours, thrown at once", () => {
    const name = NAMES.find((one) => shapesOf(one).some(({ kind }) => kind === "token"));
    if (name === undefined) throw new Error("No button has a token.");
    const ids = shapesOf(name).map(({ kind }) => (kind === "token" ? "x".repeat(64) : undefined));
    expect(() => (action as (name: string, ...ids: unknown[]) => string)(name, ...ids)).toThrow(RangeError);
  });

  test("is about practice only when its flag says so, wherever the flag stands", () => {
    expect(withPractice.length).toBeGreaterThan(1);
    for (const name of withPractice) {
      const shapes = shapesOf(name);
      const ids = shapes.map((shape) => shape === isPractice);
      const without = shapes.map(() => false);
      expect(meansPractice({ name, ids } as never)).toBe(true);
      expect(meansPractice({ name, ids: without } as never)).toBe(false);
    }
    // "true" at the place of another flag means something else.
    const other = NAMES.find((name) =>
      shapesOf(name).some((shape) => shape.words.length === 1 && shape !== isPractice),
    );
    if (other !== undefined) {
      const ids = shapesOf(other).map((shape) => shape !== isPractice);
      expect(meansPractice({ name: other, ids } as never)).toBe(false);
    }
  });
});
