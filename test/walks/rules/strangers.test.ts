// Files and buttons as strangers send them: each is answered with a sentence and a way out, and changes nothing.
import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import {
  changedWorkbook,
  putInForce,
  rawSheets,
  rulesOfProgram,
  sendsRules,
  valuesWorkbook,
  withValues,
} from "../../support/files/rules-workbook.js";
import { xlsxFile } from "../../support/files/xlsx-file.js";
import { type Act, everything, presses, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

const stage = stageAt("2024-06-11T03:00:00Z");
const acts = phoneActsOn(stage, 3000);

const last = (p: Person) => p.lastMessage()?.message_id ?? 0;
const press =
  (data: string): Act =>
  (p) =>
    p.pressesOn(last(p), data);
const puts = presses(/^✅ (Berlakukan|Put in force)/);

async function phoneOf({ telegramId }: { telegramId: bigint | null }, name: string, english = false) {
  const phone = stage.person({ id: Number(telegramId), name, english });
  await acts(phone, (p) => p.start());
  return phone;
}

async function budi(language: "id" | "en" = "id") {
  return phoneOf(await buildAdmin(stage.db, { name: "Budi Santoso", language }), "Budi", language === "en");
}

/** What the first button of the screen carries. */
function confirmOf(phone: Person): string {
  const data = /"callback_data":"([^"]+)"/.exec(JSON.stringify(phone.lastMessage()?.reply_markup))?.[1];
  if (data === undefined) throw new Error("No button there.");
  return data;
}

const hasWayOut = (phone: Person) =>
  expect(JSON.stringify(phone.lastMessage()?.reply_markup)).toMatch(/Batal|Cancel|⬅️/);

// Keeps A19.
test.each([
  ["a page of a report", Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj"), /bukan tabel/],
  ["fifteen megabytes of nothing", Buffer.alloc(15_000_000, 7), /bukan tabel|terlalu|rusak|dibaca/],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), /bukan tabel/],
  ["an empty file", Buffer.alloc(0), /kosong/],
  ["a page with the name of Excel", Buffer.from("<html><table><tr><td>Kode</td></tr></table></html>"), /halaman web/],
  ["half of a workbook", Buffer.from("PK\u0003\u0004 not really"), /terpotong/],
])("%s is refused with what to do", async (_what, bytes, says) => {
  const phone = await budi();
  await acts(phone, press("send_rules"), sendsRules(bytes));
  expect(screen(phone)).toMatch(says);
  expect(screen(phone)).toContain("berkas Excel dari tombol Unduh Excel");
  expect(screen(phone).length).toBeLessThanOrEqual(700);
  hasWayOut(phone);
  expect(stage.errors).toEqual([]);
});

// Keeps A19.
test.each(WALKED_IN)("of many faults the first are read at once, and all of them in a file (%s)", async (language) => {
  const phone = await budi(language);
  const sheets = await rawSheets(await rulesOfProgram(), { language });
  const many = sheets.map((one) => ({
    ...one,
    rows: one.rows.map((row, n) => (n > 0 && /Pertanyaan$|Questions/.test(one.name) ? row.with(2, "gambar") : row)),
  }));
  await acts(phone, press("send_rules"), sendsRules(xlsxFile({ sheets: many })));
  expect(screen(phone)).toMatch(
    language === "id" ? /Pertanyaan baris 2: .*dan \d+ lagi/s : /Questions row 2: .*and \d+ more/s,
  );
  expect(screen(phone).length).toBeLessThanOrEqual(700);
  expect(everything(phone)).toMatch(
    language === "id" ? /Rinciannya ada di berkas ini/ : /The details are in this file/,
  );
  // The mended file is an answer to the same question.
  await acts(phone, sendsRules(valuesWorkbook({ perWeek: 3 })), puts);
  expect(await stage.db.ruleVersion.count()).toBe(1);
  expect(stage.errors).toEqual([]);
});

// Keeps A19.
test("the button that puts rules in force, pressed five times and handled twice, makes one version", async () => {
  const phone = await budi();
  await acts(phone, press("send_rules"), sendsRules(valuesWorkbook({ perWeek: 3 })));
  const at = last(phone);
  const button = confirmOf(phone);
  stage.handlesTwice = true;
  for (let times = 0; times < 5; times += 1) await acts(phone, (p) => p.pressesOn(at, button));
  stage.handlesTwice = false;
  expect(await stage.db.ruleVersion.count()).toBe(1);
  expect(await stage.db.audit.count({ where: { action: "rules.change" } })).toBe(1);
  expect(stage.errors).toEqual([]);
});

// Keeps A19.
test("numbers that are no version's, and buttons of somebody else's form, do nothing", async () => {
  const phone = await budi();
  await acts(phone, press("send_rules"), sendsRules(valuesWorkbook({ perWeek: 3 })));
  const button = confirmOf(phone);
  const { id } = await buildClass(stage.db);
  const { person } = await buildParticipant(stage.db, id, { name: "Siti" });
  const others = [
    await phoneOf(person, "Siti"),
    await phoneOf(await buildTrainer(stage.db, [id]), "Rina"),
    await phoneOf(await buildAdmin(stage.db, { name: "Admin Kepri", regionCode: "21" }), "Kepri"),
    await phoneOf(await buildAdmin(stage.db, { name: "Admin Bintan", regionCode: "21.01" }), "Bintan"),
  ];
  const forged = ["rules_version:7", "ask_rules_back:7", "rules_back:7:0", "rules_back:0:0", "rules_versions:99"];
  const broken = ["rules_version:-1", "rules_version:9999999999999", "rules_back:1", "rules_back:a:b", "rules:1"];
  for (const one of [phone, ...others]) {
    for (const data of [...forged, ...broken, button]) {
      if (one === phone && data === button) continue;
      await acts(one, press(data));
    }
  }
  expect(await stage.db.ruleVersion.count()).toBe(0);
  for (const one of others)
    expect(everything(one)).not.toMatch(/Aturan & pertanyaan|Versi aturan|perWeek|Pesan dalam tujuh/);
  expect(stage.errors).toEqual([]);
});

// Keeps A19.
test("a version with more changes than a message holds is read in a file, before it is brought back too", async () => {
  const phone = await budi();
  const days = Array.from({ length: 30 }, (_, n) => [`2025-03-${String(n + 1).padStart(2, "0")}`, `Libur ke-${n}`]);
  await putInForce(stage, (rules) => ({ ...rules, holidays: { ...rules.holidays, ...Object.fromEntries(days) } }));
  await putInForce(stage, withValues({ perWeek: 3 }));
  await acts(phone, press("rules_version:1"));
  expect(screen(phone)).toMatch(/dan \d+ lagi/);
  expect(everything(phone)).toContain("Rinciannya ada di berkas ini");
  await acts(phone, press("ask_rules_back:1"));
  expect(screen(phone)).toMatch(/^Kembali ke versi 1\?/);
  expect(screen(phone).length).toBeLessThanOrEqual(700);
  hasWayOut(phone);
  expect(phone.received().filter(({ caption }) => caption === "Rinciannya ada di berkas ini.")).toHaveLength(2);
  expect(stage.errors).toEqual([]);
});

// Keeps A19.
test("a file that Telegram no longer gives out is said to be gone, and can be sent once more", async () => {
  const phone = await budi();
  await acts(phone, press("send_rules"), sendsRules(await changedWorkbook(withValues({ perWeek: 3 }))));
  stage.world.ruleFiles = { read: () => Promise.resolve({ kind: "gone" }) };
  await acts(phone, puts);
  expect(screen(phone)).toMatch(/tidak dapat diambil dari Telegram/);
  expect(await stage.db.ruleVersion.count()).toBe(0);
  hasWayOut(phone);
});
