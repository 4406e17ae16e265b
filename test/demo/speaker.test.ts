// The language of the demo's page: what an admin practises on is marked in it, as when they choose it with the bot.
import { expect, test } from "vitest";
import { createSpeaker } from "../../src/demo/speaker.js";
import { presses } from "../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../support/stage/stage-at.js";
import { buildAdmin } from "../support/world/builders.js";

const stage = stageAt("2026-04-06T02:00:00Z");
const inTurn = phoneActsOn(stage, 2000);

test("the mark of a practice follows it, there and back", async () => {
  const budi = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id });
  await inTurn(
    budi,
    (phone) => phone.says("/kelola"),
    presses("🧪 Coba dengan data latihan"),
    (phone) => phone.says("kepri"),
  );
  const marks = async () =>
    (await stage.db.cohort.findMany({ where: { practiceOf: { not: 0 } } })).map(({ name }) => name);
  expect(await marks()).toEqual([expect.stringContaining("(latihan)")]);
  const speak = createSpeaker(stage.sandbox, stage.db, stage.world.store.practice);
  await speak("en");
  expect(await marks()).toEqual([expect.stringContaining("(practice)")]);
  expect(await stage.db.person.count({ where: { language: "id" } })).toBe(0);
  await speak("id");
  expect(await marks()).toEqual([expect.stringContaining("(latihan)")]);
});
