// What can be done about the plans that were told of for somebody who has not joined: all of them at once, as for anybody else.
import { expect, test } from "vitest";
import { presses, says, screen } from "../../support/stage/phone.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildClass, buildTrainer } from "../../support/world/builders.js";
import { openStandInScene } from "./stand-in-scene.js";

const { stage, acts, classOfHasan, tellsOfAdvocacy } = openStandInScene();

const dueDays = async () =>
  (await stage.db.workPlan.findMany({ orderBy: { id: "asc" } })).map(({ dueOn }) => dueOn.toISOString().slice(0, 10));

const WORDS = {
  id: {
    extend: "📅 Perpanjang",
    week: /14 Juli/,
    talk: "✅ Sudah bicara",
    undo: "↩️ Urungkan",
    whom: "3 rencana Hasan Ahmad",
  },
  en: { extend: "📅 Extend", week: /14 July/, talk: "✅ We talked", undo: "↩️ Undo", whom: "3 plans of Hasan Ahmad" },
} as const;

// Keeps T12, T13, T18.
test.each(WALKED_IN)(
  "three plans of somebody who has not joined get more time at once, and it is taken back, in %s",
  async (language) => {
    const { trainer, row } = await classOfHasan(language === "en");
    const words = WORDS[language];
    await tellsOfAdvocacy(trainer, row.id);
    expect(await dueDays()).toEqual(["2024-07-07", "2024-07-07", "2024-07-07"]);
    stage.talk();

    await acts(trainer, (phone) => phone.pressesOn(1, `invited:${row.id}`), presses(words.extend), presses(words.whom));
    await acts(trainer, presses(words.week), says("Dana desa"));
    expect(await dueDays()).toEqual(["2024-07-14", "2024-07-14", "2024-07-14"]);
    await acts(trainer, presses(words.undo));
    expect(await dueDays()).toEqual(["2024-07-07", "2024-07-07", "2024-07-07"]);

    stage.clock.set(new Date("2024-07-11T02:00:00Z"));
    await acts(trainer, (phone) => phone.pressesOn(1, `invited:${row.id}`), presses(words.talk), presses(/📞/));
    const rests = await stage.db.followUp.findMany({ where: { resolution: "contacted" } });
    expect(rests.map(({ planId }) => planId)).toHaveLength(3);
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/stand-in-acts-${language}.txt`);
    expect(stage.errors).toEqual([]);
  },
);

test("an old button about plans that are done by now names who is meant, and says that nothing is left", async () => {
  const { trainer, row } = await classOfHasan();
  await tellsOfAdvocacy(trainer, row.id);
  await stage.db.workPlan.updateMany({ data: { state: "done" } });
  await acts(trainer, (phone) => phone.pressesOn(1, `talk:roster_row-${row.id}`));
  expect(screen(trainer)).toContain("berbicara dengan Hasan Ahmad?");
  await acts(trainer, presses(/📞/));
  expect(screen(trainer)).not.toContain("Tercatat");
  expect(await stage.db.followUp.count({ where: { resolution: "contacted" } })).toBe(0);
  expect(stage.errors).toEqual([]);
});

// Keeps T01, T18.
test("a trainer of another class, and one for whose class they joined meanwhile, change nothing of it", async () => {
  const { trainer, row } = await classOfHasan();
  await tellsOfAdvocacy(trainer, row.id);
  const other = await buildClass(stage.db, { provinceCode: "63", name: "Kalsel 1" });
  const dewi = stage.person({ name: "Dewi" });
  await buildTrainer(stage.db, [other.id], { name: "Dewi Lestari", telegramId: dewi.id });
  await acts(dewi, (phone) => phone.start());
  for (const data of [
    `extend_for:roster_row-${row.id}`,
    `talk:roster_row-${row.id}`,
    `talked:roster_row-${row.id}:telephoned`,
  ]) {
    await acts(dewi, (phone) => phone.pressesOn(1, data));
    expect(screen(dewi), data).toContain("bukan di kelas atau wilayah");
    await acts(trainer, (phone) => phone.pressesOn(1, data.replace(String(row.id), "999999")));
    expect(screen(trainer), data).not.toContain("Hasan");
  }
  expect(await stage.db.followUp.count()).toBe(0);
  expect(await dueDays()).toEqual(["2024-07-07", "2024-07-07", "2024-07-07"]);
  expect(stage.errors).toEqual([]);
});
