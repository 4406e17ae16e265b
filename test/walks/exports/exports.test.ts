// An admin takes a file along: what, of which place and months, and what for.
import { expect, test } from "vitest";
import { openTwoClasses } from "../../faults/forms/hostile-scene.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";

// Tuesday, 10:00 in Tanjungpinang.
const stage = stageAt("2024-06-11T03:00:00Z");
const inTurn = phoneActsOn(stage, 60_000);

// Keeps A18.
test("an admin downloads the month for SIM, and the people of a kabupaten, in Indonesian", async () => {
  const { admin } = (await openTwoClasses(stage)).riau;
  stage.talk();
  await inTurn(
    admin,
    (p) => p.says("/ekspor"),
    (p) => p.presses("🏛 Untuk SIM TPBIS"),
    (p) => p.presses("Semua wilayah saya"),
    (p) => p.presses("Juni 2024"),
    (p) => p.says("Mengisi SIM bulan Juni"),
    (p) => p.presses("📄 Unduh berkas lain"),
    (p) => p.presses("👥 Daftar peserta"),
    (p) => p.presses(/Bintan/),
    (p) => p.presses(/^Semua \(/),
    (p) => p.presses("Menghubungi orangnya"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/exports-id.txt");
  expect(stage.errors).toEqual([]);
});

// Keeps A22.
test("an admin downloads reports in English", async () => {
  const { admin } = (await openTwoClasses(stage)).riau;
  await stage.db.person.updateMany({ where: { telegramId: admin.id }, data: { language: "en" } });
  stage.talk();
  await inTurn(
    admin,
    (p) => p.says("/export"),
    (p) => p.presses("📝 Reports"),
    (p) => p.presses("All my regions"),
    (p) => p.presses("The last 3 months"),
    (p) => p.presses("A report to my superiors"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/exports-en.txt");
  expect(stage.errors).toEqual([]);
});
