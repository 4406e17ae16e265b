// What trainers and admins do in a lived month.
import type { KnownActor } from "../../../src/domain/people/person.js";
import { dayIn } from "../../../src/domain/time/calendar.js";
import { cancelTrainingSession } from "../../../src/use-cases/classes/cancel-training-session.js";
import { moveTrainingSession } from "../../../src/use-cases/classes/move-training-session.js";
import { publishAnnouncement, remindPeople } from "../../../src/use-cases/index.js";
import type { Stage } from "../../support/stage/stage.js";
import type { Chance } from "../random.js";
import type { Month, Someone } from "./lived.js";

/** Sessions move and are cancelled in the week of the class, and whoever is late with a plan is nudged. `people`: of the beginning. */
export async function runClasses(
  stage: Stage,
  trainers: Map<number, KnownActor>,
  people: Someone[],
  now: Date,
  chance: Chance,
): Promise<void> {
  for (const [classId, actor] of trainers) {
    const sessions = await stage.db.trainingSession.findMany({
      where: { classId, startsAt: { gt: now }, cancelledAt: null, title: { startsWith: "Siang" } },
    });
    if (sessions.length > 0 && chance.happens(0.4)) {
      const { id: sessionId, revision, startsAt } = chance.oneOf(sessions);
      const later = new Date(startsAt.getTime() + 3_600_000);
      await (chance.happens(0.3)
        ? cancelTrainingSession(stage.world, actor, { sessionId, revision, saidAt: now })
        : moveTrainingSession(stage.world, actor, { sessionId, revision, startsAt: later, saidAt: now }));
    }
    if (dayIn("Asia/Jakarta", now) > "2024-06-20") {
      const late = people.filter((one) => one.classId === classId && chance.happens(0.02));
      for (const one of late) {
        // Whoever has the plan now.
        const planId = chance.oneOf(one.library.planIds);
        const scope = { kind: "plan", planId } as const;
        await remindPeople(stage.world, actor, { scope, updateId: chance.below(2 ** 31), saidAt: now });
      }
    }
  }
}

export async function announce(stage: Stage, admin: KnownActor, month: Month): Promise<void> {
  const draftId = month.announced.length + 1;
  const text = `Pengumuman ${draftId}: kabar untuk {nama}.`;
  const audience = { scope: { kind: "all" }, role: "participants", plans: "any" } as const;
  const content = { text, marks: [] };
  const published = await publishAnnouncement(stage.world, admin, { draftId, content, audience });
  if (published.kind !== "published") throw new Error(`not published: ${published.kind}`);
  month.announced.push({ words: `Pengumuman ${draftId}:`, at: stage.clock.now() });
}
