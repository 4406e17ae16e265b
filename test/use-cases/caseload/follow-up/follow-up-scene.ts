// A class whose plans are late since two working days, and its trainer.

import { stageAt } from "../../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../../support/world/builders.js";
import { knownActor } from "../../../support/world/known-actor.js";

/** Called once at the top of a file. */
export function openFollowUps() {
  // 09:00 WIB on the second working day after the due day of a class that ended on 7 June.
  const stage = stageAt("2024-07-09T02:00:00Z");

  const actorOf = (one: { telegramId: bigint | null }) => knownActor(stage.world, one);

  async function aClass() {
    const trainingClass = await buildClass(stage.db);
    const trainer = await buildTrainer(stage.db, [trainingClass.id]);
    const { person, plans, participant } = await buildParticipant(stage.db, trainingClass.id, { name: "Siti" });
    const planId = plans[0]?.id ?? 0;
    return { trainingClass, trainer, actor: await actorOf(trainer), person, plans, participant, planId };
  }

  function posts(kind: string): Promise<number> {
    return stage.db.outbox.count({ where: { kind } });
  }

  return { stage, actorOf, aClass, posts };
}
