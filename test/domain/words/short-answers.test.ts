import { expect, test } from "vitest";
import { saysNone, saysRight } from "../../../src/domain/words/short-answers.js";

test.each(["ya", "Ya, benar", "Sudah benar!", "betul", "sudah", "yes", "That's right", "correct"])(
  "%s says that it is right",
  (typed) => {
    expect(saysRight(typed)).toBe(true);
  },
);

test.each(["tidak", "belum benar", "sudah, tapi namanya keliru", "no", "not right", "", "🌸"])(
  "%s does not say that it is right",
  (typed) => {
    expect(saysRight(typed)).toBe(false);
  },
);

test.each(["tidak ada", "Tidak ada.", "belum ada", "-", " – ", "no", "None", "nobody"])(
  "%s says that there is none",
  (typed) => {
    expect(saysNone(typed)).toBe(true);
  },
);

test.each(["tidak ada kendala", "Puskesmas", "ada", "", "no idea yet"])(
  "%s does not say that there is none",
  (typed) => {
    expect(saysNone(typed)).toBe(false);
  },
);
