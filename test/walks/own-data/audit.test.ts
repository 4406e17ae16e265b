// An admin asks who did what: by kind, by whom, about whom, of which day; and takes it along.
import { expect, test } from "vitest";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

// Tuesday, 10 a.m. in Jakarta.
const stage = stageAt("2024-07-09T03:00:00Z");
const inTurn = phoneActsOn(stage, 60_000);

/** A trainer of Kepri looks at one of two people, an admin of Maluku at somebody of Maluku. */
async function scene({ english = false } = {}) {
  const kepri = await buildClass(stage.db, { provinceCode: "21", name: "Bimtek Kepri", joinToken: "kepri" });
  const maluku = await buildClass(stage.db, { provinceCode: "81", name: "Bimtek Maluku", joinToken: "maluku" });
  const siti = await buildParticipant(stage.db, kepri.id, { name: "Siti Rahmawati", telegramId: null });
  await buildParticipant(stage.db, kepri.id, { name: "Hasan Ahmad", telegramId: null });
  const joko = await buildParticipant(stage.db, maluku.id, { name: "Joko Riyanto", telegramId: null });
  const phones = ["Rina", "Budi", "Dewi"].map((name) => stage.person({ name, english }));
  const [rina, budi, dewi] = phones as [(typeof phones)[0], (typeof phones)[0], (typeof phones)[0]];
  const language = english ? ("en" as const) : ("id" as const);
  await buildTrainer(stage.db, [kepri.id], { name: "Rina Marlina", telegramId: rina.id, language });
  await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id, regionCode: "21", language });
  await buildAdmin(stage.db, { name: "Dewi Kusuma", telegramId: dewi.id, regionCode: "81", language });
  for (const phone of phones) phone.start();
  await stage.settle();
  await inTurn(
    rina,
    (p) => p.pressesOn(1, `person:${siti.participant.id}`),
    (p) => p.pressesOn(1, `contact:${siti.plans[0]?.id ?? 0}`),
  );
  await inTurn(dewi, (p) => p.pressesOn(1, `person:${joko.participant.id}`));
  stage.talk();
  return { rina, budi, dewi, siti, joko };
}

// Keeps A22.
test.each([
  [
    "id",
    [
      "👥 Tentang",
      "Siti",

      "📄 Excel",
      "Memeriksa kebenaran data",
      "⬅️ Kembali ke catatan",
    ],
  ],
  ["en", ["👥 About", "Siti", "📄 Excel", "Checking that data is right", "⬅️ Back to the record"]],
] as const)("an admin finds who looked at somebody, and takes it along: %s", async (language, words) => {
  const { budi } = await scene({ english: language === "en" });
  const [about, name, excel, purpose, back] = words;
  await inTurn(
    budi,
    (p) => p.says(language === "id" ? "/audit" : "/activity"),
    (p) => p.presses(about),
    (p) => p.says(name),
    (p) => p.presses(excel),
    (p) => p.presses(purpose),
    (p) => p.presses(back),
  );
  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/audit-${language}.txt`);
  expect(stage.errors).toEqual([]);
});

// Keeps A01.
test("an admin reads nothing of another province, by no filter and by no forged button", async () => {
  const { dewi, siti, rina } = await scene();
  const trainer = await stage.db.person.findFirstOrThrow({ where: { telegramId: rina.id } });
  await inTurn(
    dewi,
    (p) => p.says("/audit"),
    (p) => p.pressesOn(1, "audit:seen"),
    (p) => p.pressesOn(1, `audit:all.w${trainer.id}`),
    (p) => p.pressesOn(1, `audit:all.p${siti.person.id}`),
    (p) => p.pressesOn(1, "audit:all:rs.rs"),
    (p) => p.pressesOn(1, "audit:all:rs-0"),
    (p) => p.pressesOn(1, "audit_find:whom:all"),
    (p) => p.says("Siti"),
    (p) => p.pressesOn(1, "audit_find:who:all"),
    (p) => p.says("Rina"),
    (p) => p.pressesOn(1, `export_audit:csv:all.w${trainer.id}`),
    (p) => p.presses("Memeriksa kebenaran data"),
    (p) => p.pressesOn(1, `export_audit:csv:all.p${siti.person.id}`),
    (p) => p.presses("Memeriksa kebenaran data"),
    (p) => p.pressesOn(1, "export_audit:csv:all"),
    (p) => p.presses("Memeriksa kebenaran data"),
  );
  const read = dewi.received().flatMap(({ text, caption, document }) => {
    const file = document === undefined ? undefined : stage.sandbox.files.byId(document.file_id);
    return [text, caption, file === undefined ? "" : Buffer.from(file.bytes).toString("utf8")];
  });
  expect(read.join("\n")).toContain("Joko Riyanto");
  expect(read.filter((text) => /Siti Rahmawati|Rina Marlina/.test(text ?? ""))).toEqual([]);
  expect(dewi.received().filter(({ document }) => document !== undefined)).toHaveLength(3);
  expect(stage.errors).toEqual([]);
});

test("opening the account is a line of it, once a screen and minute", async () => {
  const { budi } = await scene();
  await inTurn(budi, (p) => p.says("/audit"));
  stage.clock.advance(-30_000);
  await inTurn(budi, (p) => p.says("/audit"));
  const looks = await stage.db.audit.findMany({ where: { action: "audit.list" }, orderBy: { id: "asc" } });
  expect(looks.map(({ subject, provinceCode }) => [subject, provinceCode])).toEqual([
    ["audit", "21"],
    ["audit", "21"],
  ]);
  expect(looks[0]?.about).toContain("participant:1");
});

test.each(WALKED_IN)(
  "turning pages shows each line once, though each page looked at is a new line, in %s",
  async (language) => {
    const { budi } = await scene({ english: language === "en" });
    const trainer = await stage.db.person.findFirstOrThrow({ where: { name: "Rina Marlina" } });
    // Eleven looks of hers: two pages of five and one of one, with the two of the scene.
    for (let n = 0; n < 9; n++) {
      await stage.world.store.audit.record(
        { actorId: trainer.id, action: "person.view", subject: "participant:1" },
        stage.clock.now(),
      );
      stage.clock.advance(60_000);
    }
    const [newer, older] = language === "id" ? ["⬅️ Lebih baru", "Lebih lama ➡️"] : ["⬅️ Newer", "Older ➡️"];
    await inTurn(budi, (p) => p.says(language === "id" ? "/audit" : "/activity"));
    const pageNow = () => ({
      text: budi.lastMessage()?.text ?? "",
      buttons: JSON.stringify(budi.lastMessage()?.reply_markup),
    });
    const there = [pageNow()];
    while (there.at(-1)?.buttons.includes(older)) {
      await inTurn(budi, (p) => p.presses(older));
      there.push(pageNow());
    }
    const back = [there.at(-1)];
    while (back.at(-1)?.buttons.includes(newer)) {
      await inTurn(budi, (p) => p.presses(newer));
      back.push(pageNow());
    }
    expect(there.length).toBeGreaterThan(2);
    // The same pages on the way back, with the same number of lines above them; and no line of their own looks.
    expect(back.map((one) => one?.text)).toEqual(there.map(({ text }) => text).reverse());
    expect(await stage.db.audit.count({ where: { action: "audit.list" } })).toBe(there.length + back.length - 1);
    // Opened anew the account has them.
    await inTurn(budi, (p) => p.says(language === "id" ? "/audit" : "/activity"));
    expect(pageNow().text).not.toBe(there[0]?.text);
    expect(stage.errors).toEqual([]);
  },
);
