// An admin makes many classes at once, each with its sessions: hundreds of a workbook in a few statements.

import { maySetUpClass } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import {
  type ClassWish,
  type DaysProblem,
  linkWorksUntil,
  type NewClass,
  newClass,
  problemOfDays,
} from "../../domain/programme/new-class.js";
import type { NewSession } from "../../domain/programme/sessions.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { Store, World } from "../../ports.js";
import { setUpAlone } from "../set-up-alone.js";

export interface WishedClass extends ClassWish {
  plansDueOn: NewClass["plansDueOn"];
  sessions: readonly NewSession[];
}

export type CreateClassesOutcome =
  /** Their ids, in the order given. */
  | { kind: "created"; ids: number[] }
  /** exists: a class of that name is there already, in its wave and province · past: a session would begin before now */
  | { kind: "refused"; reason: DaysProblem | "exists" | "past"; name: string }
  | { kind: "not_allowed" };

/** All of them or none. Twice is refused: a wave has one class of each name in a province. */
export async function createClasses(
  world: World,
  asked: KnownActor,
  { wishes, saidAt }: { wishes: readonly WishedClass[]; saidAt: Date },
): Promise<CreateClassesOutcome> {
  const now = world.clock.now();
  return world.transaction(async ({ store }) => {
    const actor = await setUpAlone(store, asked);
    if (!(await mayMake(store, actor, wishes))) return { kind: "not_allowed" };
    const made = wishes.map((wish) => newClassOf(wish, world.ids.token()));
    for (const [n, { startsOn, endsOn, zone, name }] of made.entries()) {
      const reason = problemOfDays({ startsOn, endsOn }, dayIn(zone, saidAt));
      if (reason !== null) return { kind: "refused", reason, name };
      const isPast = wishes[n]?.sessions.some(({ startsAt }) => startsAt <= saidAt);
      if (isPast === true) return { kind: "refused", reason: "past", name };
    }
    const twice = await firstTaken(store, wishes);
    if (twice !== null) return { kind: "refused", reason: "exists", name: twice };
    const ids = await store.programme.insertClasses(made);
    await store.programme.insertSessionsOf(
      wishes.flatMap(({ sessions }, n) => sessions.map((session) => ({ ...session, classId: ids[n] ?? 0 }))),
    );
    const entries = wishes.map(({ sessions, ...wish }, n) => ({
      ...{ actorId: actor.person.id, action: "class.create" as const, subject: `class:${ids[n]}` },
      details: { ...wish, sessions: sessions.length },
    }));
    await store.audit.recordAll(entries, now);
    return { kind: "created", ids };
  });
}

function newClassOf({ sessions: _, plansDueOn, ...wish }: WishedClass, token: string): NewClass {
  const made = newClass(wish, token);
  return { ...made, plansDueOn, joinTokenExpiresAt: linkWorksUntil(made.zone, plansDueOn) };
}

/** Each wave and province is asked for once. */
async function mayMake(store: Store, actor: KnownActor, wishes: readonly WishedClass[]): Promise<boolean> {
  const cohorts = new Map<number, number>();
  for (const waveId of new Set(wishes.map((wish) => wish.waveId))) {
    const wave = await store.programme.findWave(waveId, []);
    if (wave === null) return false;
    cohorts.set(waveId, wave.cohortId);
  }
  for (const code of new Set(wishes.map(({ provinceCode }) => provinceCode))) {
    if ((await store.places.find(code))?.level !== "province") return false;
  }
  return wishes.every(({ waveId, provinceCode }) => {
    const cohortId = cohorts.get(waveId);
    return cohortId !== undefined && maySetUpClass(actor, { provinceCode, cohortId });
  });
}

async function firstTaken(store: Store, wishes: readonly WishedClass[]): Promise<string | null> {
  const taken = new Map<string, Set<string>>();
  for (const { waveId, provinceCode, name } of wishes) {
    const key = `${waveId}|${provinceCode}`;
    const names =
      taken.get(key) ??
      new Set((await store.programme.classes(waveId, provinceCode)).map((one) => one.name.toLowerCase()));
    taken.set(key, names);
    if (names.has(name.toLowerCase())) return name;
    names.add(name.toLowerCase());
  }
  return null;
}
