// Classes on buttons, where names come back in each wave and each year.
import { expect, test } from "vitest";
import { classLabel } from "../../../src/bot/kit/class-label.js";
import { textsFor } from "../../../src/texts/index.js";

const NAME = "Bimtek SPP-TIK Kepulauan Bangka Belitung";
const classes = [
  { name: NAME, startsOn: "2026-05-18" },
  { name: NAME, startsOn: "2026-06-15" },
  { name: `${NAME} 2`, startsOn: "2026-05-18" },
] as const;

test("of several classes no two read alike on their buttons; one alone is told by its name", () => {
  for (const language of ["id", "en"] as const) {
    const labels = classes.map((one) => classLabel(textsFor(language), one, classes.length));
    expect(new Set(labels).size).toBe(classes.length);
    expect(Math.max(...labels.map(({ length }) => length))).toBeLessThanOrEqual(30);
  }
  expect(classLabel(textsFor("id"), { name: "Jambi", startsOn: "2026-05-18" }, 1)).toBe("Jambi");
});
