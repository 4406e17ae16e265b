// An admin makes something to practise on: a class of people who do not exist, in their own province.
import { adminReach } from "../../domain/people/admin-reach.js";
import { isAdmin, type KnownActor } from "../../domain/people/person.js";
import { provinceCodeOf } from "../../domain/places/place.js";
import { practiceDesign, practiceVillages } from "../../domain/programme/practice.js";
import type { Practice } from "../../ports/programme/practice.js";
import type { Store, World } from "../../ports.js";
import { textsFor } from "../../texts/index.js";
import { setUpAlone } from "../set-up-alone.js";

export type MakePracticeOutcome = { kind: "made" | "exists"; practice: Practice } | { kind: "not_allowed" };

/** Twice is once: an admin has one practice, until they remove it. Nobody is told of it, and no line is written: nothing real is touched. */
export async function makePractice(world: World, asked: KnownActor): Promise<MakePracticeOutcome> {
  const now = world.clock.now();
  return world.store.transaction(async (store) => {
    const actor = await setUpAlone(store, asked);
    if (!isAdmin(actor)) return { kind: "not_allowed" };
    const ownerId = actor.person.id;
    const before = await store.practice.cohortOf(ownerId);
    if (before !== null) return { kind: "exists", practice: await practiceOf(store, before) };
    const { language } = actor;
    const about = { now, ownerId, joinToken: world.ids.token(), language };
    const design = practiceDesign(about, await placeFor(store, actor), textsFor(language).practice.words);
    const cohortId = await store.practice.make(ownerId, design, now);
    return { kind: "made", practice: await practiceOf(store, cohortId) };
  });
}

/** Within the first region of their roles; its whole province where that is too small for so many libraries. */
async function placeFor(store: Store, { roles }: KnownActor) {
  const count = practiceVillages();
  const region = adminReach(roles).find(({ regionCode }) => regionCode !== null)?.regionCode ?? null;
  const near = await store.practice.villages(region, count);
  const villages =
    near.length < count && region !== null ? await store.practice.villages(provinceCodeOf(region), count) : near;
  const code = provinceCodeOf(villages[0]?.code ?? region ?? "");
  const province = await store.places.find(code);
  if (province === null) throw new Error(`There are villages of ${code}, but no such province.`);
  return { province, villages };
}

async function practiceOf(store: Store, cohortId: number): Promise<Practice> {
  const practice = await store.practice.find(cohortId);
  if (practice === null) throw new Error(`The practice ${cohortId} vanished while it was made.`);
  return practice;
}
