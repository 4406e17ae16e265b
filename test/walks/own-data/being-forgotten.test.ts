// /hapus: somebody is forgotten everywhere, and who answers for that sees each wish.
import { expect, test } from "vitest";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { openOwnData } from "./own-data-scene.js";

const { stage, inTurn, sitiOnStage, filesOf } = openOwnData();

// Keeps P36.
test("/hapus explains, asks once, forgets at once; then /start begins anew", async () => {
  const { siti, person, trainingClass } = await sitiOnStage();
  await stage.db.outbox.create({
    data: {
      ...{ key: "reminder", kind: "plan_reminder", priority: 6, chatId: siti.id, personId: person.id },
      ...{ message: { text: "Halo Siti", marks: [] }, dueAt: new Date("2024-06-05T02:00:00Z") },
      createdAt: stage.clock.now(),
    },
  });

  await inTurn(
    () => siti.says("/hapus"),
    () => siti.presses("Tidak jadi"),
    () => siti.says("/hapus"),
  );
  const screen = siti.lastMessage()?.message_id ?? 0;
  await inTurn(() => siti.presses("Ya, hapus data saya"));

  expect(await stage.db.person.findUnique({ where: { id: person.id } })).toMatchObject({
    ...{ name: "", phone: null, telegramId: null, erasedAt: stage.clock.now() },
  });
  expect(await stage.db.outbox.findUnique({ where: { key: "reminder" } })).toMatchObject({
    ...{ state: "cancelled", message: null },
  });
  expect(await stage.db.consentReceipt.findMany()).toMatchObject([{ withdrawnAt: stage.clock.now() }]);
  expect(await stage.db.workPlan.count()).toBe(3);
  expect(await stage.db.participant.count()).toBe(1);
  expect(await stage.db.counter.findMany()).toEqual([{ name: "person.erased", count: 1 }]);
  expect(await stage.db.audit.findMany()).toMatchObject([
    { action: "person.erased", subject: `person:${person.id}`, actorId: null, at: stage.clock.now() },
  ]);

  await stage.tick();
  expect(await stage.db.erasure.findMany()).toMatchObject([{ finishedAt: stage.clock.now(), files: [], accounts: [] }]);

  // Again, when it has been read, and as a stranger.
  stage.clock.advance(5000);
  await inTurn(
    () => siti.pressesOn(screen, `erase:${person.id}`),
    () => siti.start(trainingClass.joinToken),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/being-forgotten.txt");
  expect(siti.lastMessage()?.text).toContain("Apakah Bapak/Ibu setuju?");
  expect(await stage.db.counter.findMany()).toEqual([{ name: "person.erased", count: 1 }]);
  expect(stage.errors).toEqual([]);
});

// Keeps P36.
test("an old button does not erase somebody who registers on the same phone later", async () => {
  const { siti, person } = await sitiOnStage();
  await inTurn(() => siti.says("/hapus"));
  const screen = siti.lastMessage()?.message_id ?? 0;
  await inTurn(
    () => siti.pressesOn(screen, `erase:${person.id}`),
    () => siti.start(),
    () => siti.presses("✅ Setuju"),
    () => siti.pressesOn(screen, `erase:${person.id}`),
  );
  expect(await stage.db.person.count({ where: { telegramId: siti.id, erasedAt: null } })).toBe(1);
});

// Keeps P36.
test("a trainer is told that their role must end first", async () => {
  const trainingClass = await buildClass(stage.db);
  const rina = stage.person({ name: "Rina" });
  const person = await buildTrainer(stage.db, [trainingClass.id], { name: "Rina", telegramId: rina.id });
  await inTurn(
    () => rina.says("/hapus"),
    () => rina.pressesOn(rina.lastMessage()?.message_id ?? 0, `erase:${person.id}`),
  );
  expect(rina.lastMessage()?.text).toContain("mengakhiri tugas");
  await stage.db.roleBinding.updateMany({ data: { revokedAt: stage.clock.now() } });
  await inTurn(
    () => rina.says("/hapus"),
    () => rina.presses("Ya, hapus data saya"),
  );
  expect(await stage.db.person.findUnique({ where: { id: person.id } })).toMatchObject({ name: "", telegramId: null });
});

// Keeps P36.
test("the officer for personal data sees each wish to be forgotten, its bound, and when it was done", async () => {
  const { siti, trainingClass } = await sitiOnStage();
  const budi = stage.person({ name: "Budi" });
  const riau = stage.person({ name: "Riau" });
  await buildAdmin(stage.db, { name: "Budi", telegramId: budi.id });
  await buildAdmin(stage.db, { name: "Riau", telegramId: riau.id, regionCode: "21" });
  const tono = stage.person({ name: "Tono" });
  await buildParticipant(stage.db, trainingClass.id, { name: "Tono", telegramId: tono.id });
  await inTurn(
    () => budi.says("/start"),
    () => riau.says("/start"),
    () => siti.says("/hapus"),
    () => siti.presses("Ya, hapus data saya"),
  );
  stage.clock.advance(60_000);
  await stage.tick();
  // His cannot be finished: the disk refuses for four days, and says so.
  stage.clock.advance(3_600_000);
  await inTurn(
    () => tono.says("/hapus"),
    () => tono.presses("Ya, hapus data saya"),
  );
  await stage.db.erasure.update({ where: { id: 2 }, data: { files: ["ab/abc"] } });
  const { remove } = stage.world.files;
  stage.world.files.remove = () => Promise.reject(new Error("EACCES"));
  stage.talk();
  await inTurn(
    () => budi.says("/penghapusan"),
    () => riau.says("/penghapusan"),
  );
  expect(riau.lastMessage()?.text).toContain("tidak tersedia untuk");
  stage.clock.advance(47 * 3_600_000);
  await stage.tick();
  expect(await stage.db.outbox.count({ where: { key: { startsWith: "alarm:erasures" } } })).toBe(0);
  stage.clock.advance(2 * 3_600_000);
  await stage.tick();
  await inTurn(() => budi.presses("Lihat permintaan"));
  stage.clock.advance(24 * 3_600_000);
  await inTurn(() => budi.says("/erasures"));
  expect(budi.lastMessage()?.text).toContain("terlambat 1 jam");
  stage.world.files.remove = remove;
  await stage.tick();
  await inTurn(() => budi.says("/penghapusan"));
  expect(budi.lastMessage()?.text).not.toContain("sisa");
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/erasures-watched.txt");
  expect(stage.errors.every((error) => (error as { job?: string }).job === "finish-erasures")).toBe(true);
});

test("own data is seen and erased in English", async () => {
  const { siti } = await sitiOnStage({ english: true });
  await inTurn(
    () => siti.says("/mydata"),
    () => siti.says("/erase"),
    () => siti.presses("Yes, erase my data"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/own-data-in-english.txt");
  expect(filesOf(siti)[0]?.text).toContain("<h1>My data</h1>");
  expect(stage.errors).toEqual([]);
});
