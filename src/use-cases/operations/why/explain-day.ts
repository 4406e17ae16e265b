// For operators: everything that was owed to somebody on a day, and what became of it.
import { type Fate, fateOf, inOrder } from "../../../domain/fates/fate.js";
import { mayOperate } from "../../../domain/people/permissions.js";
import { type KnownActor, type Person, zoneOf } from "../../../domain/people/person.js";
import { addDays, type Day, dayIn, instantAt } from "../../../domain/time/calendar.js";
import { isRestDay } from "../../../domain/time/working-hours.js";
import type { DayOfPosts } from "../../../ports/upkeep/held-back.js";
import type { World } from "../../../ports.js";
import type { Refusal } from "../../access.js";
import { findPerson } from "../../caseload/find-person.js";
import { owedOn } from "./owed-on.js";

export interface DayExplained {
  person: Person;
  day: Day;
  /** Nothing leaves by itself on it. */
  isRest: boolean;
  /** Theirs, by time. */
  fates: Fate[];
}

export async function explainDay(
  world: World,
  actor: KnownActor,
  { participantId, day }: { participantId: number; day: Day | null },
): Promise<({ kind: "explained" } & DayExplained) | Refusal> {
  if (!mayOperate(actor)) return { kind: "not_yours" };
  const found = await findPerson(world, actor, { participantId });
  if (found.kind !== "found") return found;
  const person = found.person.personId === null ? null : await world.store.people.find(found.person.personId);
  if (person === null) return { kind: "gone" };
  return { kind: "explained", ...(await dayOf(world, person, day ?? dayIn(zoneOf(person), world.clock.now()))) };
}

/** Without asking who wants to know: for the people who run the server. */
export async function dayOf(
  world: Pick<World, "store" | "clock" | "settings">,
  person: Person,
  day: Day,
): Promise<DayExplained> {
  const zone = zoneOf(person);
  const span = { day, from: instantAt(zone, day, "00:00"), to: instantAt(zone, addDays(day, 1), "00:00") };
  const kept = await world.store.heldBack.ofDay(person.id, span);
  const traced = new Set(kept.held.map(({ fact }) => fact));
  const owed = (await owedOn(world, person, day)).filter(({ fact }) => !traced.has(fact)).map(({ fate }) => fate);
  return {
    ...{ person, day, isRest: isRestDay(day, world.settings.rest) },
    fates: inOrder([...fatesOfRows(kept), ...owed]),
  };
}

function fatesOfRows({ posts, held, passedOver, nothingNew }: DayOfPosts): Fate[] {
  const ofPosts = posts.map((post) => ({ key: post.key, ...fateOf(post) }));
  // A post that still waits for the same reason says it itself.
  const saysSo = new Set(ofPosts.filter(({ end }) => end === "waiting").map(({ key, reason }) => `${key} ${reason}`));
  return [
    ...ofPosts.map(({ key: _, ...fate }) => fate),
    ...held
      .filter(({ fact, reason }) => !saysSo.has(`${fact} ${reason}`))
      .map(({ kind, reason, at, until }): Fate => ({ kind, end: "held", at, reason, until, together: 0 })),
    ...passedOver.map(
      ({ at, skipped }): Fate => ({
        ...{ kind: "announcement", end: "held", at, until: null, together: 0 },
        reason: SKIPPED[skipped] ?? "unreachable",
      }),
    ),
    ...nothingNew.map(
      ({ kind, at }): Fate => ({ kind, end: "not_owed", at, reason: "nothing_new", until: null, together: 0 }),
    ),
  ];
}

/** As the audience says it. */
const SKIPPED: Record<string, Fate["reason"]> = {
  not_joined: "not_joined",
  blocked: "unreachable",
  gone: "unreachable",
  opted_out: "opted_out",
};
