// An admin makes something to practise on: a class of people who do not exist, in their own province, or in one that they choose.
import { adminReach } from "../../../domain/people/admin-reach.js";
import { isAdmin, type KnownActor } from "../../../domain/people/person.js";
import { provinceCodeOf } from "../../../domain/places/place.js";
import { practiceDesign, practiceVillages } from "../../../domain/programme/practice.js";
import type { Practice } from "../../../ports/programme/practice.js";
import type { Store, World } from "../../../ports.js";
import { textsFor } from "../../../texts/index.js";
import { setUpAlone } from "../../set-up-alone.js";

export type MakePracticeOutcome =
  | { kind: "made" | "exists"; practice: Practice }
  /** Their roles are about no region: they say where. */
  | { kind: "which_province" }
  /** The list of places holds too few villages of it. */
  | { kind: "too_few_villages" }
  | { kind: "not_allowed" };

/** Twice is once: an admin has one practice, until they remove it. Nobody is told of it, and no line is written: nothing real is touched. */
export async function makePractice(
  world: World,
  asked: KnownActor,
  /** Where the practice of an admin without a region lies. */
  provinceCode: string | null,
): Promise<MakePracticeOutcome> {
  const now = world.clock.now();
  return world.transaction(async ({ store }) => {
    const actor = await setUpAlone(store, asked);
    if (!isAdmin(actor)) return { kind: "not_allowed" };
    const ownerId = actor.person.id;
    const before = await store.practice.cohortOf(ownerId);
    if (before !== null) return { kind: "exists", practice: await practiceOf(store, before) };
    const region = regionOf(actor) ?? provinceCode;
    if (region === null) return { kind: "which_province" };
    const { language } = actor;
    const about = { now, ownerId, joinToken: world.ids.token(), language };
    const place = await placeFor(store, region);
    if (place.villages.length < practiceVillages()) return { kind: "too_few_villages" };
    const design = practiceDesign(about, place, textsFor(language).practice.words);
    const cohortId = await store.practice.make(ownerId, design, now);
    return { kind: "made", practice: await practiceOf(store, cohortId) };
  });
}

/** The first of their roles. */
function regionOf({ roles }: KnownActor): string | null {
  return adminReach(roles).find(({ regionCode }) => regionCode !== null)?.regionCode ?? null;
}

/** Its whole province where a region is too small for so many libraries. */
async function placeFor(store: Store, region: string) {
  const count = practiceVillages();
  const code = provinceCodeOf(region);
  const near = await store.practice.villages(region, count);
  const villages = near.length < count ? await store.practice.villages(code, count) : near;
  const province = await store.places.find(code);
  if (province === null) throw new Error(`There is no province ${code}.`);
  return { province, villages };
}

async function practiceOf(store: Store, cohortId: number): Promise<Practice> {
  const practice = await store.practice.find(cohortId);
  if (practice === null) throw new Error(`The practice ${cohortId} vanished while it was made.`);
  return practice;
}
