// A class of five on the second working day after the due day, and what an act changes of it.

import type { Scope } from "../../../../src/domain/caseload/scope.js";
import { stageAt } from "../../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildRosterRow, buildTrainer } from "../../../support/world/builders.js";
import { knownActor } from "../../../support/world/known-actor.js";

// Tuesday, 09:00 in Tanjungpinang, on the second working day after the due day.
const NOW = "2024-07-09T02:00:00Z";

/** Called once at the top of a file. */
export function openActScene() {
  const stage = stageAt(NOW);

  const MINUTE = 60_000;
  let updateId = 0;
  const said = () => {
    updateId += 1;
    return { updateId, saidAt: stage.clock.now() };
  };

  const actorOf = (one: { telegramId: bigint | null }) => knownActor(stage.world, one);

  /** A class of five: Ana can be written to, Budi blocked the bot, Citra wants no reminders, Dedi had his message today, Umar never came. */
  async function aClass() {
    const { id: classId } = await buildClass(stage.db);
    const trainer = await buildTrainer(stage.db, [classId]);
    const people = [];
    for (const name of ["Ana", "Budi", "Citra", "Dedi"]) {
      people.push(await buildParticipant(stage.db, classId, { name, libraryName: `Perpustakaan ${name}` }));
    }
    await buildRosterRow(stage.db, classId, { name: "Umar" });
    const [ana, budi, citra, dedi] = people as [
      (typeof people)[0],
      (typeof people)[0],
      (typeof people)[0],
      (typeof people)[0],
    ];
    await stage.db.person.update({
      where: { id: budi.person.id },
      data: { unreachableCause: "blocked", unreachableSince: stage.clock.now() },
    });
    await stage.db.person.update({ where: { id: citra.person.id }, data: { optedOut: ["reminders"] } });
    await stage.db.outbox.create({
      data: {
        ...{ key: "plan-due:this-morning", kind: "plan_reminder", priority: 6, state: "sent" },
        ...{ chatId: dedi.person.telegramId ?? 0n, personId: dedi.person.id },
        ...{ dueAt: stage.clock.now(), createdAt: stage.clock.now(), leftAt: stage.clock.now() },
        settledAt: stage.clock.now(),
      },
    });
    return { classId, trainer, actor: await actorOf(trainer), ana, budi, citra, dedi };
  }

  const ofClass = (classId: number): Scope => ({ kind: "class", classId });

  /** All that an act can change, to be compared with how it was. */
  async function standing() {
    return {
      due: await stage.db.workPlan.findMany({ select: { id: true, dueOn: true }, orderBy: { id: "asc" } }),
      extensions: await stage.db.deadlineExtension.count(),
      followUps: await stage.db.followUp.findMany({
        select: { key: true, restUntil: true, resolvedAt: true, note: true },
        orderBy: { id: "asc" },
      }),
      threads: await stage.db.questionThread.findMany({ select: { id: true, state: true }, orderBy: { id: "asc" } }),
      messages: await stage.db.threadMessage.count(),
      waiting: await stage.db.outbox.count({ where: { state: "waiting" } }),
    };
  }

  /** One that has left, as the dispatcher writes it down. */
  async function leaves(personId: number): Promise<void> {
    const at = stage.clock.now();
    await stage.db.outbox.updateMany({
      where: { personId, state: "waiting" },
      data: { state: "sent", leftAt: at, settledAt: at },
    });
  }

  return { stage, MINUTE, said, actorOf, aClass, ofClass, standing, leaves };
}
