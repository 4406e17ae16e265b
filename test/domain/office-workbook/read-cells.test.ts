// How times of cells are read: a spreadsheet writes hours of the morning with one digit, people who write so mean the afternoon.
import { expect, test } from "vitest";
import { readTimeCell } from "../../../src/domain/office-workbook/read-cells.js";

test.each([
  ["5:30:00", "05:30"],
  ["5.30.00", "05:30"],
  ["05:30:00", "05:30"],
  ["17:30:00", "17:30"],
  ["5:30:00 PM", "17:30"],
  ["5.30", "17:30"],
  ["jam 2", "14:00"],
])("%s is %s", (text, time) => {
  expect(readTimeCell({ text })).toBe(time);
});
