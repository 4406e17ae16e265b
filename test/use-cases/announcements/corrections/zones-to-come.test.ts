// Correcting what has left for some zones: whoever confirms or approves new words does so for those as well who get it later.
import { expect, test } from "vitest";
import type { LocalTime } from "../../../../src/domain/announcements/local-time.js";
import type { KnownActor } from "../../../../src/domain/people/person.js";
import { READ_LABELS } from "../../../../src/texts/read-labels.js";
import {
  approveCorrection,
  askToRead,
  askWithdrawal,
  changeAnnouncement,
  previewCorrection,
  publishAnnouncement,
  rejectAnnouncement,
  reviewCorrection,
  sendScheduled,
  withdrawAnnouncement,
} from "../../../../src/use-cases/index.js";
import { buildClass, buildParticipant } from "../../../support/world/builders.js";
import { openCorrecting, RIGHT, TEXT } from "./correcting.js";

const { stage, anAdmin, participants, amended, telegram, dispatcherTo } = openCorrecting();

/** 08:00 of the day after, first in Maluku, two hours later in Kepulauan Riau. */
const AT: LocalTime = "2024-07-10T08:00";
const [IN_MALUKU, IN_RIAU] = [new Date("2024-07-09T23:00:00Z"), new Date("2024-07-10T01:00:00Z")];
const ALL = { scope: { kind: "all" }, role: "everyone", plans: "any" } as const;

/** One in Maluku has it, three in Kepulauan Riau get it two hours later. */
async function leftForMaluku(actor: KnownActor, content = TEXT): Promise<number> {
  await participants(3);
  const maluku = await buildClass(stage.db, { provinceCode: "81", name: "Maluku" });
  await buildParticipant(stage.db, maluku.id, { provinceCode: "81" });
  const outcome = await publishAnnouncement(stage.world, actor, {
    ...{ draftId: 1, content, audience: ALL, localTime: AT },
  });
  if (!("announcementId" in outcome)) throw new Error(JSON.stringify(outcome));
  stage.clock.set(IN_MALUKU);
  expect(await sendScheduled(stage.world)).toMatchObject({ zones: 1, posted: 1 });
  await dispatcherTo(telegram()).drain();
  return outcome.announcementId;
}

test("all are counted, and so many need a second admin; until that one agrees the former words leave", async () => {
  const [actor, second] = [await anAdmin(), await anAdmin({ name: "Dewi" })];
  const announcementId = await leftForMaluku(actor);
  stage.world.settings.approvalAbove = 3;
  const wish = { announcementId, words: RIGHT };
  const preview = await previewCorrection(stage.world, actor, wish);
  expect(preview).toMatchObject({ needsApproval: true, copies: { delivered: 1, waiting: 3 } });
  const proposed = await amended(actor, announcementId);
  if (proposed.kind !== "proposed") throw new Error(proposed.kind);
  const { correctionId } = proposed;
  expect(await reviewCorrection(stage.world, second, correctionId)).toMatchObject({ copies: { waiting: 3 } });
  const { content } = await stage.db.announcement.findUniqueOrThrow({ where: { id: announcementId } });
  expect(content).toMatchObject({ text: TEXT.text });

  const { contentHash: seen } = await stage.db.announcementCorrection.findUniqueOrThrow({
    where: { id: correctionId },
  });
  const approval = { correctionId, seen: seen.slice(0, 16), saidAt: stage.clock.now() };
  expect(await approveCorrection(stage.world, second, approval)).toEqual({ kind: "approved" });
  expect(await approveCorrection(stage.world, second, approval)).toEqual({ kind: "decided_before" });
  stage.clock.set(IN_RIAU);
  await sendScheduled(stage.world);
  const to = telegram();
  await dispatcherTo(to).drain();
  const announced = to.texts().filter((text) => text.startsWith("Halo"));
  expect(announced).toHaveLength(3);
  for (const text of announced) expect(text).toContain("hari Senin");
});

test("few enough are corrected at once, those to come with them", async () => {
  const actor = await anAdmin();
  const announcementId = await leftForMaluku(actor);
  expect(await amended(actor, announcementId)).toMatchObject({ kind: "started" });
});

test("while a change of it is before another admin it is not corrected, and can be taken back with that change", async () => {
  const [actor, second] = [await anAdmin(), await anAdmin({ name: "Dewi" })];
  const announcementId = await leftForMaluku(actor);
  stage.world.settings.approvalAbove = 3;
  const changed = {
    content: { ...TEXT, text: "Halo {nama}, hari Sabtu" },
    audience: ALL,
    emergency: false,
    localTime: AT,
  };
  expect(await changeAnnouncement(stage.world, actor, { announcementId, ...changed })).toEqual({ kind: "proposed" });
  expect(await amended(actor, announcementId)).toEqual({ kind: "problem", problem: { kind: "undecided" } });

  expect(await askWithdrawal(stage.world, actor, announcementId)).toMatchObject({
    copies: { delivered: 1, waiting: 3 },
  });
  expect(await withdrawAnnouncement(stage.world, actor, announcementId)).toMatchObject({ kind: "started" });
  expect(await withdrawAnnouncement(stage.world, actor, announcementId)).toMatchObject({ kind: "done_before" });
  const asked = await stage.db.outbox.findMany({ where: { kind: "approval_request", personId: second.person.id } });
  expect(asked.map(({ state }) => state)).toEqual(["cancelled"]);
  stage.clock.set(IN_RIAU);
  expect(await sendScheduled(stage.world)).toMatchObject({ posted: 0 });
});

test("when the change is refused, those who have it are not asked to read it any more", async () => {
  const [actor, second] = [await anAdmin(), await anAdmin({ name: "Dewi" })];
  const content = { ...TEXT, asksRead: READ_LABELS };
  const announcementId = await leftForMaluku(actor, content);
  expect(await askToRead(stage.world, actor, announcementId)).toEqual({ kind: "asked", count: 1 });
  stage.world.settings.approvalAbove = 3;
  const changed = { content: { ...content, text: "Hari Sabtu" }, audience: ALL, emergency: false, localTime: AT };
  expect(await changeAnnouncement(stage.world, actor, { announcementId, ...changed })).toEqual({ kind: "proposed" });
  const refusal = { announcementId, seen: null, saidAt: stage.clock.now() };
  expect(await rejectAnnouncement(stage.world, second, refusal)).toEqual({ kind: "rejected" });
  const reminders = await stage.db.outbox.findMany({ where: { kind: "read_reminder" } });
  expect(reminders.map(({ state }) => state)).toEqual(["cancelled"]);
});
