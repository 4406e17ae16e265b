// A library changes hands: who follows finds its plans, forms and days, and who goes is asked for nothing more.
import { describe, expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { everything, screen } from "../../support/stage/phone.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

const stage = stageAt("2024-06-10T03:00:00Z");
const turn = actsOn(stage, 5000);

const DAY = 86_400_000;
const WORDS = {
  id: { open: "👤 Nomor dan akun saya", hand: "🤝 Serah terima", make: "✅ Ya, buat kode", take: "✅ Ya, terima" },
  en: {
    open: "👤 My number and account",
    hand: "🤝 Hand over",
    make: "✅ Yes, make a code",
    take: "✅ Yes, take it over",
  },
};
const JOIN = {
  id: { agree: "✅ Setuju", skip: "Lewati", send: "✅ Benar, daftarkan" },
  en: { agree: "✅ I agree", skip: "Skip", send: "✅ Yes, register me" },
};

async function openLibrary(language: "id" | "en" = "id") {
  const trainingClass = await buildClass(stage.db);
  const rina = stage.person({ name: "Rina" });
  await buildTrainer(stage.db, [trainingClass.id], { name: "Rina", telegramId: rina.id, language });
  const siti = stage.person({ name: "Siti" });
  const built = await buildParticipant(stage.db, trainingClass.id, {
    ...{ name: "Siti Rahmawati", phone: "+628990000001", telegramId: siti.id, language },
    libraryName: "Perpustakaan Berakit",
  });
  await stage.db.workPlan.updateMany({
    data: { state: "not_started", activity: "Pojok baca anak", writtenAt: stage.clock.now() },
  });
  await turn(
    () => rina.start(),
    () => siti.start(),
  );
  return { trainingClass, rina, siti, ...built };
}

async function makesCode(siti: Person, language: "id" | "en" = "id"): Promise<string> {
  const words = WORDS[language];
  await turn(
    () => siti.says(language === "id" ? "/profil" : "/profile"),
    () => siti.presses(words.open),
    () => siti.presses(words.hand),
    () => siti.presses(words.make),
  );
  const [, code] = /start=([A-Z2-9]{5}-[A-Z2-9]{5})/.exec(screen(siti)) ?? [];
  if (code === undefined) throw new Error(`No code in: ${screen(siti)}`);
  return code;
}

async function takesOver(who: Person, code: string, language: "id" | "en" = "id", name = "Budi Santoso") {
  const words = JOIN[language];
  await turn(
    () => who.start(code),
    () => who.presses(words.agree),
    () => who.presses(WORDS[language].take),
    () => who.says(words.skip),
    () => who.says(name),
    () => who.presses(words.send),
  );
}

const managers = async () =>
  (await stage.db.libraryMember.findMany({ where: { untilAt: null }, include: { person: true } })).map(
    ({ person }) => person.name,
  );

// Keeps P11.
describe.each(["id", "en"] as const)("a library that is handed over (%s)", (language) => {
  test("is its successor's, with plans, forms and days; the one before is done, and the trainer told", async () => {
    const { siti, rina, person, plans } = await openLibrary(language);
    const [plan] = plans;
    const at = stage.clock.now();
    await stage.db.draft.create({
      data: {
        ...{ telegramId: siti.id, form: "report", subject: `plan:${plan?.id}`, version: 1, savedAt: at },
        ...{ answers: { state: "in_progress" }, createdAt: at, updatedAt: at },
      },
    });
    const code = await makesCode(siti, language);
    const budi = stage.person({ name: "Budi", phone: "628990000002", english: language === "en" });
    await takesOver(budi, code, language);
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/handing-over.${language}.txt`);
    expect(await managers()).toEqual(["Budi Santoso"]);
    expect(await stage.db.draft.findMany({ where: { form: "report" } })).toMatchObject([
      { telegramId: BigInt(budi.id) },
    ]);
    // Whose it was before is not shown to the one who follows.
    await turn(
      () => budi.says(language === "id" ? "/rencana" : "/plan"),
      () => budi.says(language === "id" ? "/lapor" : "/report"),
      () => budi.says(language === "id" ? "/dataku" : "/mydata"),
    );
    expect(everything(budi)).not.toContain("Siti");
    expect(everything(budi)).not.toContain("0000-001");
    expect(everything(rina)).toContain("Siti Rahmawati");
    expect(everything(rina)).toContain("Budi Santoso");
    const lines = await stage.db.audit.findMany({
      where: { action: { startsWith: "handover." } },
      orderBy: { id: "asc" },
    });
    expect(lines.map(({ action, actorId }) => [action, actorId === person.id])).toEqual([
      ["handover.offer", true],
      ["handover.take", false],
    ]);
    expect(stage.errors).toEqual([]);
  }, 60_000);
});

test("reminders go to the successor from now on, and no more to the one before", async () => {
  const { siti, person, trainingClass } = await openLibrary();
  const code = await makesCode(siti);
  const budi = stage.person({ name: "Budi", phone: "628990000002" });
  await takesOver(budi, code);
  const before = everything(siti).length;
  const { plansDueOn } = await stage.db.trainingClass.findUniqueOrThrow({ where: { id: trainingClass.id } });
  for (const days of [7, 3, 1]) {
    stage.clock.set(new Date(plansDueOn.getTime() - days * DAY + 3 * 3_600_000));
    await stage.tick();
    await stage.settle();
  }
  expect(everything(siti).length).toBe(before);
  expect(await stage.db.outbox.count({ where: { personId: person.id, state: "waiting" } })).toBe(0);
  expect(await stage.db.outbox.count({ where: { kind: "plan_reminder", chatId: BigInt(budi.id) } })).toBeGreaterThan(0);
  expect(stage.errors).toEqual([]);
}, 60_000);

test("a report of the one before stands without their name, and the trainer still reads it", async () => {
  const { siti, rina, plans } = await openLibrary();
  await turn(
    () => siti.pressesOn(1, `report:${plans[0]?.id}`),
    () => siti.presses(/Berjalan/i),
    () => siti.presses(/Kirim/),
  );
  const { number } = await stage.db.progressReport.findFirstOrThrow();
  const code = await makesCode(siti);
  const budi = stage.person({ name: "Budi", phone: "628990000002" });
  await takesOver(budi, code);
  await turn(() => budi.says(`/lapor ${number}`));
  await turn(() => budi.says(number));
  expect(everything(budi)).toContain("pengelola perpustakaan sebelumnya");
  expect(everything(budi)).not.toContain("Siti");
  await turn(() => rina.says(number));
  expect(everything(rina)).toContain("Siti Rahmawati");
  expect(stage.errors).toEqual([]);
}, 60_000);

test("a code works once, and pressed again it is the same", async () => {
  const { siti } = await openLibrary();
  const code = await makesCode(siti);
  // Asked for again, it is the same one.
  expect(await makesAgain(siti)).toBe(code);
  // Nobody hands over to themselves.
  await turn(() => siti.start(code));
  expect(screen(siti)).toContain("kode Bapak/Ibu sendiri");

  const first = stage.person({ name: "Budi", phone: "628990000002" });
  await takesOver(first, code.toLowerCase());
  const { id: budiId } = await stage.db.person.findFirstOrThrow({ where: { name: "Budi Santoso" } });
  // The same again is no second one, and of others it is used.
  await turn(() => first.pressesOn(1, `take_over:${code}`));
  expect(await stage.db.participant.count({ where: { personId: budiId } })).toBe(1);
  const second = stage.person({ name: "Ani", phone: "628990000003" });
  await turn(() => second.start(code));
  expect(screen(second)).toContain("sudah dipakai orang lain");
  await turn(() => siti.start(code));
  expect(screen(siti)).toContain("sudah dipakai orang lain");
  expect(await managers()).toEqual(["Budi Santoso"]);
  expect(stage.errors).toEqual([]);
}, 60_000);

test.each([
  ["as it was read out", (code: string) => `kode ${code.toLowerCase().replace("-", " ")}`],
  ["in one word", (code: string) => code.replace("-", "")],
  ["as it stands", (code: string) => ` ${code}.`],
])(
  "a code is typed instead of opened, %s",
  async (_, typed) => {
    const { siti } = await openLibrary();
    const code = await makesCode(siti);
    const budi = stage.person({ name: "Budi", phone: "628990000002" });
    await turn(
      () => budi.start(),
      () => budi.says(typed(code)),
    );
    expect(screen(budi)).toContain("Kepulauan Riau, 3–7 Juni 2024");
    await turn(
      () => budi.presses("✅ Setuju"),
      () => budi.presses("✅ Ya, terima"),
      () => budi.says("Lewati"),
      () => budi.says("Budi Santoso"),
      () => budi.presses("✅ Benar, daftarkan"),
    );
    expect(await managers()).toEqual(["Budi Santoso"]);
    expect(stage.errors).toEqual([]);
  },
  60_000,
);

test("a code works for seven days, until it is cancelled, and as long as its owner has the library", async () => {
  const { siti: first, person } = await openLibrary();
  const second = stage.person({ name: "Ani", phone: "628990000003" });
  const next = await makesCode(first);
  await turn(() => first.presses("🚫 Batalkan kode"));
  await turn(() => second.start(next));
  expect(screen(second)).toContain("sudah dibatalkan");
  stage.clock.advance(1000);
  const third = await makesCode(first);
  stage.clock.advance(7 * DAY + 1000);
  await turn(() => second.start(third));
  expect(screen(second)).toContain("lewat tujuh hari");

  const last = await makesCode(first);
  await stage.db.libraryMember.updateMany({ where: { personId: person.id }, data: { untilAt: stage.clock.now() } });
  await turn(() => second.start(last));
  expect(screen(second)).toContain("tidak lagi mengurus");
  expect(await managers()).toEqual([]);
  expect(await stage.db.participant.count({ where: { leftAt: null } })).toBe(1);
  expect(stage.errors).toEqual([]);
}, 60_000);

async function makesAgain(siti: Person): Promise<string> {
  await turn(
    () => siti.says("/profil"),
    () => siti.presses(WORDS.id.open),
    () => siti.presses(WORDS.id.hand),
  );
  const [, code = ""] = /start=([A-Z2-9-]+)/.exec(screen(siti)) ?? [];
  return code;
}

test("others' libraries, guessed codes and those whom a trainer turned away get nothing", async () => {
  const { siti, library, trainingClass, participant } = await openLibrary();
  const tono = stage.person({ name: "Tono" });
  const other = await buildParticipant(stage.db, trainingClass.id, { name: "Tono", telegramId: tono.id });
  const ani = stage.person({ name: "Ani" });
  const turned = await buildParticipant(stage.db, trainingClass.id, {
    ...{ name: "Ani", telegramId: ani.id, libraryName: "Perpustakaan Berakit", placeCode: library.placeCode },
  });
  await stage.db.libraryMember.deleteMany({ where: { personId: turned.person.id } });
  await stage.db.participant.update({ where: { id: turned.participant.id }, data: { admission: "refused" } });
  await turn(
    () => tono.start(),
    () => ani.start(),
  );
  for (const name of ["hand_over", "hand_over_code", "hand_over_cancel"]) {
    await turn(() => tono.pressesOn(1, `${name}:${participant.id}`));
  }
  expect(await stage.db.handover.count()).toBe(0);
  const code = await makesCode(siti);
  await turn(() => tono.pressesOn(1, "take_over:AAAAA-AAAAA"));
  expect(screen(tono)).toContain("tidak saya kenal");
  // In the class for another library, and turned away by a trainer.
  await turn(
    () => tono.start(code),
    () => tono.pressesOn(1, `take_over:${code}`),
  );
  expect(screen(tono)).toContain("tempat tugas lain");
  await turn(
    () => ani.start(code),
    () => ani.pressesOn(1, `take_over:${code}`),
  );
  expect(screen(ani)).toContain("diputuskan oleh pelatih");
  expect((await managers()).sort()).toEqual(["Siti Rahmawati", "Tono"]);
  expect(other.library.id).not.toBe(library.id);
  expect(stage.errors).toEqual([]);
}, 60_000);

test("a colleague of the same library takes over at once, and two at one moment are one", async () => {
  const { siti, library, trainingClass } = await openLibrary();
  const dewi = stage.person({ name: "Dewi" });
  await buildParticipant(stage.db, trainingClass.id, {
    ...{ name: "Dewi", telegramId: dewi.id, libraryName: "Perpustakaan Berakit", placeCode: library.placeCode },
  });
  const code = await makesCode(siti);
  const budi = stage.person({ name: "Budi", phone: "628990000002" });
  await turn(
    () => budi.start(code),
    () => budi.presses("✅ Setuju"),
    () => budi.presses("✅ Ya, terima"),
    () => budi.says("Lewati"),
    () => budi.says("Budi Santoso"),
  );
  dewi.start(code);
  await stage.settle();
  stage.clock.advance(5000);
  dewi.presses("✅ Ya, terima");
  budi.presses("✅ Benar, daftarkan");
  await stage.settle();
  const now = (await managers()).sort();
  expect([["Budi Santoso", "Dewi"], ["Dewi"]]).toContainEqual(now);
  const used = await stage.db.handover.findMany({ include: { takenBy: true } });
  expect(used.map(({ takenBy }) => takenBy?.name)).toEqual([now.includes("Budi Santoso") ? "Budi Santoso" : "Dewi"]);
  expect(await stage.db.participant.count({ where: { libraryId: library.id, leftAt: null } })).toBe(now.length);
  expect(stage.errors).toEqual([]);
}, 60_000);
