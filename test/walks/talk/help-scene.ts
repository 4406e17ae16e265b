// Somebody stuck, their trainer, and the admins who may hear of it.
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildTrainer } from "../../support/world/builders.js";
import { berakit } from "../../support/world/plans.js";

/** Called once at the top of a file. */
export function openHelp() {
  // Monday 10 June 2024, 09:00 in Bintan.
  const stage = stageAt("2024-06-10T02:00:00Z");

  const inTurn = actsOn(stage, 2000);

  async function at(...instants: string[]): Promise<void> {
    for (const instant of instants) {
      stage.clock.set(new Date(instant));
      await stage.tick();
    }
  }

  async function cast(options: { english?: boolean } = {}) {
    const { personId, trainingClass } = await berakit(stage.db);
    const language = options.english === true ? ("en" as const) : ("id" as const);
    const person = await stage.db.person.update({ where: { id: personId }, data: { language } });
    const trainer = await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" });
    const province = await buildAdmin(stage.db, { name: "Sari Dewi", regionCode: "21" });
    await buildAdmin(stage.db, { name: "Provinsi lain", regionCode: "63", provinceCode: "63" });
    await buildAdmin(stage.db, { name: "Nasional" });
    const siti = stage.person({ id: Number(person.telegramId), name: "Siti", english: options.english === true });
    const rina = stage.person({ id: Number(trainer.telegramId), name: "Rina" });
    const sari = stage.person({ id: Number(province.telegramId), name: "Sari" });
    await inTurn(
      () => siti.start(),
      () => rina.start(),
      () => sari.start(),
    );
    stage.talk();
    return { siti, rina, sari, province };
  }

  return { stage, inTurn, at, cast };
}
