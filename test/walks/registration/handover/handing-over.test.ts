// A library changes hands: who follows finds its plans, forms and days, and who goes is asked for nothing more.
import { describe, expect, test } from "vitest";
import { everything } from "../../../support/stage/phone.js";
import { WALKED_IN } from "../../../support/walked-in.js";
import { openHandoverScene } from "./handover-scene.js";

const { stage, turn, openLibrary, makesCode, takesOver, managers } = openHandoverScene();

const DAY = 86_400_000;

// Keeps P11.
describe.each(WALKED_IN)("a library that is handed over (%s)", (language) => {
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
    await expect(stage.talk()).toMatchFileSnapshot(`../../transcripts/handing-over.${language}.txt`);
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
