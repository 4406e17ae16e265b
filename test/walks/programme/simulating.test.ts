// An admin has a wave lived through before it begins, and gets every message as a workbook.
import { expect, test } from "vitest";
import { simulatedSpan } from "../../../src/domain/simulation/simulation.js";
import type { Simulations } from "../../../src/ports/programme/simulations.js";
import { presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin } from "../../support/world/builders.js";
import { openTwoZones } from "../../support/world/two-zones.js";

/** As short as a walk: one message to each of two people, and one held back. */
const simulations: Simulations = {
  async run(simulation) {
    const { from, until } = simulatedSpan(simulation);
    const at = new Date("2024-05-31T01:00:00Z");
    const shared = { at, className: "Kepulauan Riau 1", zone: "Asia/Jakarta" as const };
    return {
      ...{ from, until, people: { participant: 4, trainer: 1, admin: 1 }, most: { day: 1, week: 1 } },
      messages: [
        { ...shared, name: "Peserta 1", role: "participant", habit: "late", kinds: ["session_reminder"], text: "=1+1" },
        { ...shared, name: "Pelatih 1", role: "trainer", habit: null, kinds: ["class_day"], text: "Besok ada kelas" },
      ],
      held: [{ kind: "plan_reminder", end: "held", reason: "message_budget", count: 3 }],
    };
  },
};

// Three weeks before the classes begin, 09:00 in Jakarta.
const stage = stageAt("2024-05-13T02:00:00Z", { simulations });
const inTurn = phoneActsOn(stage, 2000);

test("an admin who asks while another simulation runs is told so, and presses again", async () => {
  await openTwoZones(stage);
  const phone = stage.person({ name: "Sri" });
  await buildAdmin(stage.db, { name: "Sri Mulyati", telegramId: phone.id, language: "en", regionCode: "21" });
  const { run } = stage.world.simulations;
  stage.world.simulations.run = async () => "busy";
  const toWave = [says("/manage"), presses(/2024/), presses(/1/), presses("🧪 Simulate the wave")];
  await inTurn(phone, ...toWave, presses("▶️ Start the simulation"));
  expect(screen(phone)).toContain("Another simulation is running");
  stage.world.simulations.run = run;
  await inTurn(phone, presses("▶️ Start the simulation"));
  expect(phone.lastMessage()?.caption).toContain("Simulation of wave 1 is done");
  expect(stage.errors).toEqual([]);
});

test.each(WALKED_IN)("an admin reads what a wave would send, before it begins: %s", async (language) => {
  await openTwoZones(stage);
  const phone = stage.person({ name: "Sri" });
  await buildAdmin(stage.db, { name: "Sri Mulyati", telegramId: phone.id, language, regionCode: "21" });
  stage.talk();
  const words =
    language === "id"
      ? { open: "/kelola", button: "🧪 Simulasi gelombang", start: "▶️ Mulai simulasi", back: "⬅️ Gelombang" }
      : { open: "/manage", button: "🧪 Simulate the wave", start: "▶️ Start the simulation", back: "⬅️ Wave" };
  await inTurn(phone, says(words.open), presses(/2024/), presses(/1/), presses(words.button), presses(words.start));
  await inTurn(phone, presses(words.back));
  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/simulating-a-wave-${language}.txt`);
  expect(stage.errors).toEqual([]);
});
