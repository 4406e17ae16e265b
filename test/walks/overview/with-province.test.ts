// Somebody is reminded twice in vain: on Monday the province reads of it, opens their page, sees what was tried and does something; and
// when the person reports, they are gone from its list.
import { expect, test } from "vitest";
import { opens, presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { report } from "../../support/world/plans.js";

// Wednesday, 09:00 in Tanjungpinang, three days after the plans were due.
const stage = stageAt("2024-07-10T02:00:00Z");
const onPhone = phoneActsOn(stage, 3_000);

const WORDS = {
  id: {
    ...{
      remind: "🔔 Ingatkan",
      send: /Kirim/,
      helped: /Dibantu provinsi/,
      talked: "✅ Sudah bicara",
      phoned: "📞 Ditelepon",
    },
    ...{ people: "/peserta", mark: "dibantu provinsi", tried: "Sudah diingatkan 2× (terakhir 15 Juli, Rina Marlina)" },
    ...{
      statistics: "/statistik",
      meaning: "❓ Apa artinya?",
      rule: "terlambat 14 hari atau lebih",
      nobody: "Tidak ada.",
    },
    phonedToo: "ditelepon 1× (22 Juli, Kepala Riau)",
  },
  en: {
    ...{
      remind: "🔔 Remind",
      send: /Send/,
      helped: /With the province/,
      talked: "✅ We talked",
      phoned: "📞 Telephoned",
    },
    ...{ people: "/participants", mark: "with the province", tried: "reminded 2× (last 15 July, Rina Marlina)" },
    ...{ statistics: "/statistics", meaning: "❓ What does it mean?", rule: "14 days late or more", nobody: "Nobody." },
    phonedToo: "telephoned 1× (22 July, Kepala Riau)",
  },
};

// Keeps T17.
test.each(WALKED_IN)("the province hears of who is reached by nobody, until they report, in %s", async (language) => {
  const { db } = stage;
  const words = WORDS[language];
  const { id: classId } = await buildClass(db, { name: "Kepri 1" });
  const [rina, kepala, siti] = [
    stage.person({ name: "Rina" }),
    stage.person({ name: "Kepala" }),
    stage.person({ name: "Siti" }),
  ];
  await buildTrainer(db, [classId], { name: "Rina Marlina", telegramId: rina.id, language });
  await buildAdmin(db, { name: "Kepala Riau", telegramId: kepala.id, regionCode: "21", language });
  const one = await buildParticipant(db, classId, {
    ...{
      name: "Siti Rahmawati",
      telegramId: siti.id,
      libraryName: "Perpustakaan Berakit",
      placeCode: "21.01.10.2001",
    },
    phone: "+628990000001",
  });
  await buildParticipant(db, classId, { name: "Hasan Ahmad", libraryName: "Perpustakaan Hasan" });
  await db.workPlan.updateMany({ data: { state: "not_started" } });
  for (const phone of [rina, kepala, siti]) phone.start();
  await stage.settle();
  stage.talk();

  for (const day of ["2024-07-10", "2024-07-15"]) {
    stage.clock.set(new Date(`${day}T02:00:00Z`));
    await onPhone(rina, (phone) => phone.pressesOn(1, `person:${one.participant.id}`), presses(words.remind));
  }
  stage.talk();

  // Monday, 09:30: the word of the week.
  stage.clock.set(new Date("2024-07-22T02:30:00Z"));
  await stage.tick();
  await onPhone(kepala, presses(words.helped));
  expect(screen(kepala)).toContain("Siti Rahmawati");
  expect(screen(kepala)).not.toContain("Hasan");
  await onPhone(kepala, opens("Siti"));
  expect(screen(kepala)).toContain(words.tried);
  await onPhone(kepala, presses(words.talked), presses(words.phoned));
  await onPhone(kepala, says(words.statistics), presses(words.meaning));
  expect(screen(kepala)).toContain(words.rule);
  await onPhone(kepala, presses(/^⬅️/), presses(words.helped), opens("Siti"));
  expect(screen(kepala)).toContain(words.phonedToo);

  // Her trainer sees it too; she herself is told nothing.
  await onPhone(rina, says(words.people));
  expect(screen(rina)).toContain(words.mark);
  await onPhone(rina, opens("Siti"));
  expect(screen(rina)).toContain(words.tried);
  const told = siti.received().map(({ text }) => text ?? "");
  expect(told.filter((text) => /provinsi|province/i.test(text))).toEqual([]);

  stage.clock.set(new Date("2024-07-23T02:00:00Z"));
  await report(stage.world, one.person.id, one.plans[2]?.id ?? 0);
  await stage.settle();
  await onPhone(kepala, (phone) => phone.pressesOn(phone.lastMessage()?.message_id ?? 1, "people:with_province:0::21"));
  expect(screen(kepala)).toContain(words.nobody);
  await onPhone(kepala, presses(/^⬅️/));
  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/with-province-${language}.txt`);
  expect(stage.errors).toEqual([]);
});
