// Who follows in a library hears what was still to be said to the one before, and is asked for nothing that was before their time; the one
// before hears no more of it.
import { expect, test } from "vitest";
import {
  inviteToFeedback,
  offerHandover,
  remindOfPlans,
  rescueDrafts,
  takeOver,
  tendPauses,
} from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildPerson, buildTrainer } from "../../support/world/builders.js";
import { pausing } from "../../support/world/pauses.js";
import { actorOf } from "../../support/world/plans.js";

// Monday after the class, 10:00 in Tanjungpinang.
const stage = stageAt("2024-06-10T03:00:00Z");
const DAY = 86_400_000;
/** The Sunday on which the first reminder opens: it waits for Monday. */
const FIRST_RUNG = new Date("2024-06-23T03:00:00Z");

async function openLibrary(activity: string | null = "Pojok baca anak") {
  const { db } = stage;
  const trainingClass = await buildClass(db);
  await buildTrainer(db, [trainingClass.id]);
  const siti = await buildParticipant(db, trainingClass.id, { name: "Siti" });
  if (activity !== null) {
    const written = { state: "not_started" as const, activity, writtenAt: stage.clock.now() };
    await db.workPlan.updateMany({ data: written });
  }
  return { ...siti, classId: trainingClass.id, planIds: siti.plans.map(({ id }) => id) };
}

/** From Siti to Budi, who was not in the class. */
async function handsOver(
  { person, participant }: Awaited<ReturnType<typeof openLibrary>>,
  language: "id" | "en" = "id",
): Promise<number> {
  const { world, db } = stage;
  const page = await offerHandover(world, await actorOf(world, person.id), participant.id);
  if (page.kind !== "found" || page.open === null) throw new Error("No code was made.");
  const budi = await buildPerson(db, { name: "Budi", language });
  const outcome = await takeOver(world, await actorOf(world, budi.id), { code: page.open.code, says: null });
  expect(outcome.kind).toBe("taken");
  return budi.id;
}

const waiting = async (kind: string) =>
  (await stage.db.outbox.findMany({ where: { kind, state: "waiting" }, orderBy: { id: "asc" } })).map(
    ({ personId }) => personId,
  );

const arrives = (kind: string) =>
  stage.db.outbox.updateMany({
    where: { kind, state: "waiting" },
    data: { state: "sent", settledAt: stage.clock.now() },
  });

// Keeps P11.
test("a reminder that waits for Monday is said to who took the library over on Sunday", async () => {
  const library = await openLibrary();
  stage.clock.set(FIRST_RUNG);
  expect(await remindOfPlans(stage.world)).toEqual({ reminders: 1 });
  expect(await waiting("plan_reminder")).toEqual([library.person.id]);
  const budi = await handsOver(library);
  expect(await waiting("plan_reminder")).toEqual([]);
  expect(await remindOfPlans(stage.world)).toEqual({ reminders: 1 });
  expect(await remindOfPlans(stage.world)).toEqual({ reminders: 0 });
  expect(await waiting("plan_reminder")).toEqual([budi]);
});

// Keeps P11.
test("what the one before has put off is said to who follows, what they have read is not", async () => {
  const library = await openLibrary();
  stage.clock.set(FIRST_RUNG);
  await remindOfPlans(stage.world);
  await arrives("plan_reminder");
  const read = await openLibrary();
  await remindOfPlans(stage.world);
  await arrives("plan_reminder");
  const [planId = 0] = library.planIds;
  const at = stage.clock.now();
  await stage.db.snooze.create({
    data: { planId, personId: library.person.id, messageId: 5, until: new Date(at.getTime() + 2 * DAY), at },
  });
  const budi = await handsOver(library);
  await handsOver(read);
  expect(await remindOfPlans(stage.world)).toEqual({ reminders: 1 });
  expect(await waiting("plan_reminder")).toEqual([budi]);
});

// Keeps P11.
test("who follows somebody who had stopped reminders is reminded all the same", async () => {
  const library = await openLibrary();
  await stage.db.person.update({ where: { id: library.person.id }, data: { optedOut: ["reminders"] } });
  stage.clock.set(FIRST_RUNG);
  await remindOfPlans(stage.world);
  expect(await waiting("plan_reminder")).toEqual([]);
  const budi = await handsOver(library);
  expect(await remindOfPlans(stage.world)).toEqual({ reminders: 1 });
  expect(await waiting("plan_reminder")).toEqual([budi]);
});

// Keeps P11.
test.each([
  ["id", "Terima kasih", "belum kami terima"],
  ["en", "Thank you", "not received yet"],
] as const)("who follows after the class is not thanked for having been there (%s)", async (language, thanks, asks) => {
  const library = await openLibrary(null);
  const budi = await handsOver(library, language);
  await remindOfPlans(stage.world);
  const [post] = await stage.db.outbox.findMany({ where: { kind: "plan_reminder", state: "waiting" } });
  expect(post?.personId).toBe(budi);
  expect(post?.message).toMatchObject({ text: expect.stringContaining(asks) });
  expect(post?.message).toMatchObject({ text: expect.not.stringContaining(thanks) });
});

// Keeps P11.
test("nobody is asked about a class that they followed somebody into, nor who has left it", async () => {
  const library = await openLibrary();
  const other = await buildParticipant(stage.db, library.classId, { name: "Ani" });
  stage.clock.advance(DAY);
  await handsOver(library);
  await inviteToFeedback(stage.world);
  expect(await waiting("feedback_invitation")).toEqual([other.person.id]);
});

// Keeps P11.
test("who has handed over gets no question about the class and no welcome after a pause any more", async () => {
  const { db, world } = stage;
  const library = await openLibrary();
  stage.clock.advance(DAY);
  await inviteToFeedback(world);
  expect(await waiting("feedback_invitation")).toEqual([library.person.id]);
  await pausing(world, library.person.id, 7);
  await handsOver(library);
  expect(await waiting("feedback_invitation")).toEqual([]);
  stage.clock.advance(9 * DAY);
  await tendPauses(world);
  expect(await waiting("pause_over")).toEqual([]);
  expect(await db.person.findUniqueOrThrow({ where: { id: library.person.id } })).toMatchObject({ pausedUntil: null });
});

// Keeps P11.
test("a form that the one before was told of is told to who follows, once", async () => {
  const { db, world } = stage;
  const library = await openLibrary();
  const at = stage.clock.now();
  await db.draft.create({
    data: {
      ...{ telegramId: library.person.telegramId ?? 0n, form: "report", subject: `plan:${library.planIds[0]}` },
      // Of the form, and of the questions behind it.
      ...{ version: 1001, answers: { state: "in_progress" }, createdAt: at, updatedAt: at },
    },
  });
  stage.clock.advance(DAY);
  expect(await rescueDrafts(world)).toEqual({ nudges: 1 });
  expect(await waiting("draft_nudge")).toEqual([library.person.id]);
  await arrives("draft_nudge");
  const budi = await handsOver(library);
  expect(await rescueDrafts(world)).toEqual({ nudges: 1 });
  expect(await rescueDrafts(world)).toEqual({ nudges: 0 });
  expect(await waiting("draft_nudge")).toEqual([budi]);
});
