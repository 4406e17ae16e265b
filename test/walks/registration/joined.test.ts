// In which language and zone somebody joins, and what the receipt says.
import { expect, test } from "vitest";
import { screen } from "../../support/stage/phone.js";
import { buildClass, buildRosterRow, buildSession, buildTrainer } from "../../support/world/builders.js";
import { openCounting } from "./counting.js";

const { stage, choices, turn } = openCounting();

// Keeps P01, P02.
test("a newcomer reads the notice in English, agrees in it, and goes on in it, in the class of the link", async () => {
  const trainingClass = await buildClass(stage.db);
  const mary = stage.person({ name: "Mary" });
  await turn(() => mary.start(trainingClass.joinToken));
  await turn(() => mary.presses("🌐 English"));
  expect(screen(mary)).toContain("Do you agree?");
  expect(choices(mary)).toContain("🌐 Bahasa Indonesia");
  // The choice went along in the buttons: nothing is kept of her yet.
  expect(await stage.db.person.count()).toBe(0);
  await turn(() => mary.presses("✅ I agree"));
  expect(screen(mary)).toContain("press Share my number");
  expect(await stage.db.person.findFirst()).toMatchObject({ language: "en", zone: "Asia/Jakarta" });
  await turn(() => mary.sharesContact());
  expect(screen(mary)).toContain("full name");
  expect((await stage.db.draft.findFirst())?.subject).toBe(`class:${trainingClass.id}`);
  expect(stage.errors).toEqual([]);
});

// Keeps P02.
test("/language before anything else leads to the notice in that language, and back", async () => {
  const mary = stage.person({ name: "Mary" });
  await turn(() => mary.says("/bahasa"));
  await turn(() => mary.presses("English"));
  expect(screen(mary)).toContain("Do you agree?");
  await turn(() => mary.presses("🌐 Bahasa Indonesia"));
  expect(screen(mary)).toContain("Apakah Bapak/Ibu setuju?");
  await turn(() => mary.presses("✅ Setuju"));
  expect(await stage.db.person.findFirst()).toMatchObject({ language: "id" });
  expect(stage.errors).toEqual([]);
});

// Keeps P08.
test("somebody who registers from another zone has what waits for them posted anew, in the same transaction", async () => {
  const maluku = await buildClass(stage.db, { provinceCode: "81", name: "Maluku", joinToken: "masuk-maluku" });
  const siti = stage.person({ name: "Siti" });
  await turn(() => siti.start("masuk-maluku"));
  await turn(() => siti.presses("✅ Setuju"));
  for (const act of [
    () => siti.says("Lewati"),
    () => siti.says("Siti"),
    () => siti.presses("Dinas provinsi"),
    () => siti.presses("✅ Benar, daftarkan"),
  ]) {
    await turn(act);
  }
  const person = await stage.db.person.findFirstOrThrow();
  expect(person.zone).toBe("Asia/Jayapura");
  await stage.db.outbox.create({
    data: {
      ...{ key: `session-reminder:${maluku.id}:H-1:2024-06-03:${person.id}`, kind: "session_reminder", priority: 3 },
      ...{ chatId: BigInt(siti.id), personId: person.id, message: { text: "09.00 WIT", marks: [] } },
      ...{ dueAt: new Date("2024-06-03T00:00:00Z"), createdAt: stage.clock.now() },
    },
  });
  const riau = await buildClass(stage.db, { joinToken: "masuk-kepri" });
  await turn(() => siti.start("masuk-kepri"));
  for (const act of [
    () => siti.says("Lewati"),
    () => siti.says("Siti"),
    () => siti.presses("Dinas provinsi"),
    () => siti.presses("✅ Benar, daftarkan"),
  ]) {
    await turn(act);
  }
  expect(await stage.db.participant.count({ where: { classId: riau.id } })).toBe(1);
  expect((await stage.db.person.findFirstOrThrow()).zone).toBe("Asia/Jakarta");
  // Taken back under its key, so that the next tick posts it by the new clock.
  const waiting = await stage.db.outbox.findMany({ where: { kind: "session_reminder", state: "waiting" } });
  expect(waiting.filter(({ key }) => key.includes(":H-1:"))).toEqual([]);
  expect(stage.errors).toEqual([]);
});

// Keeps P09.
test("the receipt says number, library, class, trainer and what is next, and /saya says it again at any time", async () => {
  const trainingClass = await buildClass(stage.db);
  await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" });
  await buildSession(stage.db, trainingClass.id, { title: "Pembukaan", startsAt: new Date("2024-06-03T01:30:00Z") });
  await buildRosterRow(stage.db, trainingClass.id, {
    ...{ name: "Siti Rahmawati", phone: "+628990000001", libraryName: "Perpustakaan Berakit" },
    placeCode: "21.01.10.2001",
  });
  const siti = stage.person({ name: "Siti", phone: "628990000001" });
  for (const act of [
    () => siti.start(trainingClass.joinToken),
    () => siti.presses("✅ Setuju"),
    () => siti.sharesContact(),
    () => siti.presses("✅ Benar, daftarkan"),
  ]) {
    await turn(act);
  }
  const receipt = screen(siti);
  const { number } = await stage.db.participant.findFirstOrThrow();
  for (const part of [number, "Perpustakaan Berakit", "3–7 Juni 2024", "Rina Marlina"]) expect(receipt).toContain(part);
  expect(receipt).toContain("Berikutnya: Pembukaan, Senin, 3 Juni 2024 pukul 08.30 WIB");
  await turn(() => siti.says("/saya"));
  expect(screen(siti)).toBe(receipt);

  stage.clock.set(new Date("2024-06-08T03:00:00Z"));
  await turn(() => siti.says("/saya"));
  expect(screen(siti)).toBe(
    receipt.replace(/Berikutnya: .*/, "Berikutnya: tekan Rencana di bawah untuk mengisi tiga rencana kerja."),
  );
  await stage.db.workPlan.updateMany({ data: { state: "not_started" } });
  await turn(() => siti.says("/bahasa"));
  await turn(() => siti.presses("English"));
  await turn(() => siti.says("/me"));
  expect(screen(siti)).toContain("Next: press Report below to report how your plans are going.");
  expect(stage.errors).toEqual([]);
});
