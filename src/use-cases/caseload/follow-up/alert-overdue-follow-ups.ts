// Job: each working morning, tells every trainer of late plans that nobody has dealt with, in one message.

import { followUpsToRaise } from "../../../domain/caseload/follow-up.js";
import type { Person } from "../../../domain/people/person.js";
import { dayIn } from "../../../domain/time/calendar.js";
import { DAY_PLAN } from "../../../domain/time/day-plan.js";
import { zonesPast } from "../../../domain/time/zones-past.js";
import type { World } from "../../../ports.js";
import { noteLook, shownIn } from "../../access.js";
import { postTo, readHolding } from "../../posting.js";
import type { CaseFacts } from "./facts-of-case.js";
import { lateDaysNow } from "./late-days.js";
import { firstPageOf, type OverdueList, overdueOf } from "./list-overdue.js";
import { overdueMessage } from "./overdue-message.js";

export async function alertOverdueFollowUps(world: World): Promise<{ raised: number; alerted: number }> {
  const { rest } = world.settings;
  const days = zonesPast(DAY_PLAN.speaking.alert, world.clock.now(), rest);
  const counts = { raised: 0, alerted: 0 };
  for (const { trainer, day } of await world.store.caseloads.trainersToAlert(days, lateDaysNow(world))) {
    const { raised, posted } = await alertTrainer(world, trainer, `alert:${trainer.id}:${day}`);
    counts.raised += raised;
    counts.alerted += posted;
  }
  return counts;
}

/** A transaction each: what is told is what is raised, and a failure costs one trainer's alert until the next tick. */
async function alertTrainer(world: World, trainer: Person, key: string): Promise<{ raised: number; posted: number }> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const read = () => overdueOf(inside, { trainerId: trainer.id, regions: [] });
    const list = await readHolding(store, read, peopleIn);
    const plans = plansIn(list);
    if (plans.length === 0) return { raised: 0, posted: 0 };
    const owed = plans.flatMap((plan) => followUpsToRaise([plan], dayIn(plan.zone, now), world.settings.rest));
    const raised = await store.followUps.raise(
      owed.map((one) => ({ ...one, trainerId: trainer.id, reason: "overdue" as const })),
      now,
    );
    const told = firstPageOf(list);
    const posted = await postTo(inside, [
      { key, kind: "overdue_alert", to: trainer, say: (texts) => overdueMessage(texts, told), names: peopleIn(list) },
    ]);
    await noteLook(
      inside,
      { person: trainer },
      {
        action: "overdue.send",
        subject: "overdue",
        details: { count: list.total },
        shown: shownIn(told.shown.map(([{ plan }]) => plan)),
      },
    );
    await store.followUps.markAlerted(
      plans.map(({ planId }) => planId),
      now,
    );
    return { raised: raised.size, posted };
  });
}

function plansIn({ shown }: OverdueList): CaseFacts[] {
  return shown.flatMap((entry) => entry.map(({ plan }) => plan));
}

function peopleIn(list: OverdueList): number[] {
  return plansIn(list).flatMap(({ personIds }) => personIds);
}
