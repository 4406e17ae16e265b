// The parts of an area as a list by pages: each of them has lines.
import { expect, test } from "vitest";
import { partsScreen } from "../../../src/bot/overview/overview-screen.js";
import type { Message } from "../../../src/domain/messages/message.js";
import { noNumbers } from "../../../src/domain/overview/numbers.js";
import { textsFor } from "../../../src/texts/index.js";
import type { Overview } from "../../../src/use-cases/index.js";

/** So many kabupaten, and the province itself in the last place: nobody of it is well. */
function overviewWith(regencies: number): Overview {
  const part = (key: string, done: number) => {
    const numbers = noNumbers();
    return { key, name: key, numbers: { ...numbers, people: { ...numbers.people, people: 10, done } } };
  };
  const places = Array.from({ length: regencies }, (_, n) => part(`21.${String(n + 1).padStart(2, "0")}`, 1));
  return {
    ...{ area: { placeCode: "21", classId: null }, part: "regency", name: "Kepulauan Riau" },
    ...{
      cohort: { id: 1 },
      cohorts: [{ id: 1 }],
      latestId: 1,
      countedAt: new Date("2024-07-09T02:00:00Z"),
      zone: "Asia/Jakarta",
    },
    parts: [...places, part("21", 10)],
  } as unknown as Overview;
}

const dataIn = ({ buttons = [] }: Message) => buttons.flat().flatMap((one) => ("data" in one ? [one.data] : []));
const linesIn = (message: Message) => dataIn(message).filter((data) => data.startsWith("overview:21."));
const isNextIn = (message: Message) => dataIn(message).includes("overview_parts:21:regency:1");

test.each(["id", "en"] as const)("a full page of kabupaten is the last one, in %s", (language) => {
  const page = partsScreen(textsFor(language), overviewWith(8), 0);
  expect(linesIn(page)).toHaveLength(8);
  expect(isNextIn(page)).toBe(false);
});

test("one kabupaten more stands on a page of its own", () => {
  const [first, second] = [0, 1].map((at) => partsScreen(textsFor("id"), overviewWith(9), at)) as [Message, Message];
  expect(isNextIn(first)).toBe(true);
  expect([first, second].map((page) => linesIn(page).length)).toEqual([8, 1]);
});
