// What people may ask of the bot for their own sake: fewer messages, and to be asked again when the notice changes.

import { expect, test } from "vitest";
import type { PostKind } from "../../../src/domain/messages/post-kind.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildPerson, buildTrainer } from "../../support/world/builders.js";

// Tuesday, 10:00 in Tanjungpinang.
const stage = stageAt("2024-06-04T03:00:00Z");

const inTurn = actsOn(stage);

const WAITING: PostKind[] = ["plan_reminder", "session_reminder", "schedule_change", "answer"];

/** Siti takes part, and tomorrow at nine a message of each kind is to leave for her. */
async function sitiWithWaitingPosts(options: { english?: boolean } = {}) {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti", ...options });
  const { person } = await buildParticipant(stage.db, trainingClass.id, {
    name: "Siti Rahmawati",
    telegramId: siti.id,
    language: options.english === true ? "en" : "id",
  });
  await inTurn(() => siti.start());
  const dueAt = new Date("2024-06-05T02:00:00Z");
  await stage.db.outbox.createMany({
    data: WAITING.map((kind) => ({
      key: `${kind}:1`,
      kind,
      priority: 3,
      chatId: siti.id,
      personId: person.id,
      message: { text: `pesan ${kind}`, marks: [] },
      dueAt,
      createdAt: stage.clock.now(),
    })),
  });
  stage.talk();
  return { siti, person };
}

const waitingKinds = async () =>
  (await stage.db.outbox.findMany({ where: { state: "waiting" } })).map(({ kind }) => kind).sort();

// Keeps P27.
test("/berhenti stops reminders at once and says what never stops; /mulai brings them back", async () => {
  const { siti, person } = await sitiWithWaitingPosts();
  const before = await stage.db.person.findUniqueOrThrow({ where: { id: person.id } });

  await inTurn(
    () => siti.says("/berhenti"),
    () => siti.presses("Hentikan pengingat"),
  );
  expect(await waitingKinds()).toEqual(["answer", "schedule_change"]);
  await inTurn(() => siti.says("/berhenti"));
  expect(siti.buttons().slice(0, 2)).toEqual(["[Hentikan pengumuman]", "[Aktifkan lagi]"]);
  await inTurn(() => siti.says("/mulai"));

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/stopping-messages.txt");
  // Nothing else about her has changed.
  expect(await stage.db.person.findUniqueOrThrow({ where: { id: person.id } })).toEqual(before);
  expect(stage.errors).toEqual([]);
});

// Keeps P27.
test("stopping everything twice is stopping it once", async () => {
  const { siti, person } = await sitiWithWaitingPosts();
  await inTurn(() => siti.says("/berhenti"));
  const screen = siti.lastMessage()?.message_id ?? 0;
  await inTurn(
    () => siti.pressesOn(screen, "opt_out:all"),
    () => siti.pressesOn(screen, "opt_out:all"),
    () => siti.pressesOn(screen, "opt_out:reminders"),
  );
  const after = await stage.db.person.findUniqueOrThrow({ where: { id: person.id } });
  expect(after.optedOut).toEqual(["reminders", "announcements"]);
  expect(siti.lastMessage()?.text).toContain("Pengingat, Pengumuman");
});

// Keeps P27.
test("a reminder that slipped in after /berhenti is refused when its time comes", async () => {
  const { siti, person } = await sitiWithWaitingPosts();
  await inTurn(
    () => siti.says("/berhenti"),
    () => siti.presses("Hentikan keduanya"),
  );
  await stage.db.outbox.create({
    data: {
      ...{ key: "plan_reminder:2", kind: "plan_reminder", priority: 6, chatId: siti.id, personId: person.id },
      ...{ message: { text: "terlanjur", marks: [] }, dueAt: stage.clock.now(), createdAt: stage.clock.now() },
    },
  });
  const heard = siti.received().length;
  await stage.settle();
  expect(siti.received()).toHaveLength(heard);
  expect(await stage.db.outbox.findUnique({ where: { key: "plan_reminder:2" } })).toMatchObject({
    state: "cancelled",
    cause: "opted out",
  });
});

// Keeps P27.
test("in the middle of a form /berhenti leaves the form as it is", async () => {
  const trainingClass = await buildClass(stage.db);
  const budi = stage.person({ name: "Budi" });
  await inTurn(
    () => budi.start(trainingClass.joinToken),
    () => budi.presses("✅ Setuju"),
    () => budi.says("Lewati"),
    () => budi.says("/berhenti"),
    () => budi.presses("Hentikan keduanya"),
    () => budi.says("Budi Santoso"),
  );
  expect(budi.lastMessage()?.text).toContain("bertugas di mana");
});

// Keeps P02.
test("a new notice stands before the next question until it is accepted, then the form goes on", async () => {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });
  await inTurn(
    () => siti.start(trainingClass.joinToken),
    () => siti.presses("✅ Setuju"),
    () => siti.says("Lewati"),
  );
  stage.world.settings.notices = { ...stage.world.settings.notices, participant: "2025-1" };
  stage.talk();

  await inTurn(
    () => siti.says("Siti Rahmawati"),
    () => siti.presses("Tidak"),
    () => siti.says("Siti Rahmawati"),
    () => siti.says("/bantuan"),
    () => siti.presses("✅ Setuju"),
    () => siti.says("Siti Rahmawati"),
  );

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/a-new-notice.txt");
  expect(siti.lastMessage()?.text).toContain("bertugas di mana");
  expect(
    (await stage.db.consentReceipt.findMany({ orderBy: { id: "asc" } })).map(({ noticeVersion }) => noticeVersion),
  ).toEqual(["2024-1", "2025-1"]);
  expect(stage.errors).toEqual([]);
});

// Keeps P02.
test("before the new notice is accepted nothing that is typed is kept", async () => {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });
  await inTurn(
    () => siti.start(trainingClass.joinToken),
    () => siti.presses("✅ Setuju"),
    () => siti.says("Lewati"),
  );
  stage.world.settings.notices = { ...stage.world.settings.notices, participant: "2025-1" };
  await inTurn(() => siti.says("Siti Rahmawati"));
  expect((await stage.db.draft.findFirstOrThrow({ where: { form: "registration" } })).answers).toEqual({ phone: null });
});

// Keeps P02.
test("a participant without an open form is back at the menu after accepting", async () => {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });
  await buildParticipant(stage.db, trainingClass.id, { name: "Siti", telegramId: siti.id, noticeVersion: "2023-1" });
  await inTurn(() => siti.says("halo"));
  expect(siti.lastMessage()?.text).toContain("diperbarui");
  await inTurn(() => siti.presses("✅ Setuju"));
  expect(siti.lastMessage()?.text).toContain("Ada yang bisa dibantu, Siti?");
});

test("somebody entered by others, who never gave a consent, is asked as if for the first time", async () => {
  const trainingClass = await buildClass(stage.db);
  const rina = stage.person({ name: "Rina" });
  const person = await buildTrainer(stage.db, [trainingClass.id], { name: "Rina", telegramId: rina.id });
  await stage.db.consentReceipt.deleteMany({ where: { personId: person.id } });
  await inTurn(
    () => rina.says("/bantuan"),
    () => rina.says("/peserta"),
  );
  expect(rina.lastMessage()?.text).toContain("Sebelum bertugas");
  expect(rina.lastMessage()?.text).not.toContain("diperbarui");
});

test("messages are stopped in English", async () => {
  const { siti } = await sitiWithWaitingPosts({ english: true });
  await buildPerson(stage.db);
  await inTurn(
    () => siti.says("/stop"),
    () => siti.presses("Stop both"),
    () => siti.presses("Turn on again"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/stopping-messages-in-english.txt");
  expect(stage.errors).toEqual([]);
});
