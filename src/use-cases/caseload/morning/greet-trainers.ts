// Job: each working morning, tells every trainer who needs them, in one message, if anybody does who did not the working day before.

import { followUpsToRaise } from "../../../domain/caseload/follow-up.js";
import { newNeeds } from "../../../domain/caseload/morning.js";
import { chunksOf } from "../../../domain/chunks-of.js";
import { dayIn, instantAt } from "../../../domain/time/calendar.js";
import { hoursOf } from "../../../domain/time/working-hours.js";
import { zonesPast } from "../../../domain/time/zones-past.js";
import type { DueMorning, Morning } from "../../../ports/people/mornings.js";
import type { World } from "../../../ports.js";
import type { Texts } from "../../../texts/index.js";
import { noteLooks, shownIn } from "../../access.js";
import { postTo } from "../../posting.js";
import { namedIn } from "../named-in.js";
import { morningMessage, shownOf } from "./morning-message.js";
import { needsInFull, type ShownNeed } from "./needs-in-full.js";
import { type NeedsOfTrainer, needsOfTrainers } from "./needs-of-trainers.js";

interface Owed extends DueMorning, NeedsOfTrainer {
  shown: (ShownNeed | null)[];
  fresh: number;
}

/** As many trainers as one transaction holds: those of ten thousand people and more, and far less than it may last. */
const BATCH = 400;

/** One set of queries for all trainers whose hour it is; then one transaction keeps and posts what they are told. */
export async function greetTrainers(world: World): Promise<{ raised: number; alerted: number }> {
  const now = world.clock.now();
  const { rest } = world.settings;
  const due = await world.store.mornings.due(zonesPast(hoursOf(rest).speaking.alert, now, rest), now);
  const counts = { raised: 0, alerted: 0 };
  for (const some of chunksOf(due, BATCH)) {
    const { raised, alerted } = await greet(world, some);
    counts.raised += raised;
    counts.alerted += alerted;
  }
  return counts;
}

async function greet(world: World, due: DueMorning[]): Promise<{ raised: number; alerted: number }> {
  const found = await needsOfTrainers(
    world,
    due.map(({ trainer }) => trainer.id),
  );
  const worth = due.flatMap((one) => {
    const ofTrainer = found.get(one.trainer.id);
    return ofTrainer === undefined
      ? []
      : [{ ...one, ...ofTrainer, fresh: newNeeds(ofTrainer.needs, one.before).length }];
  });
  const full = await needsInFull(
    world,
    worth.flatMap(({ needs, fresh }) => (fresh > 0 ? shownOf(needs) : [])),
  );
  const owed = worth.map((one): Owed => {
    const shown = one.fresh > 0 ? shownOf(one.needs).map((need) => full.get(need) ?? null) : [];
    return { ...one, shown };
  });
  return world.transaction((inside) => keepAndPost(inside, owed));
}

/** A day with nothing new is kept too: the next one tells what is new since then. */
async function keepAndPost(world: World, found: Owed[]): Promise<{ raised: number; alerted: number }> {
  const { store, clock } = world;
  const now = clock.now();
  // Who was erased since it was read is in it no more at the next tick.
  const erased = await store.people.hold([...new Set(found.flatMap(peopleIn))]);
  const owed = found.filter((one) => !peopleIn(one).some((id) => erased.has(id)));
  const kept = await store.mornings.keep(owed.map(morningOf), now);
  const told = owed.filter(({ trainer, fresh }) => kept.has(trainer.id) && fresh > 0);
  const late = told.flatMap(({ trainer, plans }) => plans.map((plan) => ({ ...plan, trainerId: trainer.id })));
  const toRaise = late.flatMap(({ trainerId, ...plan }) =>
    followUpsToRaise([plan], dayIn(plan.zone, now), world.settings.rest).map((one) => ({ ...one, trainerId })),
  );
  const raised = await store.followUps.raise(
    toRaise.map((one) => ({ ...one, reason: "overdue" as const })),
    now,
  );
  await store.followUps.markAlerted(
    late.map(({ planId }) => planId),
    now,
  );
  await noteLooks(
    world,
    told.map(({ trainer, needs, shown }) => ({
      ...{ by: trainer.id, action: "overdue.send", subject: "overdue", details: { count: needs.length } },
      shown: shownIn(shown.filter((one) => one !== null)),
    })),
  );
  const covers = await store.absences.coversOf(
    told.map(({ trainer }) => trainer.id),
    now,
  );
  const coversIn = ({ trainer }: Owed) => covers.get(trainer.id) ?? [];
  const greetings = told.map((one) => ({
    key: `alert:${one.trainer.id}:${one.day}`,
    kind: "overdue_alert" as const,
    to: one.trainer,
    names: [...peopleIn(one), ...coversIn(one).map(({ personId }) => personId)],
    say: (texts: Texts) => morningMessage(texts, { ...one, now: one.needs, done: [], covers: coversIn(one) }),
    // Tomorrow there is a newer one.
    notAfter: instantAt(one.trainer.zone, one.day, hoursOf(world.settings.rest).workingHours.until),
  }));
  return { raised: raised.size, alerted: await postTo(world, greetings) };
}

function morningOf({ trainer, day, needs, shown, fresh }: Owed): Morning {
  return { trainerId: trainer.id, day, needs, shown: shown.length, fresh };
}

function peopleIn({ shown }: Owed): number[] {
  return shown.flatMap((one) => (one === null ? [] : namedIn(one)));
}
