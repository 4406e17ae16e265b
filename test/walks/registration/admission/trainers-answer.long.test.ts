// A trainer's yes and no about who joins a library, its link, and what each of them reads.
import { expect, test } from "vitest";
import { showOwnData } from "../../../../src/use-cases/index.js";
import { everything, screen } from "../../../support/stage/phone.js";
import { buildClass, buildRosterRow, buildTrainer } from "../../../support/world/builders.js";
import { actorOf } from "../../../support/world/plans.js";
import { openAdmissionScene } from "./berakit.js";

const { stage, turn, VILLAGE, onTheirPhone, openBerakit, joinsByHand, forge, participantNamed } = openAdmissionScene();

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
