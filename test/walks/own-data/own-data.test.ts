// What somebody can do about their own data: see all of it, and be forgotten everywhere.

import { expect, test } from "vitest";
import { writePhone } from "../../../src/domain/people/phone.js";
import type { Stage } from "../../support/stage/stage.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

const stage = stageAt("2024-06-04T03:00:00Z");

const inTurn = actsOn(stage);

async function sitiOnStage(options: { english?: boolean } = {}) {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti", english: options.english === true });
  const built = await buildParticipant(stage.db, trainingClass.id, {
    name: "Siti <Rahmawati>",
    telegramId: siti.id,
    language: options.english === true ? "en" : "id",
  });
  await inTurn(() => siti.start());
  stage.talk();
  return { siti, trainingClass, ...built };
}

/** What the files that somebody was sent hold. */
function filesOf(person: ReturnType<Stage["person"]>): { name: string; text: string }[] {
  return person.received().flatMap(({ document }) => {
    if (document === undefined) return [];
    const file = stage.sandbox.files.byId(document.file_id);
    return [{ name: document.file_name ?? "", text: Buffer.from(file?.bytes ?? []).toString("utf8") }];
  });
}

// Keeps P36.
test("/dataku sends a page and a JSON file with everything, and who looked at it", async () => {
  const { siti, person, participant } = await sitiOnStage();
  const admin = await buildAdmin(stage.db, { name: "Admin Budi" });
  await stage.world.store.audit.record(
    { actorId: admin.id, action: "person.view", subject: `participant:${participant.id}` },
    stage.clock.now(),
  );

  await inTurn(() => siti.says("/dataku"));

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/seeing-own-data.txt");
  const [page, json] = filesOf(siti);
  expect([page?.name, json?.name]).toEqual(["data-saya.html", "data-saya.json"]);
  expect(page?.text).toContain("<dd>Siti &lt;Rahmawati&gt;</dd>");
  expect(page?.text).toContain("<dd>Admin Budi</dd>");
  expect(page?.text).toContain("4 Juni 2024 pukul 10.00 WIB");
  expect(page?.text).toContain("<dd>Pelibatan Masyarakat</dd>");
  // Codes of the tables are for the other file.
  expect(page?.text).not.toMatch(/<dd>[a-z]+_[a-z_]+<\/dd>/);
  const data = JSON.parse(json?.text ?? "");
  expect(data.people).toMatchObject([
    { name: "Siti <Rahmawati>", phone: writePhone(person.phone ?? ""), telegramId: String(siti.id) },
  ]);
  expect(data.audits.map(({ action, by }: { action: string; by: string }) => [action, by])).toEqual([
    ["person.view", "Admin Budi"],
    ["person.own-data", "Siti <Rahmawati>"],
  ]);
  expect(data.work_plans).toHaveLength(3);
  expect(data.consent_receipts).toMatchObject([{ noticeVersion: "2024-1" }]);
  expect(stage.errors).toEqual([]);
});

test("/dataku is answered with the files once a minute, and says so kindly in between", async () => {
  const { siti } = await sitiOnStage();
  stage.handlesTwice = true;
  const filesAfter = async (seconds: number) => {
    stage.clock.advance(seconds * 1000);
    await inTurn(() => siti.says("/dataku"));
    return filesOf(siti).length;
  };
  // Handled twice, an update sends its two files twice: better than never.
  expect([await filesAfter(0), await filesAfter(30)]).toEqual([4, 4]);
  expect(siti.lastMessage()?.text).toContain("tunggu satu menit");
  expect(await filesAfter(31)).toBe(8);
  expect(await stage.db.audit.count({ where: { action: "person.own-data" } })).toBe(2);
  expect(stage.errors).toEqual([]);
});

test("messages that wait to be handled are in nobody's file, and one that was given up is", async () => {
  const { siti } = await sitiOnStage();
  const of = (updateId: number, state: "waiting" | "parked") => ({
    ...{ updateId, chatId: siti.id, state, receivedAt: stage.clock.now() },
    payload: { text: `kata ${state}` },
  });
  await stage.db.inbox.createMany({ data: [of(900_001, "waiting"), of(900_002, "parked")] });
  await inTurn(() => siti.says("/dataku"));
  const data = JSON.parse(filesOf(siti)[1]?.text ?? "");
  expect(data.inbox.map(({ text }: { text: string }) => text)).toEqual([`{"text": "kata parked"}`]);
});

// Keeps P36.
test("a trainer's look at somebody's page is told to them", async () => {
  const { siti, participant, trainingClass } = await sitiOnStage();
  const rina = stage.person({ name: "Rina" });
  await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina", telegramId: rina.id });
  await inTurn(() => rina.start());
  await inTurn(
    () => rina.pressesOn(rina.lastMessage()?.message_id ?? 0, `person:${participant.id}`),
    () => siti.says("/dataku"),
  );
  const data = JSON.parse(filesOf(siti)[1]?.text ?? "");
  expect(data.audits[0]).toMatchObject({ action: "person.view", by: "Rina Marlina" });
});

// Keeps P36.
test("a stranger hears that nothing is kept about them", async () => {
  const tamu = stage.person({ name: "Tamu" });
  await inTurn(
    () => tamu.says("/dataku"),
    () => tamu.says("/hapus"),
  );
  expect(tamu.received().map(({ text }) => text)).toEqual([
    expect.stringContaining("tidak terhubung dengan data apa pun"),
    expect.stringContaining("tidak terhubung dengan data apa pun"),
  ]);
});

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
