// Whose library it is: somebody without an invitation waits beside a library that others look after, until a trainer says yes.
import { describe, expect, test } from "vitest";
import { escalateAdmissions, showOwnData } from "../../../../src/use-cases/index.js";
import { everything, screen } from "../../../support/stage/phone.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildTrainer,
} from "../../../support/world/builders.js";
import { actorOf } from "../../../support/world/plans.js";
import { openAdmissionScene } from "./berakit.js";

const { stage, turn, VILLAGE, SECRET, onTheirPhone, openBerakit, joinsByHand, forge, participantNamed } =
  openAdmissionScene();

describe.each([
  ["without any link", () => null],
  ["by a link of the class that leaked", (token: string) => token],
])("somebody who picks another's library %s", (_how, tokenOf) => {
  test("waits, reads nothing of it by any command, and the manager and the trainer are told", async () => {
    const { trainingClass, siti, phones } = await openBerakit();
    const tono = stage.person({ name: "Tono" });
    await joinsByHand(tono, tokenOf(trainingClass.joinToken), "Tono Susilo");
    expect(screen(tono)).toContain("Menunggu pelatih memastikan");
    for (const say of ["/rencana", "/lapor", "/rapor", "/saya", "/dataku", "/jadwal", "Lapor"]) {
      await turn(() => tono.says(say));
    }
    expect(everything(tono)).not.toContain(SECRET);
    expect(everything(tono)).not.toContain("Siti");
    // Old or forged buttons of the library's plans.
    for (const plan of siti.plans) {
      for (const data of [`plan:${plan.id}`, `rewrite:${plan.id}`, `report:${plan.id}`, `need_help:${plan.id}`]) {
        await forge(tono, data);
      }
    }
    expect(everything(tono)).not.toContain(SECRET);
    expect(await stage.db.libraryMember.count({ where: { libraryId: siti.library.id } })).toBe(1);
    expect(everything(phones.siti)).toContain("Tono Susilo mendaftar untuk Perpustakaan Berakit juga");
    expect(screen(phones.rina)).toContain("Apakah benar ia mengelola perpustakaan itu?");
    expect(screen(phones.rina)).toContain("Siti Rahmawati");
    expect(stage.errors).toEqual([]);
  });
});

test("a yes brings along what was entered meanwhile, overwrites nothing, and can be undone and said again", async () => {
  const { trainingClass, siti, phones } = await openBerakit();
  const tono = stage.person({ name: "Tono" });
  await joinsByHand(tono, trainingClass.joinToken, "Tono Susilo");
  const waiting = await participantNamed("Tono Susilo");
  const own = await stage.db.workPlan.findMany({
    where: { libraryId: waiting.libraryId ?? 0 },
    orderBy: { id: "asc" },
  });
  const typeOfSecret = siti.plans[0]?.type;
  for (const { id, type } of own) {
    await stage.db.workPlan.update({
      where: { id },
      data: { state: "not_started", activity: `Isian Tono ${type}`, writtenAt: stage.clock.now() },
    });
  }
  await turn(() => phones.rina.presses("✅ Ya, terima"));
  expect(screen(phones.rina)).toContain("Tono Susilo sekarang ikut mengisi untuk Perpustakaan Berakit");
  expect(screen(tono)).toContain("sekarang ikut mengisi rencana dan laporan Perpustakaan Berakit");
  const plans = await stage.db.workPlan.findMany({ where: { libraryId: siti.library.id } });
  for (const { type, activity } of plans) {
    expect(activity).toBe(type === typeOfSecret ? SECRET : `Isian Tono ${type}`);
  }
  // The plan that both had: compared, and only then put in place.
  await turn(() => tono.presses(/^Bandingkan/));
  expect(screen(tono)).toContain(SECRET);
  expect(screen(tono)).toContain(`Isian Tono ${typeOfSecret}`);
  await turn(() => tono.presses("Ya, pakai isian saya"));
  const adopted = await stage.db.workPlan.findUniqueOrThrow({ where: { id: siti.plans[0]?.id ?? 0 } });
  expect(adopted.activity).toBe(`Isian Tono ${typeOfSecret}`);
  await turn(() => tono.says("/rencana"));
  expect(screen(tono)).toContain("Layanan Informasi");
  expect(screen(tono)).not.toContain("Menunggu pelatih");

  stage.clock.advance(60_000);
  await turn(() => phones.rina.presses("↩️ Batalkan, tolak"));
  expect(screen(phones.rina)).toContain("tidak diterima");
  expect(everything(tono)).toContain("belum bisa memastikan");
  expect(everything(tono)).toContain("Rina Marlina");
  await turn(() => tono.says("/rencana"));
  expect(screen(tono)).not.toContain("Isian Tono");
  expect(await stage.db.libraryMember.count({ where: { libraryId: siti.library.id, untilAt: null } })).toBe(1);
  await turn(() => phones.rina.presses("↩️ Batalkan, terima"));
  expect(await stage.db.libraryMember.count({ where: { libraryId: siti.library.id, untilAt: null } })).toBe(2);
  const audits = await stage.db.audit.findMany({
    where: { action: { startsWith: "admission." } },
    orderBy: { id: "asc" },
  });
  expect(audits.map(({ action }) => action)).toEqual([
    ...["admission.yes", "admission.adopt", "admission.no", "admission.yes"],
  ]);
  expect(stage.errors).toEqual([]);
});

test("an invited person is let in at once, and who had begun there without an invitation steps aside with their entries", async () => {
  const trainingClass = await buildClass(stage.db);
  const rina = await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" });
  const trainer = await onTheirPhone("Rina", rina);
  await buildRosterRow(stage.db, trainingClass.id, {
    ...{ name: "Siti Rahmawati", phone: "+628990000001", libraryName: "Perpustakaan Berakit", placeCode: VILLAGE },
  });
  const tono = stage.person({ name: "Tono" });
  await joinsByHand(tono, trainingClass.joinToken, "Tono Susilo");
  // Nobody was there: they may begin, and nobody is asked yet.
  expect(screen(tono)).not.toContain("Menunggu");
  const begun = await participantNamed("Tono Susilo");
  expect(begun.admission).toBe("begun");
  const own = await stage.db.workPlan.findFirstOrThrow({ where: { libraryId: begun.libraryId ?? 0 } });
  await stage.db.workPlan.update({ where: { id: own.id }, data: { state: "not_started", activity: "Punya Tono" } });

  const siti = stage.person({ name: "Siti", phone: "628990000001" });
  await turn(() => siti.start(trainingClass.joinToken));
  await turn(() => siti.presses("✅ Setuju"));
  await turn(() => siti.sharesContact());
  await turn(() => siti.presses("✅ Benar, daftarkan"));
  expect(everything(siti)).toContain("sudah terdaftar");
  expect(everything(siti)).not.toContain("Menunggu");
  expect(screen(siti)).toContain("Tono Susilo mendaftar untuk Perpustakaan Desa Berakit juga");
  await turn(() => siti.says("/rencana"));
  expect(everything(siti)).not.toContain("Punya Tono");
  expect((await participantNamed("Tono Susilo")).admission).toBe("waiting");
  expect(everything(tono)).toContain("Isian Bapak/Ibu tetap tersimpan");
  expect(screen(trainer)).toContain("Tono Susilo");
  await turn(() => tono.says("/rencana"));
  expect(screen(tono)).toContain("Menunggu pelatih memastikan");
  expect(await stage.db.workPlan.findUniqueOrThrow({ where: { id: own.id } })).toMatchObject({
    activity: "Punya Tono",
  });

  await turn(() => trainer.presses("✅ Ya, terima"));
  await turn(() => siti.says("/rencana"));
  expect(everything(siti)).toContain("Punya Tono");
  expect(stage.errors).toEqual([]);
});

test("after three working days without an answer the province is asked, once; the class's page counts who waits", async () => {
  const { trainingClass, phones } = await openBerakit();
  const budi = await buildAdmin(stage.db, { name: "Budi", regionCode: "21" });
  const admin = await onTheirPhone("Budi", budi);
  const tono = stage.person({ name: "Tono" });
  await joinsByHand(tono, trainingClass.joinToken, "Tono Susilo");
  await turn(() => phones.rina.says("/kelas"));
  expect(JSON.stringify(phones.rina.lastMessage()?.reply_markup)).toContain("Menunggu izin (1)");
  // It was a Tuesday.
  const jobAt = async (instant: string) => {
    stage.clock.set(new Date(instant));
    await escalateAdmissions(stage.world);
    await escalateAdmissions(stage.world);
    await stage.settle();
  };
  await jobAt("2024-06-14T02:59:00Z");
  expect(everything(admin)).not.toContain("Tono Susilo");
  await jobAt("2024-06-14T03:30:00Z");
  expect(screen(admin)).toContain("Belum dijawab pelatih sejak");
  await jobAt("2024-06-15T03:30:00Z");
  expect(admin.received().filter(({ text }) => text?.includes("Belum dijawab pelatih"))).toHaveLength(1);
  await turn(() => admin.presses("Tidak"));
  expect((await participantNamed("Tono Susilo")).admission).toBe("refused");
  expect(stage.errors).toEqual([]);
});

test("an office that writes no plans reads nothing about being let in", async () => {
  const { id } = await buildClass(stage.db);
  const { person } = await buildParticipant(stage.db, id, { name: "Dewi", kind: "regency_office", placeCode: "21.01" });
  const shown = await showOwnData(stage.world, await actorOf(stage.world, person.id), { updateId: 1 });
  if (shown.kind !== "shown") throw new Error(shown.kind);
  expect(Buffer.from(shown.page.base64, "base64").toString()).not.toContain("Izin mengisi");
});
