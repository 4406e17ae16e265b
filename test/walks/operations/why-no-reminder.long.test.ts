// An operator asks why somebody got no reminder: the page of the person, one button, the day before and the day after.
import { expect, test } from "vitest";
import { opens, presses, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin } from "../../support/world/builders.js";
import { berakit, report } from "../../support/world/plans.js";

// Sunday evening in Jakarta, the day on which Siti's plans are due.
const stage = stageAt("2024-07-07T12:00:00Z");
const onPhone = phoneActsOn(stage);

async function office(language: "id" | "en") {
  const { personId, planIds, trainingClass } = await berakit(stage.db);
  const [sri, siti] = [stage.person({ name: "Sri", english: language === "en" }), stage.person({ name: "Siti" })];
  await stage.db.person.update({
    where: { id: personId },
    data: { telegramId: siti.id, createdAt: new Date("2024-06-01") },
  });
  await buildAdmin(stage.db, { name: "Sri", telegramId: sri.id, language });
  for (const phone of [sri, siti]) phone.start();
  await stage.settle();
  return { sri, siti, personId, planIds, trainingClass };
}

// Keeps O15.
test.each(["id", "en"] as const)("An operator reads why Siti got one reminder and not three (%s)", async (language) => {
  const { sri, personId, planIds } = await office(language);
  // At one in the night of Monday; the reminder leaves at eight.
  await stage.moveTo("2024-07-07T18:00:00Z");
  await report(stage.world, personId, planIds[0]);
  await stage.moveTo("2024-07-08T02:00:00Z");
  stage.talk();
  const people = language === "en" ? "participants" : "peserta";
  await onPhone(sri, (phone) => phone.says(`/${people}`), opens("Siti"), presses(/Kenapa|Why/));
  expect(screen(sri)).toContain("Siti Rahmawati");
  expect(screen(sri)).toMatch(/✅/);
  await onPhone(sri, presses(/Sebelumnya|before/), presses(/Berikutnya|after/), presses(/⬅️|Kembali|Back/));
  await expect(stage.talk()).toMatchFileSnapshot(
    `../transcripts/why-no-reminder${language === "en" ? "-in-english" : ""}.txt`,
  );
  expect(stage.errors).toEqual([]);
});

test("A provincial admin and a trainer have no such button", async () => {
  const { trainingClass } = await office("id");
  const ani = stage.person({ name: "Ani" });
  const admin = await buildAdmin(stage.db, { name: "Ani", telegramId: ani.id, regionCode: "21" });
  expect(admin.id).toBeGreaterThan(0);
  ani.start();
  await stage.settle();
  await onPhone(ani, (phone) => phone.says("/peserta"), opens("Siti"));
  expect(
    ani
      .lastMessage()
      ?.reply_markup?.inline_keyboard.flat()
      .map(({ text }) => text),
  ).not.toContain("🔎 Kenapa?");
  expect(trainingClass.id).toBe(1);
});
