import { expect, test } from "vitest";
import type { Message } from "../../../src/domain/messages/message.js";
import {
  type BudgetFacts,
  classWeekOf,
  DEFAULT_BUDGET,
  hasRoom,
  nextDayWithRoom,
} from "../../../src/domain/messages/message-budget.js";
import { canMerge, mergeMessages } from "../../../src/domain/messages/together/merge-messages.js";
import { companionsOf } from "../../../src/domain/messages/together/travel-party.js";
import type { Day } from "../../../src/domain/time/calendar.js";

const REST = { holidays: new Set<Day>(["2024-06-17"]) };
const had = (...spentOn: Day[]): BudgetFacts => ({ spentOn, classWeeks: [] });
const room = (day: Day, facts: BudgetFacts) => hasRoom(day, facts, DEFAULT_BUDGET);
const next = (day: Day, facts: BudgetFacts) => nextDayWithRoom(day, facts, DEFAULT_BUDGET, REST);

// Keeps P26.
test("a day has room for one, and the next day for another", () => {
  expect(room("2024-06-11", had())).toBe(true);
  expect(room("2024-06-11", had("2024-06-11"))).toBe(false);
  expect(room("2024-06-12", had("2024-06-11"))).toBe(true);
});

// Keeps P26.
test("any seven days have room for four", () => {
  const four = had("2024-06-10", "2024-06-11", "2024-06-12", "2024-06-13");
  expect(room("2024-06-14", four)).toBe(false);
  expect(room("2024-06-16", four)).toBe(false);
  // Monday is out of the window: but it is a holiday, so Tuesday.
  expect(room("2024-06-17", four)).toBe(true);
  expect(next("2024-06-14", four)).toBe("2024-06-18");
});

// Keeps P26.
test("the week of the class has one a day, from the working day before it", () => {
  // From a Monday, so that the day before is the Saturday.
  const classWeek = classWeekOf({ startsOn: "2024-06-03", endsOn: "2024-06-07" }, REST);
  expect(classWeek).toEqual({ from: "2024-06-01", to: "2024-06-07" });
  const spentOn: Day[] = ["2024-05-31", "2024-06-01", "2024-06-03", "2024-06-04", "2024-06-05"];
  const facts = { spentOn, classWeeks: [classWeek] };
  expect(room("2024-06-06", facts)).toBe(true);
  expect(room("2024-06-05", facts)).toBe(false);
  // After it, the week counts again.
  expect(room("2024-06-08", { ...facts, spentOn: [...spentOn, "2024-06-06"] })).toBe(false);
});

// Keeps P26.
test("all numbers are settings", () => {
  const budget = { perDay: 2, perWeek: 2, perClassDay: 3 };
  const today: Day = "2024-06-11";
  expect(hasRoom(today, had(today), budget)).toBe(true);
  expect(hasRoom(today, had(today, "2024-06-10"), budget)).toBe(false);
  const inClass = { spentOn: [today, today], classWeeks: [{ from: today, to: today }] };
  expect(hasRoom(today, inClass, budget)).toBe(true);
});

const message = (text: string, more: Partial<Message> = {}): Message => ({ text, marks: [], ...more });

test("merged messages keep their marks where they were, and a button that is there twice once", () => {
  const open = { label: "Laporkan", data: "reports" };
  const merged = mergeMessages([
    message("Satu 👋", { marks: [{ type: "bold", offset: 0, length: 4 }], buttons: [[open]] }),
    message("Dua kata", {
      marks: [{ type: "italic", offset: 4, length: 4 }],
      buttons: [[open, { label: "Jadwal", data: "schedule" }], [{ label: "Laporkan sekarang", data: "reports" }]],
    }),
  ]);
  const marked = merged.marks.map(({ offset, length }) => merged.text.slice(offset, offset + length));
  expect(marked).toEqual(["Satu", "kata"]);
  expect(merged.buttons).toEqual([[open], [{ label: "Jadwal", data: "schedule" }]]);
});

test("buttons of one name that do different things are told apart by the number of their text", () => {
  const goOn = (draft: number) => ({ buttons: [[{ label: "Lanjutkan", data: `resume:${draft}` }]] });
  const merged = mergeMessages([message("Rencana", goOn(1)), message("Pertanyaan", goOn(2))]);
  expect(merged.buttons?.flat().map(({ label }) => label)).toEqual(["Lanjutkan (1)", "Lanjutkan (2)"]);
});

test("what one message cannot hold is not merged", () => {
  expect(canMerge([message("a"), message("b")])).toBe(true);
  expect(canMerge([message("a"), message("b", { attachment: { kind: "photo", fileId: "f" } })])).toBe(false);
  expect(canMerge([message("a".repeat(2100)), message("b".repeat(2100))])).toBe(false);
  expect(canMerge(Array.from({ length: 6 }, () => message("a")))).toBe(false);
  const buttons = (n: number) => Array.from({ length: 7 }, (_, i) => [{ label: "x", data: `x:${n}:${i}` }]);
  expect(canMerge([message("a", { buttons: buttons(1) }), message("b", { buttons: buttons(2) })])).toBe(false);
});

test("who cannot come along and would be worthless by the next time goes first, unless the lead would be so too", () => {
  const next = new Date("2024-06-12T01:00:00Z");
  const photo = { kind: "photo" as const, fileId: "f" };
  const today = new Date("2024-06-11T10:00:00Z");
  const lead = { message: message("a", { attachment: photo }), notAfter: null };
  const urgent = { message: message("b"), notAfter: today };
  expect(companionsOf(lead, [urgent], next)).toBe("yields");
  expect(companionsOf({ ...lead, notAfter: today }, [urgent], next)).toEqual([]);
  expect(companionsOf(lead, [{ ...urgent, notAfter: null }], next)).toEqual([]);
  // The one that expires takes the place that is left.
  const long = { message: message("c".repeat(4000)), notAfter: null };
  const short = { message: message("d"), notAfter: null };
  expect(companionsOf(short, [long, { ...urgent, message: message("e".repeat(200)) }], next)).toEqual([
    { ...urgent, message: message("e".repeat(200)) },
  ]);
});
