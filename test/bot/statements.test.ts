// What one update asks the store: whatever several of its parts want to know of the one who speaks is read once for all of them.
import { expect, test } from "vitest";
import type { Person } from "../../src/sandbox/shapes.js";
import { presses } from "../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../support/stage/stage-at.js";
import { WALKED_IN } from "../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../support/world/builders.js";

let calls: string[] = [];
const stage = stageAt("2024-07-10T02:00:00Z", {
  step: (name, call) => {
    calls.push(name);
    return call();
  },
});
const onPhone = phoneActsOn(stage, 3_000);

/** By what they read; who reads the same by another method reads it twice. */
const READS = {
  "the actor": ["people.speaker", "people.findByTelegramId", "people.rolesOf"],
  "their drafts": ["drafts.unfinishedOf", "drafts.ofForm"],
  "the open draft": ["drafts.find", "drafts.findUnfinished"],
  "their plans": ["plans.ofPerson"],
  "the plan": ["plans.find"],
  "the plans of others": ["caseloads.plansOf"],
} as const;

/** What the update read more than once; a conversation is one update a time. */
function readTwice(): string[] {
  return Object.entries(READS).flatMap(([what, methods]) => {
    const found = calls.filter((call) => (methods as readonly string[]).includes(call));
    return found.length > 1 ? [`${what}: ${found.join(", ")}`] : [];
  });
}

const press = (data: string) => (phone: Person) => phone.pressesOn(phone.lastMessage()?.message_id ?? 0, data);

test.each(WALKED_IN)(
  "no common update reads who speaks, a plan or what they have begun twice, in %s",
  async (language) => {
    const { id: classId, joinToken } = await buildClass(stage.db, { name: "Kepri 1" });
    const named = (name: string) => stage.person({ name, english: language === "en" });
    const [rina, siti, sri, guest] = ["Rina", "Siti", "Sri", "Guest"].map(named) as [Person, Person, Person, Person];
    await buildTrainer(stage.db, [classId], { name: "Rina Marlina", telegramId: rina.id, language });
    await buildAdmin(stage.db, { name: "Sri", telegramId: sri.id, language });
    const { plans } = await buildParticipant(stage.db, classId, {
      name: "Siti Rahmawati",
      telegramId: siti.id,
      language,
    });
    await stage.db.workPlan.updateMany({ data: { state: "not_started" } });
    const updates: [name: string, phone: Person, act: (phone: Person) => unknown][] = [
      ["a stranger starts", guest, (phone) => phone.says("/start")],
      ["a stranger opens a link", guest, (phone) => phone.says(`/start ${joinToken}`)],
      ["a newcomer starts again", guest, (phone) => phone.says("/start")],
      ["a newcomer opens the link again", guest, (phone) => phone.says(`/start ${joinToken}`)],
      ["a participant starts", siti, (phone) => phone.says("/start")],
      ["a participant presses the menu", siti, press("menu")],
      ["a participant opens the reports", siti, press("reports")],
      ["a participant opens a report", siti, press(`report:${plans[0]?.id}`)],
      ["a participant answers a report", siti, presses(/^🔄/)],
      ["a participant leaves for the menu", siti, (phone) => phone.says("/start")],
      ["a participant opens the plans", siti, press("plans")],
      ["a participant writes something", siti, (phone) => phone.says("xyzzy")],
      ["a trainer starts", rina, (phone) => phone.says("/start")],
      ["a trainer opens the people", rina, press("people:all:0")],
      ["a trainer opens the late plans", rina, press("overdue:0")],
      ["a trainer opens the menu", rina, press("menu")],
      ["an admin starts", sri, (phone) => phone.says("/start")],
      ["an admin opens the people", sri, press("people:all:0")],
    ];
    const twice: string[] = [];
    for (const [name, phone, act] of updates) {
      // Agreeing makes a person, so that one who was unknown is read anew.
      if (name === "a newcomer starts again") await onPhone(guest, presses(/setuju|agree/i));
      calls = [];
      await onPhone(phone, act as (phone: Person) => void);
      expect(
        calls.filter((call) => call === "people.speaker"),
        name,
      ).toHaveLength(1);
      twice.push(...readTwice().map((what) => `${name}: ${what}`));
    }
    expect(twice).toEqual([]);
    expect(stage.errors).toEqual([]);
  },
);

test("a filter that is divided by place is counted there, and nobody of it is read", async () => {
  const { id: classId } = await buildClass(stage.db, { name: "Kepri 1" });
  const sri = stage.person({ name: "Sri" });
  await buildAdmin(stage.db, { name: "Sri", telegramId: sri.id });
  for (const name of ["Siti", "Ani"]) await buildParticipant(stage.db, classId, { name });
  await onPhone(sri, (phone) => phone.says("/start"));
  calls = [];
  await onPhone(sri, press("parts:remind:filter-all"));
  expect(calls).toContain("scopes.partsIn");
  expect(calls).not.toContain("caseloads.peoplePage");
  expect(stage.errors).toEqual([]);
});
