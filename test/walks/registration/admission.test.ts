// Whose library it is: somebody without an invitation waits beside a library that others look after, until a trainer says yes.

import { describe, expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { escalateAdmissions, showOwnData } from "../../../src/use-cases/index.js";
import { everything, screen } from "../../support/stage/phone.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildTrainer,
} from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

// A Tuesday, ten o'clock in Tanjungpinang.
const stage = stageAt("2024-06-11T03:00:00Z");

const VILLAGE = "21.01.10.2001";
const SECRET = "Keripik pisang untuk ibu-ibu PKK";

const turn = actsOn(stage);

/** Somebody we know, who has spoken to the bot before. */
async function onTheirPhone(name: string, { telegramId }: { telegramId: bigint | null }): Promise<Person> {
  const phone = stage.person({ name, id: Number(telegramId) });
  await turn(() => phone.says("/bantuan"));
  return phone;
}

/** A class, its trainer, and the library of Berakit with its manager and a written plan. */
async function openBerakit() {
  const trainingClass = await buildClass(stage.db);
  const rina = await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" });
  const siti = await buildParticipant(stage.db, trainingClass.id, {
    ...{ name: "Siti Rahmawati", placeCode: VILLAGE, libraryName: "Perpustakaan Berakit" },
  });
  await stage.db.workPlan.update({
    where: { id: siti.plans[0]?.id ?? 0 },
    data: { state: "not_started", activity: SECRET, writtenAt: new Date("2024-06-10T00:00:00Z") },
  });
  const phones = { rina: await onTheirPhone("Rina", rina), siti: await onTheirPhone("Siti", siti.person) };
  return { trainingClass, siti, rina, phones };
}

/** By hand, into the library of Berakit; the number is not shared, or is on no list. */
async function joinsByHand(phone: Person, token: string | null, name: string) {
  await turn(() => (token === null ? phone.start() : phone.start(token)));
  await turn(() => phone.presses("✅ Setuju"));
  await turn(() => phone.says("Lewati"));
  await turn(() => phone.says(name));
  await turn(() => phone.presses("Perpustakaan desa"));
  if (token === null) {
    await turn(() => phone.says("kepulauan riau"));
    await turn(() => phone.presses("Kepulauan Riau"));
  }
  await turn(() => phone.presses("Kab. Bintan"));
  await turn(() => phone.presses("Teluk Sebong"));
  await turn(() => phone.presses("Berakit"));
  await turn(() => phone.presses("Perpustakaan Desa Berakit"));
  await turn(() => phone.presses("✅ Benar, daftarkan"));
}

/** A button that nobody showed them, pressed a while after the last one. */
const forge = (phone: Person, data: string) => {
  stage.clock.advance(5000);
  return turn(() => phone.pressesOn(phone.lastMessage()?.message_id ?? 1, data));
};
const participantNamed = (name: string) =>
  stage.db.participant.findFirstOrThrow({ where: { person: { name } }, include: { library: true } });

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

test.each([
  { first: "✅ Ya, terima", later: "Tidak", state: "admitted", says: "Sudah diterima oleh Rina Marlina." },
  { first: "✅ Ya, terima", later: "✅ Ya, terima", state: "admitted", says: "Sudah diterima oleh Rina Marlina." },
  { first: "Tidak", later: "✅ Ya, terima", state: "refused", says: "Ditolak oleh Rina Marlina." },
])(
  "a question that a colleague answered with $first is no longer answered by $later: it says who decided what",
  async (one) => {
    const { trainingClass, phones } = await openBerakit();
    const dodi = await onTheirPhone("Dodi", await buildTrainer(stage.db, [trainingClass.id], { name: "Dodi Saputra" }));
    await joinsByHand(stage.person({ name: "Tono" }), trainingClass.joinToken, "Tono Susilo");
    await turn(() => phones.rina.presses(one.first));
    const before = await stage.db.audit.count();
    const posts = await stage.db.outbox.count();
    await turn(() => dodi.presses(one.later));
    expect(screen(dodi)).toContain(one.says);
    expect((await participantNamed("Tono Susilo")).admission).toBe(one.state);
    expect([await stage.db.audit.count(), await stage.db.outbox.count()]).toEqual([before, posts]);
    // Having read that, they may take it back.
    await turn(() => dodi.presses(/^↩️ Batalkan/));
    expect((await participantNamed("Tono Susilo")).admission).toBe(one.state === "admitted" ? "refused" : "admitted");
    expect(stage.errors).toEqual([]);
  },
);

test("neither another class's trainer, nor a revoked one, nor a participant can say yes or change the link", async () => {
  const { trainingClass, rina, phones } = await openBerakit();
  const tono = stage.person({ name: "Tono" });
  await joinsByHand(tono, trainingClass.joinToken, "Tono Susilo");
  const { id } = await participantNamed("Tono Susilo");
  const other = await buildClass(stage.db, { name: "Kepulauan Riau 2" });
  const dodi = await buildTrainer(stage.db, [other.id], { name: "Dodi" });
  const stranger = await onTheirPhone("Dodi", dodi);
  await stage.db.roleBinding.updateMany({ where: { personId: rina.id }, data: { revokedAt: stage.clock.now() } });
  const end = trainingClass.joinToken.slice(-8);
  for (const phone of [stranger, phones.rina, phones.siti, tono]) {
    for (const data of [`let_in:${id}`, `turn_away:${id}`, `admission:${id}`, `admissions:${trainingClass.id}`]) {
      await forge(phone, data);
    }
    for (const data of [`link:${trainingClass.id}`, `set_link:${trainingClass.id}:renew:${end}`]) {
      await forge(phone, data);
    }
  }
  expect((await participantNamed("Tono Susilo")).admission).toBe("waiting");
  expect(await stage.db.formerLink.count()).toBe(0);
  expect(everything(stranger)).not.toContain("Tono");
  expect(stage.errors).toEqual([]);
});

test("a closed or replaced link says whom to ask; a new one lets people in", async () => {
  const { trainingClass, phones } = await openBerakit();
  await turn(() => phones.rina.says("/kelas"));
  await turn(() => phones.rina.presses("🔗 Atur tautan"));
  await turn(() => phones.rina.presses("Tutup tautan"));
  await turn(() => phones.rina.presses("Ya, tutup tautan"));
  expect(screen(phones.rina)).toContain("sudah ditutup");
  const late = stage.person({ name: "Late" });
  await turn(() => late.start(trainingClass.joinToken));
  expect(screen(late)).toContain("sudah ditutup");
  expect(screen(late)).toContain("Rina Marlina");
  await turn(() => phones.rina.presses("Buat tautan baru"));
  await turn(() => phones.rina.presses("Ya, buat yang baru"));
  const fresh = /start=([\w-]+)/.exec(screen(phones.rina))?.[1] ?? "";
  expect(fresh).not.toBe(trainingClass.joinToken);
  await turn(() => late.start(trainingClass.joinToken));
  expect(screen(late)).toContain("Rina Marlina");
  await turn(() => late.start(fresh));
  expect(screen(late)).toContain("setuju?");
  const audits = await stage.db.audit.findMany({ where: { action: { startsWith: "class-link." } } });
  expect(audits.map(({ action }) => action)).toEqual(["class-link.close", "class-link.renew"]);
  expect(stage.errors).toEqual([]);
});

test.each([
  ["admitted", "diterima"],
  ["begun", "sudah mengisi, belum dipastikan pelatih"],
  ["waiting", "menunggu pelatih memastikan"],
  ["refused", "belum diterima pelatih"],
] as const)("somebody who is %s reads so in their own data", async (admission, words) => {
  const { siti } = await openBerakit();
  await stage.db.participant.updateMany({ where: { personId: siti.person.id }, data: { admission } });
  const shown = await showOwnData(stage.world, await actorOf(stage.world, siti.person.id), { updateId: 1 });
  if (shown.kind !== "shown") throw new Error(shown.kind);
  const read = ({ base64 }: { base64: string }) => Buffer.from(base64, "base64").toString();
  expect(read(shown.page)).toContain(`<dt>Izin mengisi untuk perpustakaan</dt><dd>${words}</dd>`);
  expect(JSON.parse(read(shown.json)).participants).toMatchObject([{ admission: `admission.${admission}` }]);
});

test("an office that writes no plans reads nothing about being let in", async () => {
  const { id } = await buildClass(stage.db);
  const { person } = await buildParticipant(stage.db, id, { name: "Dewi", kind: "regency_office", placeCode: "21.01" });
  const shown = await showOwnData(stage.world, await actorOf(stage.world, person.id), { updateId: 1 });
  if (shown.kind !== "shown") throw new Error(shown.kind);
  expect(Buffer.from(shown.page.base64, "base64").toString()).not.toContain("Izin mengisi");
});

test("the trainer hears of somebody who begins alone in an empty library without an invitation, and may say no", async () => {
  const trainingClass = await buildClass(stage.db);
  const rina = await onTheirPhone("Rina", await buildTrainer(stage.db, [trainingClass.id], { name: "Rina" }));
  const tono = stage.person({ name: "Tono" });
  await joinsByHand(tono, trainingClass.joinToken, "Tono Susilo");
  expect(screen(tono)).not.toContain("Menunggu");
  expect(screen(rina)).toContain("Tono Susilo");
  expect(screen(rina)).toContain("belum diisi siapa pun");
  expect(rina.received().filter(({ text }) => text?.includes("Tono Susilo"))).toHaveLength(1);
  await turn(() => rina.presses("Tidak"));
  expect((await participantNamed("Tono Susilo")).admission).toBe("refused");
  expect(everything(tono)).toContain("belum bisa memastikan");
  expect(stage.errors).toEqual([]);
});

test("of somebody who begins alone and plainly is on the roster the trainer is asked one question, not told twice", async () => {
  const trainingClass = await buildClass(stage.db);
  const rina = await onTheirPhone("Rina", await buildTrainer(stage.db, [trainingClass.id], { name: "Rina" }));
  await buildRosterRow(stage.db, trainingClass.id, { name: "Tono Susilo", placeCode: VILLAGE });
  const tono = stage.person({ name: "Tono" });
  await joinsByHand(tono, trainingClass.joinToken, "Tono Susilo");
  const about = rina.received().filter(({ text }) => text?.includes("Tono Susilo"));
  expect(about.map(({ text }) => text?.includes("orang yang sama"))).toEqual([true]);
});

test("who began first and sees a second one let in by the trainer is told so, and of no invitation", async () => {
  const trainingClass = await buildClass(stage.db);
  const rina = await onTheirPhone("Rina", await buildTrainer(stage.db, [trainingClass.id], { name: "Rina" }));
  const [tono, beni] = [stage.person({ name: "Tono" }), stage.person({ name: "Beni" })];
  await joinsByHand(tono, trainingClass.joinToken, "Tono Susilo");
  await joinsByHand(beni, trainingClass.joinToken, "Beni Saputra");
  expect(screen(rina)).toContain("Beni Saputra");
  await turn(() => rina.presses("✅ Ya, terima"));
  expect((await participantNamed("Tono Susilo")).admission).toBe("waiting");
  expect(everything(tono)).toContain("orang lain sudah diterima untuk");
  expect(everything(tono)).not.toContain("diundang");
  expect(stage.errors).toEqual([]);
});
