import { expect, test } from "vitest";
import { fitLabel } from "../../../src/domain/messages/button-label.js";
import { practiceName, withoutPracticeMark } from "../../../src/domain/programme/practice-name.js";

test("a name is marked once, in the language asked for, whatever mark it had", () => {
  expect(practiceName("Kelas Jambi", "id")).toBe("Kelas Jambi (latihan)");
  expect(practiceName(practiceName("Kelas Jambi", "id"), "id")).toBe("Kelas Jambi (latihan)");
  expect(practiceName(practiceName("Kelas Jambi", "id"), "en")).toBe("Kelas Jambi (practice)");
  expect(withoutPracticeMark("Kelas Jambi (latihan)")).toBe("Kelas Jambi");
  expect(withoutPracticeMark("Kelas (latihan) Jambi")).toBe("Kelas (latihan) Jambi");
});

test("a button that is cut keeps the mark, and what stands behind it", () => {
  const label = fitLabel("Bimtek SPP-TIK Kepulauan Riau (latihan)", undefined, { behind: " · 3 Jun" });
  expect(label).toBe("Bimtek SPP-… (latihan) · 3 Jun");
  expect(fitLabel("Kelas Jambi (practice)")).toBe("Kelas Jambi (practice)");
});
