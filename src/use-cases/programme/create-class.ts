// An admin makes a class in a wave and province, with the sessions of another class where one is copied.

import { maySetUpClass } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import { type ClassWish, type DaysProblem, newClass, problemOfDays } from "../../domain/programme/new-class.js";
import { practiceName } from "../../domain/programme/practice-name.js";
import { sessionsFor } from "../../domain/programme/sessions.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { Store, World } from "../../ports.js";
import { setUpAlone } from "../set-up-alone.js";

export interface CreateClassInput extends ClassWish {
  /** The class whose sessions it gets, at the same times of its own clock. */
  copiedFrom?: number;
  saidAt: Date;
}

export type CreateClassOutcome =
  | { kind: "created" | "exists"; trainingClass: TrainingClass; sessions: number }
  | { kind: "refused"; reason: DaysProblem }
  | { kind: "not_allowed" };

/** Twice is once: a wave has one class of each name in a province. */
export async function createClass(
  world: World,
  asked: KnownActor,
  { copiedFrom, saidAt, ...asWished }: CreateClassInput,
): Promise<CreateClassOutcome> {
  const now = world.clock.now();
  return world.transaction(async ({ store }) => {
    const actor = await setUpAlone(store, asked);
    const wave = await store.programme.findWave(asWished.waveId, []);
    const isPractice = wave !== null && (await store.practice.find(wave.cohortId)) !== null;
    const wish = isPractice ? { ...asWished, name: practiceName(asWished.name, actor.language) } : asWished;
    const province = await store.places.find(wish.provinceCode);
    if (wave === null || province?.level !== "province") return { kind: "not_allowed" };
    if (!maySetUpClass(actor, { provinceCode: wish.provinceCode, cohortId: wave.cohortId }))
      return { kind: "not_allowed" };
    const model = copiedFrom === undefined ? null : await store.classes.find(copiedFrom);
    if (copiedFrom !== undefined && (model === null || !maySetUpClass(actor, model))) return { kind: "not_allowed" };
    const made = newClass(wish, world.ids.token());
    const reason = problemOfDays(wish, dayIn(made.zone, saidAt));
    if (reason !== null) return { kind: "refused", reason };

    const before = (await store.programme.classes(wave.id, wish.provinceCode)).find(
      ({ name }) => name.toLowerCase() === wish.name.toLowerCase(),
    );
    if (before !== undefined) return { kind: "exists", ...(await withSessions(store, before.id)) };
    const classId = await store.programme.insertClass(made);
    if (model !== null) {
      const sessions = (await store.classes.sessionsOf(model.id)).filter(({ cancelledAt }) => cancelledAt === null);
      const copies = sessions.map(({ title, startsAt, endsAt, mode, place }) => ({
        ...{ title, startsAt, endsAt, mode },
        // The room is the venue's; a meeting's link is one class's own and must be given anew.
        place: mode === "online" ? "" : place === model.venue ? wish.venue : place,
      }));
      await store.programme.insertSessions(classId, sessionsFor(made, model, copies));
    }
    const details = { ...wish, ...(copiedFrom !== undefined && { copiedFrom }) };
    const subject = `class:${classId}`;
    await store.audit.record({ actorId: actor.person.id, action: "class.create", subject, details }, now);
    return { kind: "created", ...(await withSessions(store, classId)) };
  });
}

async function withSessions(
  store: Store,
  classId: number,
): Promise<{ trainingClass: TrainingClass; sessions: number }> {
  const trainingClass = await store.classes.find(classId);
  if (trainingClass === null) throw new Error(`Class ${classId} vanished while it was made.`);
  return { trainingClass, sessions: (await store.programme.contents(classId)).sessions };
}
