// The call sheet on paper: a page or more for each trainer, a part for each kabupaten, and the words to pass on in full.
import { expect, test } from "vitest";
import { EVERYBODY } from "../../../src/domain/announcements/audience.js";
import type { Sheet } from "../../../src/domain/files/sheet.js";
import { publishAnnouncement } from "../../../src/use-cases/index.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
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
