import { expect, test } from "vitest";
import { isOfOtherProvince } from "../../../src/domain/roster/other-province.js";

test.each([
  ["32.01.03.2013", "21"],
  ["81.01.02.2001", "82"],
  ["21.01", "14"],
  ["94.01.01.2001", "81"],
  ["96.71.01.1001", "91"],
  ["92.02.01.2001", "91"],
])("%s lies in another province than a class of %s", (place, province) => {
  expect(isOfOtherProvince(place, province)).toBe(true);
});

test.each([
  ["21.71.01.1001", "21"],
  ["21", "21"],
  // One province until 2022, whichever of them the class names.
  ["93.01.01.2001", "91"],
  ["91.03.01.2001", "95"],
  ["94.01.01.2001", "93"],
  ["96.71.01.1001", "92"],
])("%s lies in the province of a class of %s", (place, province) => {
  expect(isOfOtherProvince(place, province)).toBe(false);
});
