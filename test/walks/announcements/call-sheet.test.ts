// The call sheet on paper: a page or more for each trainer, a part for each kabupaten, and the words to pass on in full.
import { expect, test } from "vitest";
import { EVERYBODY } from "../../../src/domain/announcements/audience.js";
import type { Sheet } from "../../../src/domain/files/sheet.js";
import { publishAnnouncement } from "../../../src/use-cases/index.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildTrainer,
} from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

// Tuesday, 10 a.m. in Jakarta.
const stage = stageAt("2024-07-09T03:00:00Z");
const inTurn = phoneActsOn(stage, 3_000);

// Keeps A16.
test("on paper those not reached stand by trainer and kabupaten, with the words to pass on", async () => {
  const sri = stage.person({ name: "Sri" });
  sri.start();
  await stage.settle();
  const admin = await buildAdmin(stage.db, { name: "Sri", telegramId: sri.id });
  const { id: classId } = await buildClass(stage.db, { provinceCode: "21" });
  await buildTrainer(stage.db, [classId], { name: "Rina" });
  for (const [name, regency] of [
    ["Ani", "21.01"],
    ["Budi", "63.04"],
    ["Citra", "21.01"],
  ] as const) {
    const village = { level: "village", code: { startsWith: `${regency}.` } } as const;
    const { code: placeCode } = await stage.db.place.findFirstOrThrow({ where: village });
    await buildParticipant(stage.db, classId, { name, placeCode });
  }
  const content = { text: "Bapak/Ibu {nama}, laporan ditunggu sampai Jumat.", marks: [] };
  const wish = { draftId: 1, content, audience: EVERYBODY };
  const outcome = await publishAnnouncement(stage.world, await actorOf(stage.world, admin.id), wish);
  if (outcome.kind !== "published") throw new Error(outcome.kind);
  await stage.db.outbox.updateMany({ where: { kind: "announcement" }, data: { state: "dead", cause: "blocked" } });
  await inTurn(
    sri,
    (p) => p.pressesOn(1, `call_sheet:${outcome.announcementId}:pdf`),
    (p) => p.presses("Menghubungi orangnya"),
  );
  const { document } = sri.lastMessage() ?? {};
  const bytes = stage.sandbox.files.byId(document?.file_id ?? "")?.bytes ?? new Uint8Array();
  const [page, ...more]: Sheet[] = JSON.parse(Buffer.from(bytes).toString());
  expect(more).toEqual([]);
  expect(page?.title).toBe("Lembar telepon · Rina");
  expect(page?.words).toBe(
    "Kalimat untuk WhatsApp: Yth. Bapak/Ibu ……, ada pengumuman dari Perpusnas:\n\nBapak/Ibu ……, laporan ditunggu sampai Jumat.\n\n– Sri",
  );
  const names = page?.rows.map(([name]) => name);
  const parts = page?.sections?.map(({ at, heading }) => [heading, names?.[at]]);
  expect(names).toHaveLength(3);
  expect(parts).toEqual([
    [expect.stringMatching(/Barito Kuala \(1\)$/), "Budi"],
    [expect.stringMatching(/Bintan \(2\)$/), "Ani"],
  ]);
});

/** Nobody of two provinces has joined; those of Kepulauan Riau are in a regency and in the province's office. */
async function manyUnreached(adminId: number) {
  const { id: kepri } = await buildClass(stage.db, { provinceCode: "21", name: "Kepri 1" });
  const { id: kalsel } = await buildClass(stage.db, { provinceCode: "63", name: "Kalsel 1" });
  const { code: bintan } = await stage.db.place.findFirstOrThrow({
    where: { level: "village", code: { startsWith: "21.01." } },
  });
  const letter = (n: number) => String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26));
  for (let n = 0; n < 42; n++)
    await buildRosterRow(stage.db, kepri, { name: `Peserta ${letter(n)}`, placeCode: bintan });
  await buildRosterRow(stage.db, kepri, { name: "Dinas", placeCode: "21" });
  await buildRosterRow(stage.db, kalsel, { name: "Banjar", placeCode: "63" });
  const content = { text: "Laporan ditunggu sampai Jumat.", marks: [] };
  await buildParticipant(stage.db, kalsel, { name: "Wati" });
  const wish = { draftId: 2, content, audience: EVERYBODY };
  const outcome = await publishAnnouncement(stage.world, await actorOf(stage.world, adminId), wish);
  if (outcome.kind !== "published") throw new Error(outcome.kind);
  return outcome.announcementId;
}

const buttons = (p: { lastMessage(): { reply_markup?: { inline_keyboard: { text: string }[][] } } | undefined }) =>
  (p.lastMessage()?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);

// Keeps A16.
test.each(WALKED_IN)(
  "many who were not reached are told by province and regency, and who has called one goes on where they were, in %s",
  async (language) => {
    const sri = stage.person({ name: "Sri", english: language === "en" });
    sri.start();
    await stage.settle();
    const admin = await buildAdmin(stage.db, { name: "Sri", telegramId: sri.id, language });
    const id = await manyUnreached(admin.id);
    const says = language === "id" ? /1 sudah dihubungi/ : /1 told another way/;
    await inTurn(sri, (p) => p.pressesOn(1, `call_list:${id}:0`));
    expect(buttons(sri).slice(0, 2)).toEqual(["Kalimantan Selatan (1)", "Kepulauan Riau (43)"]);
    await inTurn(sri, (p) => p.presses("Kepulauan Riau (43)"));
    const office = language === "id" ? "Tingkat provinsi (1)" : "Province level (1)";
    expect(buttons(sri).slice(0, 2)).toEqual([office, "Kab. Bintan (42)"]);
    await inTurn(sri, (p) => p.presses(office));
    expect(sri.lastMessage()?.text).toContain("1. Dinas");
    await inTurn(
      sri,
      (p) => p.presses(language === "id" ? /Kembali/ : /Back/),
      (p) => p.presses("Kab. Bintan (42)"),
      (p) => p.presses(language === "id" ? /Berikutnya/ : /Next/),
      (p) => p.presses("9"),
      (p) => p.presses(language === "id" ? /Sudah dihubungi/ : /told/i),
    );
    expect(sri.lastMessage()?.text).toMatch(says);
    expect(sri.lastMessage()?.text).toContain("9. Peserta AI · Kab. Bintan · ✅");
    // Of the list by name the same parts.
    await inTurn(
      sri,
      (p) => p.pressesOn(1, `receivers_in:${id}:not_joined::0`),
      (p) => p.presses("Kepulauan Riau (43)"),
    );
    expect(buttons(sri).slice(0, 2)).toEqual([office, "Kab. Bintan (42)"]);
    expect(stage.errors).toEqual([]);
  },
);
