// A question on its way to a trainer who is one no more: it goes to those who are left, or to the province, and its asker knows.

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { passOnAnew, tellOfUndelivered } from "../../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { everything, screen } from "../../support/stage/phone.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
/** A Tuesday, 22:00 in Tanjungpinang: what is asked now reaches a trainer in the morning. */
const NIGHT = "2024-06-11T15:00:00Z";
const MORNING = "2024-06-12T02:00:00Z";
beforeEach(async () => {
  stage = await openStage(database, NIGHT);
});
afterAll(() => database.close());

async function turn(...acts: (() => unknown)[]): Promise<void> {
  for (const act of acts) {
    stage.clock.advance(5000);
    act();
    await stage.settle();
  }
}
const phoneOf = async (name: string, { telegramId }: { telegramId: bigint | null }) => {
  const phone = stage.person({ name, id: Number(telegramId) });
  await turn(() => phone.says("/bantuan"));
  return phone;
};

const QUESTION = "Boleh ganti tanggal kegiatan?";

async function cast(trainers: string[], { english = false, admin = true } = {}) {
  const trainingClass = await buildClass(stage.db);
  const people: Awaited<ReturnType<typeof buildTrainer>>[] = [];
  for (const name of trainers) people.push(await buildTrainer(stage.db, [trainingClass.id], { name }));
  const phones: Person[] = [];
  for (const person of people) phones.push(await phoneOf(person.name, person));
  const budi = admin
    ? await phoneOf("Budi", await buildAdmin(stage.db, { name: "Budi Santoso", regionCode: "21" }))
    : stage.person({ name: "Nobody" });
  const { person } = await buildParticipant(stage.db, trainingClass.id, {
    ...{ name: "Siti Rahmawati", language: english ? "en" : "id" },
  });
  const siti = await phoneOf("Siti", person);
  const revoke = (n: number) =>
    stage.db.roleBinding.updateMany({
      where: { personId: people[n]?.id ?? 0 },
      data: { revokedAt: stage.clock.now() },
    });
  return { trainingClass, people, phones, budi, siti, revoke };
}
const asks = (siti: Person, text = QUESTION) => [() => siti.says("/tanya"), () => siti.says(text)];
const at = async (instant: string) => {
  stage.clock.set(new Date(instant));
  await stage.tick();
};

test("what waits for a trainer who is revoked before it leaves never reaches them; the other has it, and the asker knows", async () => {
  const { phones, siti, revoke } = await cast(["Rina Marlina", "Dodi Saputra"]);
  const [rina, dodi] = phones as [Person, Person];
  await turn(...asks(siti));
  expect(screen(siti)).toContain("Rina Marlina");
  await revoke(0);
  const before = everything(siti).length;
  await at(MORNING);
  await at("2024-06-12T02:02:00Z");
  expect(everything(rina)).not.toContain(QUESTION);
  expect(everything(dodi).split(QUESTION)).toHaveLength(2);
  const told = everything(siti).slice(before);
  expect(told).toContain("Pelatih kelas Bapak/Ibu berubah. Pertanyaan Bapak/Ibu sekarang ada pada Dodi Saputra.");
  expect(told).not.toContain("Rina");
  expect(told).not.toContain("tidak bisa dihubungi");
  // Once.
  await at("2024-06-12T02:30:00Z");
  expect(everything(siti).split("Pelatih kelas Bapak/Ibu berubah")).toHaveLength(2);
  expect(await passOnAnew(stage.world)).toEqual({ passedOn: 0 });
  expect(stage.errors).toEqual([]);
});

test("it goes to a trainer who came since", async () => {
  const { trainingClass, phones, siti, revoke } = await cast(["Rina Marlina"]);
  await turn(...asks(siti));
  await revoke(0);
  const wati = await phoneOf("Wati", await buildTrainer(stage.db, [trainingClass.id], { name: "Wati" }));
  await at(MORNING);
  await at("2024-06-12T02:02:00Z");
  expect(everything(phones[0] as Person)).not.toContain(QUESTION);
  expect(everything(wati)).toContain(QUESTION);
  expect(everything(siti)).toContain("sekarang ada pada Wati");
});

test("a trainer of another class who no longer teaches this one does not get it either", async () => {
  const { trainingClass, people, phones, siti } = await cast(["Rina Marlina", "Dodi Saputra"]);
  await turn(...asks(siti));
  const other = await buildClass(stage.db, { name: "Kepulauan Riau 2" });
  await stage.db.classTrainer.updateMany({
    where: { personId: people[0]?.id ?? 0, classId: trainingClass.id },
    data: { classId: other.id },
  });
  await at(MORNING);
  await at("2024-06-12T02:02:00Z");
  expect(everything(phones[0] as Person)).not.toContain(QUESTION);
  expect(everything(phones[1] as Person)).toContain(QUESTION);
});

test.each([
  ["before it left", false],
  ["after they had read it", true],
])(
  "with the only trainer gone %s the province has it at once, answers in the thread, and the asker knows",
  async (_when, wasRead) => {
    const { phones, siti, budi, revoke } = await cast(["Rina Marlina"]);
    const [rina] = phones as [Person];
    await turn(
      ...asks(siti),
      () => siti.says("/tanya"),
      () => siti.sendsPhoto({ caption: "Ini jadwalnya" }),
    );
    const threads = await stage.db.questionThread.count();
    if (wasRead) {
      await at(MORNING);
      await turn(() => rina.presses("Jawab"));
      expect(everything(rina)).toContain(QUESTION);
    }
    await revoke(0);
    const before = everything(siti).length;
    await at(wasRead ? "2024-06-12T02:05:00Z" : "2024-06-12T00:59:00Z");
    await at(wasRead ? "2024-06-12T02:06:00Z" : MORNING);
    if (!wasRead) expect(everything(rina)).not.toContain(QUESTION);
    expect(everything(budi).split(QUESTION)).toHaveLength(2);
    expect(everything(budi)).toContain("Ini jadwalnya");
    expect(budi.received().some(({ photo }) => photo !== undefined)).toBe(true);
    const told = everything(siti).slice(before);
    expect(told).toContain("sudah kami teruskan kepada dinas provinsi");
    expect(told).not.toContain("tidak bisa dihubungi");
    expect(told.split("sudah kami teruskan")).toHaveLength(threads + 1);

    const asked = budi.received().findLast(({ text }) => text?.includes(QUESTION));
    const { id } = await stage.db.questionThread.findFirstOrThrow({ orderBy: { id: "asc" } });
    await turn(
      () => budi.pressesOn(asked?.message_id ?? 0, `question:${id}`),
      () => budi.says("Boleh, silakan diganti."),
    );
    expect(screen(siti)).toContain("Boleh, silakan diganti.");
    expect(everything(siti)).toContain("Budi Santoso");
    expect((await stage.db.questionThread.findUniqueOrThrow({ where: { id } })).state).toBe("answered");
    const read = everything(budi).length;
    const lines = await stage.db.audit.findMany({ where: { action: "question.escalate" } });
    expect(lines).toHaveLength(threads);
    await at("2024-06-15T02:00:00Z");
    expect(everything(budi).slice(read)).not.toContain(QUESTION);
    expect(stage.errors).toEqual([]);
  },
);

test("an admin answers by Telegram's own reply, too, and in English", async () => {
  const { siti, budi, revoke } = await cast(["Rina Marlina"], { english: true });
  await turn(...[() => siti.says("/ask"), () => siti.says("May I move it?")]);
  await revoke(0);
  await at(MORNING);
  expect(everything(siti)).toContain("has been passed on to the provincial office");
  const post = budi.received().findLast(({ text }) => text?.includes("May I move it?"));
  await turn(() => budi.repliesTo(post?.message_id ?? 0, "Yes, please do."));
  expect(screen(siti)).toContain("Yes, please do.");
});

test("with neither trainer nor admin the asker reads that nobody can be reached, once; an admin who comes later gets it", async () => {
  const { siti, revoke } = await cast(["Rina Marlina"], { admin: false });
  await turn(...asks(siti));
  await revoke(0);
  for (const minute of ["00", "01", "02"]) await at(`2024-06-12T02:${minute}:00Z`);
  expect(everything(siti).split("sedang tidak bisa dihubungi")).toHaveLength(2);
  const late = await phoneOf("Sari", await buildAdmin(stage.db, { name: "Sari", regionCode: "21" }));
  await at("2024-06-12T02:10:00Z");
  expect(everything(late)).toContain(QUESTION);
  expect(everything(siti)).toContain("sudah kami teruskan kepada dinas provinsi");
  expect(await tellOfUndelivered(stage.world)).toMatchObject({ failed: 0 });
  expect(stage.errors).toEqual([]);
});

test("what was answered is passed on to nobody", async () => {
  const { phones, siti, budi, revoke } = await cast(["Rina Marlina"]);
  await turn(...asks(siti));
  await at(MORNING);
  await turn(
    () => (phones[0] as Person).presses("Jawab"),
    () => (phones[0] as Person).says("Boleh, Bu."),
  );
  await revoke(0);
  await at("2024-06-12T02:10:00Z");
  expect(everything(budi)).not.toContain(QUESTION);
  expect(await passOnAnew(stage.world)).toEqual({ passedOn: 0 });
});
