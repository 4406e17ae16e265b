// From somebody's page one comes back to the page of the list on which they stand, and not to the first page of all.
import { expect, test } from "vitest";
import { readAction } from "../../../src/domain/messages/action.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { openPersonOf } from "../../../src/use-cases/index.js";
import { presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildTrainer,
} from "../../support/world/builders.js";

// Wednesday, 09:00 in Tanjungpinang, three days after the plans were due.
const stage = stageAt("2024-07-10T02:00:00Z");
const onPhone = phoneActsOn(stage, 3_000);

/** So many late people of one kabupaten, and one who has not joined. */
async function cast(language: "id" | "en", count: number) {
  const { db } = stage;
  const trainingClass = await buildClass(db, { name: "Kepri 1" });
  const [rina, dewi] = ["Rina", "Dewi"].map((name) => stage.person({ name })) as [Person, Person];
  await buildTrainer(db, [trainingClass.id], { name: "Rina Marlina", telegramId: rina.id, language });
  await buildAdmin(db, { name: "Dewi Lestari", telegramId: dewi.id, language });
  for (let n = 1; n <= count; n += 1) {
    const name = `Peserta ${String(n).padStart(2, "0")}`;
    const one = await buildParticipant(db, trainingClass.id, { name, libraryName: `Perpustakaan ${n}` });
    await db.workPlan.updateMany({ where: { libraryId: one.library.id }, data: { state: "not_started" } });
  }
  await buildRosterRow(db, trainingClass.id, { name: "Umar Said" });
  for (const phone of [rina, dewi]) await onPhone(phone, (one) => one.start());
  stage.talk();
  return { rina, dewi };
}

const open = (data: string) => (phone: Person) => phone.pressesOn(phone.lastMessage()?.message_id ?? 0, data);
const back = presses(/^⬅️/);
const firstNumber = (phone: Person) => phone.presses(/\d+\. /.exec(screen(phone))?.[0]?.replace(". ", "") ?? "");

test.each(WALKED_IN)("from the second page of who is late and back, in %s", async (language) => {
  const { rina } = await cast(language, 10);
  for (const list of ["people:late:1", "people:all:1", "overdue:1", "needs:1", "people:not_joined:0"]) {
    await onPhone(rina, open(list));
    const before = screen(rina);
    await onPhone(rina, firstNumber);
    expect(screen(rina)).not.toBe(before);
    await onPhone(rina, back);
    expect([list, screen(rina)]).toEqual([list, before]);
  }
  expect(stage.errors).toEqual([]);
});

test.each(WALKED_IN)(
  "an admin comes back to the people of the kabupaten, not to the country, in %s",
  async (language) => {
    const { dewi } = await cast(language, 30);
    await onPhone(dewi, open("people:late:2::21.01"));
    const before = screen(dewi);
    await onPhone(dewi, firstNumber, back);
    expect(screen(dewi)).toBe(before);
    expect(stage.errors).toEqual([]);
  },
);

test.each(WALKED_IN)("a button of yesterday leads to all people, in %s", async (language) => {
  const { rina } = await cast(language, 3);
  await onPhone(rina, says(language === "id" ? "/peserta" : "/participants"));
  const all = screen(rina);
  await onPhone(rina, open("person:1"), back);
  expect(screen(rina)).toBe(all);
  await onPhone(rina, open("invited:1"), back);
  expect(screen(rina)).toBe(all);
});

test("the longest way back fits a button, and is read as it was written", () => {
  const area = { placeCode: "21.01", classId: 999_999_999 };
  const place = { list: "awaiting_review", page: 9999, area, cohortId: 999_999_999 } as const;
  const ids = [999_999_999, place];
  const person = openPersonOf({ participantId: 999_999_999, rosterRowId: null }, place);
  expect(readAction(person)).toEqual({ name: "person", ids });
  const invited = openPersonOf({ participantId: null, rosterRowId: 999_999_999 }, place);
  expect(readAction(invited)).toEqual({ name: "invited", ids });
});

test.each([
  ["person:1", null],
  ["person:1:late", { list: "late", page: 0, area: null, cohortId: null }],
  ["person:1:all~2", { list: "all", page: 2, area: null, cohortId: null }],
  ["person:1:done~~c5", { list: "done", page: 0, area: { placeCode: null, classId: 5 }, cohortId: null }],
  ["person:1:all~0~21~3", { list: "all", page: 0, area: { placeCode: "21", classId: null }, cohortId: 3 }],
])("%s says where to come back to", (data, place) => {
  expect(readAction(data)).toEqual({ name: "person", ids: [1, place] });
});

test.each(["person:1:everybody", "person:1:late~x", "person:1:late~0~99.9", "person:1:late~0~21~"])(
  "%s is no button of ours",
  (data) => expect(readAction(data)).toBe(null),
);
