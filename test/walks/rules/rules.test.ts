// An admin of the whole country changes the rules by a workbook: sees whom it concerns, puts it in force, takes it back.
import { expect, test } from "vitest";
import type { Language } from "../../../src/domain/people/person.js";
import type { Rules } from "../../../src/domain/rules/rules.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { changedWorkbook, sendsRules, valuesWorkbook, withValues } from "../../support/files/rules-workbook.js";
import { xlsxFile } from "../../support/files/xlsx-file.js";
import { type Act, everything, presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";

// Tuesday, 10:00 in Jakarta; the class is over, its plans are due on the 30th.
const stage = stageAt("2024-06-11T03:00:00Z");
const inTurn = phoneActsOn(stage, 3000);

const last = (p: Person) => p.lastMessage()?.message_id ?? 0;
const opensRules: Act = (p) => p.pressesOn(last(p), "rules");
const opensForm: Act = (p) => p.pressesOn(last(p), "send_rules");
const puts = presses(/^✅ (Berlakukan|Put in force)/);

async function cast(language: Language = "id") {
  const english = language === "en";
  const { id } = await buildClass(stage.db, { name: "Kepri 1", startsOn: "2024-05-27", provinceCode: "21" });
  const [siti, budi, dewi] = ["Siti", "Budi", "Dewi"].map((name) => stage.person({ name, english })) as [
    ...[Person, Person, Person],
  ];
  await buildParticipant(stage.db, id, {
    name: "Siti Rahmawati",
    telegramId: siti.id,
    language,
    placeCode: "21.01.08.2001",
  });
  await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id, language });
  await buildAdmin(stage.db, { name: "Dewi Lestari", telegramId: dewi.id, language });
  for (const phone of [siti, budi, dewi]) await inTurn(phone, (p) => p.start());
  stage.talk();
  return { siti, budi, dewi, classId: id };
}

const newQuestion = (rules: Rules): Rules => {
  const { sets, words, obstacles } = rules.asked;
  const said = (language: Language, label: string, ask: string, example: string) => {
    const { labels, asks, examples } = words[language];
    return {
      ...words[language],
      labels: { ...labels, disabled: label },
      asks: { ...asks, disabled: ask },
      examples: { ...examples, disabled: example },
    };
  };
  return {
    ...rules,
    asked: {
      obstacles,
      sets: {
        ...sets,
        community_engagement: [...sets.community_engagement, { key: "disabled", kind: "amount", max: 500 }],
      },
      words: {
        id: said("id", "peserta difabel", "Berapa di antaranya penyandang disabilitas?", "2"),
        en: said("en", "disabled people", "How many of them have a disability?", "2"),
      },
    },
  };
};
const changes = (rules: Rules) => withValues({ before2: 5, perWeek: 3 })(newQuestion(rules));

// Keeps A19.
test.each(WALKED_IN)("rules are fetched, changed, seen, put in force and taken back (%s)", async (language) => {
  const { budi } = await cast(language);
  await inTurn(budi, (p) => p.pressesOn(1, "programme"), presses(/^⚙️/), presses(/^📥/), opensForm);
  const workbook = await changedWorkbook(changes, { language });
  await inTurn(budi, sendsRules(workbook), puts, presses(/^⬅️/), presses(/^🕓/));
  await inTurn(budi, presses(/^(Versi|Version) 1/), presses(/^⬅️/), presses(/^🕓/));
  await inTurn(budi, presses(/^(Bawaan|As the)/), presses(/^↩️/));
  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/rules-${language}.txt`);
  expect(
    (await stage.db.ruleVersion.findMany({ orderBy: { number: "asc" } })).map(({ takesBack }) => takesBack),
  ).toEqual([null, 0]);
  const lines = await stage.db.audit.findMany({
    where: { action: { startsWith: "rules." } },
    orderBy: { id: "asc" },
  });
  expect(lines.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
    "rules.change rules:1",
    "rules.take-back rules:2",
  ]);
  expect(stage.errors).toEqual([]);
});

// Keeps A19.
test.each(WALKED_IN)("a broken set is refused with its rows, and nothing changes (%s)", async (language) => {
  const { budi } = await cast(language);
  const broken = await changedWorkbook(withValues({ planReminder: "07:00", perDay: 0, keptYears: 9 }), { language });
  await inTurn(budi, opensForm, sendsRules(broken), sendsRules(await changedWorkbook((rules) => rules, { language })));
  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/rules-refused-${language}.txt`);
  expect(await stage.db.ruleVersion.count()).toBe(0);
});

// Keeps A19.
test("a report that was begun keeps its questions, and the next one has the new ones", async () => {
  const { siti, budi } = await cast();
  const written = { state: "not_started", activity: "Membuat keripik", writtenAt: stage.clock.now() } as const;
  await stage.db.workPlan.updateMany({ data: written });
  const begins = [presses("📝 Pelibatan Masyarakat"), presses("🔄 Berjalan"), presses("➕ Tambah rincian")];
  await inTurn(siti, says("/lapor"), ...begins);
  await inTurn(budi, opensForm, sendsRules(await changedWorkbook(newQuestion)));
  expect(everything(budi)).toContain("1 laporan yang sudah dimulai memakai pertanyaan lama");
  await inTurn(budi, puts);
  expect(await stage.db.draft.findFirstOrThrow({ where: { form: "report" } })).toMatchObject({ version: 1001 });

  const skip = presses("Lewati");
  await inTurn(siti, says("Membuat keripik pisang"), presses(/^Hari ini/), presses("Ekonomi/UMKM"));
  await inTurn(siti, says("25"), says("15"), says("5"), skip, skip, skip, skip, skip, presses("✅ Kirim laporan"));
  expect(everything(siti)).not.toContain("disabilitas");
  expect(await stage.db.progressReport.count()).toBe(1);

  const same = presses(/^Tetap/);
  await inTurn(siti, presses("📝 Lapor lagi"), ...begins, same, same, same, same, same, same, skip, skip);
  expect(screen(siti)).toContain("Berapa di antaranya penyandang disabilitas?");
  const draft = await stage.db.draft.findFirstOrThrow({ where: { form: "report", version: { gt: 1001 } } });
  expect(draft.version).toBe(1_001_001);
  expect(stage.errors).toEqual([]);
});

// Keeps A19.
test("of two admins at once the second is told, and loses nothing of the first", async () => {
  const { budi, dewi } = await cast();
  await inTurn(budi, opensForm, sendsRules(await changedWorkbook(withValues({ perWeek: 3 }))));
  await inTurn(dewi, opensForm, sendsRules(await changedWorkbook(withValues({ perDay: 2 }))), puts);
  await inTurn(budi, puts);
  expect(everything(budi)).toContain("Sementara itu aturan sudah berubah, jadi belum ada yang disimpan");
  expect(await stage.db.ruleVersion.count()).toBe(1);
  await inTurn(budi, puts);
  expect(stage.world.settings.budget).toEqual({ perDay: 2, perWeek: 4, perClassDay: 1 });
  await inTurn(budi, opensRules);
  expect(stage.world.settings.budget).toEqual({ perDay: 2, perWeek: 3, perClassDay: 1 });
});

// Keeps A19.
test("a process that dies between the preview and the saving loses nothing, and a second press saves nothing more", async () => {
  const { budi } = await cast();
  await inTurn(budi, opensForm, sendsRules(valuesWorkbook({ perWeek: 3 })));
  stage.restart();
  stage.handlesTwice = true;
  await inTurn(budi, puts);
  stage.handlesTwice = false;
  await inTurn(
    budi,
    (p) => p.pressesOn(last(p), "rules_back:0:1"),
    (p) => p.pressesOn(last(p), "rules_back:0:1"),
  );
  expect((await stage.db.ruleVersion.findMany()).map(({ number }) => number)).toEqual([1, 2]);
  expect(screen(budi)).toContain("sudah berlaku");
});

// Keeps A19.
test("rules are for admins of the whole country alone, up to the moment of saving", async () => {
  const { siti, budi, dewi } = await cast();
  await stage.db.roleBinding.updateMany({ where: { person: { telegramId: dewi.id } }, data: { regionCode: "21" } });
  for (const phone of [siti, dewi]) {
    for (const data of ["rules", "rules_file", "send_rules", "rules_versions:0", "ask_rules_back:0", "rules_back:0:0"])
      await inTurn(phone, (p) => p.pressesOn(last(p), data));
    expect(everything(phone)).not.toMatch(/Aturan & pertanyaan|Versi aturan/);
  }
  await inTurn(budi, opensForm, sendsRules(valuesWorkbook({ perWeek: 3 })));
  await stage.db.roleBinding.updateMany({
    where: { person: { telegramId: budi.id } },
    data: { revokedAt: stage.clock.now() },
  });
  await inTurn(budi, puts);
  expect(await stage.db.ruleVersion.count()).toBe(0);
  expect(stage.errors).toEqual([]);
});

// Keeps A19.
test("hostile files are answered and change nothing", async () => {
  const { budi } = await cast();
  const heading = ["Kode", "Nilai"];
  const many = Array.from({ length: 10_000 }, (_, n) => [`perDay${n}`, 1]);
  const files = [
    xlsxFile({ sheets: [{ rows: [heading, ["perDay", { formula: "1+1" }]] }] }),
    xlsxFile({ sheets: [{ rows: [heading, ["perDay", { formula: '=HYPERLINK("http://x")', value: "x" }]] }] }),
    xlsxFile({ sheets: [{ rows: [heading, ...many] }] }),
    xlsxFile({
      sheets: [
        {
          rows: [
            ["Nama", "No. HP"],
            ["Siti", "0812"],
          ],
        },
      ],
    }),
    xlsxFile({ sheets: [{ rows: [heading, ["__proto__", 3], ["constructor", 3], ["perDay", "9".repeat(2000)]] }] }),
    Buffer.from("PK\u0003\u0004 not really"),
  ];
  await inTurn(budi, opensForm);
  for (const bytes of files) {
    await inTurn(budi, sendsRules(bytes));
    expect(screen(budi)).toMatch(/belum dapat dipakai|tidak ada lembar aturan|Berkas itu terpotong/);
  }
  expect(await stage.db.ruleVersion.count()).toBe(0);
  expect(stage.errors).toEqual([]);
});
