// Somebody who talks as to a person, and their trainer.
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildTrainer } from "../../support/world/builders.js";
import { berakit } from "../../support/world/plans.js";

/** Called once at the top of a file. */
export function openSmallTalk() {
  // Monday 10 June 2024, 09:00 in Bintan.
  const stage = stageAt("2024-06-10T02:00:00Z");

  const inTurn = actsOn(stage, 2000);

  async function cast(english = false) {
    const { personId, trainingClass } = await berakit(stage.db);
    const language = english ? ("en" as const) : ("id" as const);
    const person = await stage.db.person.update({ where: { id: personId }, data: { language } });
    const trainer = await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" });
    const siti = stage.person({ id: Number(person.telegramId), name: "Siti", english });
    const rina = stage.person({ id: Number(trainer.telegramId), name: "Rina" });
    await inTurn(
      () => siti.start(),
      () => rina.start(),
    );
    stage.talk();
    return { siti, rina, trainer };
  }

  const last = (phone: { lastMessage(): { text?: string } | undefined }) => phone.lastMessage()?.text ?? "";

  return { stage, inTurn, cast, last };
}
