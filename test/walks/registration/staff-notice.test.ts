// The staff's notice: how an admin of the configuration begins, and who takes on a second part.
import { expect, test } from "vitest";
import { ensureNationalAdmins } from "../../../src/use-cases/index.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer, TEST_NOTICE } from "../../support/world/builders.js";

const stage = stageAt("2024-06-02T02:00:00Z");

const inTurn = actsOn(stage);

test("an admin of the configuration agrees to the staff's notice and says their name before anything else works", async () => {
  const budi = stage.person({ name: "Wulandari" });
  await ensureNationalAdmins(stage.world, [budi.id]);
  await inTurn(
    () => budi.says("/pengumuman"),
    () => budi.presses("Tidak"),
    () => budi.says("/peserta"),
    () => budi.presses("✅ Setuju"),
    () => budi.says("/terlambat"),
    () => budi.says("Budi Santoso"),
    () => budi.says("/pengumuman"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/an-admin-of-the-configuration.txt");
  expect(await stage.db.person.findMany({ include: { consents: true } })).toMatchObject([
    { name: "Budi Santoso", consents: [{ noticeVersion: "staff-2024-1" }] },
  ]);
  expect(stage.errors).toEqual([]);
});

test.each([
  ["/kelas", "class:1"],
  ["/ringkasan", "people:all:0"],
  ["/tanya", "overdue:0"],
])("before that neither %s nor the button %s shows an admin anything", async (command, data) => {
  const trainingClass = await buildClass(stage.db);
  await buildParticipant(stage.db, trainingClass.id, { name: "Siti Rahmawati" });
  const budi = stage.person({ name: "Budi" });
  await ensureNationalAdmins(stage.world, [budi.id]);
  await inTurn(
    () => budi.says(command),
    () => budi.pressesOn(1, data),
  );
  for (const { text } of budi.received()) expect(text).toContain("Sebelum bertugas");
  await inTurn(
    () => budi.presses("✅ Setuju"),
    () => budi.says(command),
    () => budi.pressesOn(1, data),
  );
  for (const { text } of budi.received().slice(2)) expect(text).toMatch(/Siapa nama|Langkah|nama lengkap/);
});

test("a participant who becomes a trainer is asked for the staff's notice, and keeps the other", async () => {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });
  const { person } = await buildParticipant(stage.db, trainingClass.id, { name: "Siti", telegramId: siti.id });
  await stage.db.roleBinding.create({ data: { personId: person.id, role: "trainer", grantedAt: stage.clock.now() } });
  await inTurn(() => siti.says("/peserta"));
  expect(siti.lastMessage()?.text).toContain("Sebelum bertugas");
  await inTurn(() => siti.presses("✅ Setuju"));
  const agreed = await stage.world.store.people.agreedNotices(person.id);
  expect(agreed).toEqual([TEST_NOTICE, "staff-2024-1"]);
});

test("a trainer who opens a class's link agrees to the participants' notice before they register", async () => {
  const trainingClass = await buildClass(stage.db);
  const rina = stage.person({ name: "Rina" });
  const { id } = await buildTrainer(stage.db, [], { name: "Rina", telegramId: rina.id });
  await inTurn(() => rina.start(trainingClass.joinToken));
  expect(rina.lastMessage()?.text).toContain("untuk peserta Bimtek");
  await inTurn(() => rina.presses("✅ Setuju"));
  expect(rina.lastMessage()?.text).toContain("Langkah 1 dari");
  expect(await stage.world.store.people.agreedNotices(id)).toEqual(["staff-2024-1", TEST_NOTICE]);
});
