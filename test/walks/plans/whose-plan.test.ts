// A plan is its library's: a button that names the plan of another one, forged or kept from before, opens nothing of it.

import { expect, test } from "vitest";
import { action } from "../../../src/domain/messages/action.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

const stage = stageAt("2024-06-10T02:00:00Z");

const SECRET = "Pelatihan membuat keripik pisang";

/** Siti's library has a written plan; Budi manages another one of the same class, Rina teaches it. */
async function twoLibraries() {
  const { id } = await buildClass(stage.db);
  const trainer = await buildTrainer(stage.db, [id], { name: "Rina" });
  const siti = await buildParticipant(stage.db, id, { name: "Siti", libraryName: "Perpustakaan Berakit" });
  const village = { libraryName: "Perpustakaan Sri Bintan", placeCode: "21.01.10.2002" };
  const budi = await buildParticipant(stage.db, id, { name: "Budi", ...village });
  const planId = siti.plans[0]?.id ?? 0;
  await stage.db.workPlan.update({
    where: { id: planId },
    data: { state: "not_started", activity: SECRET, writtenAt: stage.clock.now() },
  });
  const phone = (of: { telegramId: bigint | null }, name: string) => stage.person({ id: Number(of.telegramId), name });
  const phones = { siti: phone(siti.person, "Siti"), budi: phone(budi.person, "Budi"), rina: phone(trainer, "Rina") };
  for (const one of Object.values(phones)) one.start();
  await stage.settle();
  return { phones, planId, sitiId: siti.person.id };
}

const presses = async (phone: Person, name: "plan" | "report", planId: number) => {
  const heard = phone.received().length;
  phone.pressesOn(phone.lastMessage()?.message_id ?? 0, action(name, planId));
  await stage.settle();
  expect(phone.received().length + Number(phone.lastMessage()?.edit_date !== undefined)).toBeGreaterThan(heard);
};
const drafts = () => stage.db.draft.count({ where: { form: { in: ["plan", "report"] } } });

test("a written plan is read by its library's manager alone", async () => {
  const { phones, planId } = await twoLibraries();
  await presses(phones.siti, "plan", planId);
  expect(JSON.stringify(phones.siti.chat())).toContain(SECRET);
  for (const one of [phones.budi, phones.rina]) {
    await presses(one, "plan", planId);
    expect(JSON.stringify(one.chat())).not.toContain(SECRET);
  }
});

test.each(["plan", "report"] as const)("the form of %s opens for its library's manager alone", async (name) => {
  const { phones, planId } = await twoLibraries();
  if (name === "plan")
    await stage.db.workPlan.update({ where: { id: planId }, data: { state: "unwritten", activity: null } });
  for (const one of [phones.budi, phones.rina]) {
    await presses(one, name, planId);
    expect(await drafts()).toBe(0);
  }
  await presses(phones.siti, name, planId);
  expect(await drafts()).toBe(1);
  expect(stage.errors).toEqual([]);
});

test.each(["plan", "report"] as const)(
  "nor does the form behind %s for somebody who has left the library",
  async (name) => {
    const { phones, planId, sitiId } = await twoLibraries();
    const now = stage.clock.now();
    await stage.db.libraryMember.updateMany({ where: { personId: sitiId }, data: { untilAt: now } });
    phones.siti.pressesOn(phones.siti.lastMessage()?.message_id ?? 0, action(name, planId));
    await stage.settle();
    expect(JSON.stringify(phones.siti.chat())).not.toContain(SECRET);
    expect(await stage.db.draft.count({ where: { form: name, NOT: { answers: { equals: {} } } } })).toBe(0);
  },
);

test("somebody who leaves the library in the middle of its plan answers nothing more of it", async () => {
  const { phones, planId, sitiId } = await twoLibraries();
  await stage.db.workPlan.update({ where: { id: planId }, data: { state: "unwritten", activity: null } });
  await presses(phones.siti, "plan", planId);
  phones.siti.says(SECRET);
  await stage.settle();
  const before = await stage.db.draft.findFirstOrThrow({ where: { form: "plan" } });
  const asked = phones.siti.lastMessage()?.text;

  await stage.db.libraryMember.updateMany({ where: { personId: sitiId }, data: { untilAt: stage.clock.now() } });
  stage.clock.advance(60_000);
  phones.siti.says("40 orang ibu");
  await stage.settle();

  const after = await stage.db.draft.findFirstOrThrow({ where: { form: "plan" } });
  expect(after.answers).toEqual(before.answers);
  expect(phones.siti.lastMessage()?.text).not.toBe(asked);
  expect(JSON.stringify(phones.siti.received().at(-1))).not.toContain("Sekarang");
  expect((await stage.db.workPlan.findUniqueOrThrow({ where: { id: planId } })).state).toBe("unwritten");
});
