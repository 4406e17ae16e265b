// What the province reads of a plea for help, and what is left of one whose asker is forgotten.
import { expect, test } from "vitest";
import { buildParticipant } from "../../support/world/builders.js";
import { openHelp } from "./help-scene.js";

const { stage, inTurn, at, cast } = openHelp();

test("the province's notice has buttons that work: hurry the trainers, look at the asker, answer; nobody else's do", async () => {
  const { siti, rina, sari } = await cast();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("Bolehkah kegiatan pindah ke Agustus?"),
  );
  await at("2024-06-12T02:05:00Z");
  const notice = sari.lastMessage()?.message_id ?? 0;
  const heardByRina = () => rina.received().filter(({ text }) => text?.includes("Sari Dewi mengingatkan"));
  const press = async (data: string) => {
    stage.clock.advance(2000);
    sari.pressesOn(notice, data);
    await stage.settle();
  };
  await press("remind_trainers:1");
  await press("remind_trainers:1");
  expect(heardByRina()).toHaveLength(1);
  expect(heardByRina()[0]?.text).toContain("belum dijawab sejak 10 Juni");
  await press("person:1");
  expect(sari.received().some(({ text }) => text?.startsWith("Siti Rahmawati"))).toBe(true);
  await inTurn(() => sari.says("/start"));
  expect(sari.buttons()).toContain("[💬 Pertanyaan (1)]");

  // An admin of another province holds the same button.
  const other = await stage.db.person.findFirstOrThrow({ where: { name: "Provinsi lain" } });
  const budi = stage.person({ id: Number(other.telegramId), name: "Budi" });
  await inTurn(() => budi.start());
  for (const data of ["remind_trainers:1", "question:1"]) {
    stage.clock.advance(2000);
    budi.pressesOn(budi.lastMessage()?.message_id ?? 0, data);
    await stage.settle();
    expect(budi.lastMessage()?.text).not.toContain("Agustus");
  }

  await press("question:1");
  await inTurn(() => sari.says("Ya, boleh. Salam dari dinas."));
  expect(siti.received().some(({ text }) => text?.includes("Salam dari dinas"))).toBe(true);
  await press("remind_trainers:1");
  expect(sari.lastMessage()?.text).toContain("sudah dijawab");
  expect(heardByRina()).toHaveLength(1);
  expect(stage.errors).toEqual([]);
});

test("the plea of somebody who has their data erased troubles nobody any more; a colleague's stays", async () => {
  const { siti, rina } = await cast();
  const { library, classId } = await stage.db.participant.findFirstOrThrow({ include: { library: true } });
  const ani = await buildParticipant(stage.db, classId, {
    ...{ name: "Ani Lestari", placeCode: library?.placeCode ?? "", libraryName: library?.name ?? "" },
  });
  const phone = stage.person({ id: Number(ani.person.telegramId), name: "Ani" });
  const pleads = (who: typeof siti, plan: string) =>
    inTurn(
      () => who.says("/lapor"),
      () => who.presses(plan),
      () => who.presses("⚠️ Ada kendala"),
      () => who.presses("Anggaran/APBDes"),
      () => who.presses("🙋 Minta bantuan pelatih"),
    );
  await pleads(siti, "📝 Advokasi");
  await pleads(phone, "📝 Layanan Informasi");
  const open = async () => (await stage.db.followUp.findMany({ where: { reason: "help", resolvedAt: null } })).length;
  expect(await open()).toBe(2);
  await inTurn(
    () => siti.says("/hapus"),
    () => siti.presses("Ya, hapus data saya"),
  );
  expect(await open()).toBe(1);
  await inTurn(() => rina.says("/ringkasan"));
  expect(rina.lastMessage()?.text).toContain("Minta bantuan: 1");
  await inTurn(
    () => phone.says("/hapus"),
    () => phone.presses("Ya, hapus data saya"),
    () => rina.says("/ringkasan"),
  );
  expect(await open()).toBe(0);
  expect(rina.lastMessage()?.text).not.toContain("inta bantuan");
  expect(stage.errors).toEqual([]);
});

test("where no trainer is left to hurry, the province is asked to answer itself", async () => {
  const { siti, sari } = await cast();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("Bolehkah kegiatan pindah ke Agustus?"),
  );
  await at("2024-06-12T02:05:00Z");
  await stage.db.classTrainer.deleteMany();
  await inTurn(() => sari.pressesOn(sari.lastMessage()?.message_id ?? 0, "remind_trainers:1"));
  expect(sari.lastMessage()?.text).toContain("sedang tidak punya pelatih");
  expect(sari.buttons()).toContain("[Jawab]");
  await inTurn(
    () => sari.presses("Jawab"),
    () => sari.says("Ya, boleh."),
  );
  expect(siti.received().some(({ text }) => text?.includes("Ya, boleh."))).toBe(true);
  expect(stage.errors).toEqual([]);
});
