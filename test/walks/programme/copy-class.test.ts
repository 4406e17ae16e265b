// A class of last year is copied for this year: into which wave is asked, and the summary says it.

import { expect, test } from "vitest";
import { type Act, presses, says } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass } from "../../support/world/builders.js";

const stage = stageAt("2026-04-06T02:00:00Z");
const inTurn = phoneActsOn(stage, 2000);
const opens =
  (data: string): Act =>
  (phone) =>
    phone.pressesOn(phone.lastMessage()?.message_id ?? 0, data);

test("a copy of last year's class is made in the wave that was chosen, this year's first", async () => {
  const old = await buildClass(stage.db, { startsOn: "2025-05-12", name: "Kepri" });
  const { waveId } = await buildClass(stage.db, { startsOn: "2026-05-18", name: "Kepri 2026" });
  const budi = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { telegramId: budi.id, regionCode: "21" });

  await inTurn(budi, says("/kelola"), opens(`copy_class:${old.id}`));
  await inTurn(budi, says("18 Mei 2026"));
  const question = budi.lastMessage();
  expect(question?.text).toContain("TPBIS 2025, gelombang 1");
  expect(budi.buttons()).toEqual(
    expect.arrayContaining(["[Gelombang 1 · Sen 18 Mei 2026]", "[Gelombang 1 · Sen 12 Mei 2025]"]),
  );
  await inTurn(budi, presses("Gelombang 1 · Sen 18 Mei 2026"), says("Kepri baru"));
  expect(budi.lastMessage()?.text).toContain("TPBIS 2026, gelombang 1");
  await inTurn(budi, presses("✅ Salin"));

  expect(await stage.db.trainingClass.findFirstOrThrow({ where: { name: "Kepri baru" } })).toMatchObject({ waveId });
  expect(stage.errors).toEqual([]);
});

test("a copy on a day of its own wave is asked no wave", async () => {
  const model = await buildClass(stage.db, { startsOn: "2026-05-18", name: "Kepri" });
  await buildClass(stage.db, { startsOn: "2025-05-12", name: "Kepri lama" });
  const budi = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { telegramId: budi.id, regionCode: "21" });

  await inTurn(budi, says("/kelola"), opens(`copy_class:${model.id}`));
  await inTurn(budi, says("19 Mei 2026"), says("Kepri lain"), presses("✅ Salin"));

  const { waveId } = await stage.db.trainingClass.findFirstOrThrow({ where: { name: "Kepri lain" } });
  expect(waveId).toBe(model.waveId);
});
