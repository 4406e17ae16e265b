// A class that needs a day more gets it in the chat, and its sessions may then lie on that day.

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

test("an admin moves the last day of a class, within a fortnight and not behind the day by which plans are due", async () => {
  const { id } = await buildClass(stage.db, { startsOn: "2026-05-18" });
  const budi = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { telegramId: budi.id, regionCode: "21" });
  await inTurn(budi, says("/kelola"), opens(`set_up_class:${id}`));
  await inTurn(budi, presses("📅 Hari terakhir"), says("17 Mei 2026"));
  expect(budi.received().some(({ text }) => text?.startsWith("Hari terakhir tidak boleh sebelum"))).toBe(true);
  await inTurn(budi, presses("Sab 23 Mei"));
  const { endsOn, plansDueOn } = await stage.db.trainingClass.findUniqueOrThrow({ where: { id } });
  expect(endsOn).toEqual(new Date("2026-05-23T00:00:00Z"));
  // What people were told stays.
  expect(plansDueOn).toEqual(new Date("2026-06-21T00:00:00Z"));
  expect(stage.errors).toEqual([]);
});
