// A morning quotes what is in a plan's way, and a colleague may have said it: it goes with the one who said it.
import { expect, test } from "vitest";
import { askTrainers, erasePerson, greetTrainers } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildTrainer } from "../../support/world/builders.js";
import { actorOf, berakit, colleague, report } from "../../support/world/plans.js";

// Tuesday, 15:00 WIB.
const stage = stageAt("2024-07-09T08:00:00Z");

test("what waits in a morning and quotes a colleague of the one it is about goes when the colleague is erased", async () => {
  const { trainingClass, personId: siti, planIds } = await berakit(stage.db);
  await buildTrainer(stage.db, [trainingClass.id]);
  const wati = await colleague(stage.db, trainingClass.id, "Wati");
  await report(stage.world, wati, planIds[0], { state: "stuck", obstacle: "Kunci gudang hilang" });
  await askTrainers(stage.world, await actorOf(stage.world, siti), { text: "Bolehkah?", files: [], updateId: 7 });
  // Wednesday, when mornings are said.
  stage.clock.set(new Date("2024-07-10T01:30:00Z"));
  await greetTrainers(stage.world);
  const morning = () => stage.db.outbox.findFirstOrThrow({ where: { kind: "overdue_alert" } });
  expect(JSON.stringify((await morning()).message)).toContain("Kunci gudang hilang");

  await erasePerson(stage.world, await actorOf(stage.world, wati), { personId: wati });

  expect(await morning()).toMatchObject({ state: "cancelled", message: null });
});
