// A trainer or admin tells of the plans of somebody who cannot write to the bot: not joined, or out of reach.
import { carriesOutPlans } from "../../../domain/people/participant-kind.js";
import { mayFollowUp, mayStandIn } from "../../../domain/people/permissions.js";
import { isReachable, type KnownActor } from "../../../domain/people/person.js";
import type { PlanType } from "../../../domain/plans/work-plan.js";
import type { CareRow } from "../../../ports/people/caseloads.js";
import type { WorkPlan } from "../../../ports/plans/work-plans.js";
import type { World } from "../../../ports.js";
import { noteLook } from "../../access.js";
import { ensurePlansIn } from "../../registration/admission/entries/ensure-plans-in.js";
import { libraryOf, type OfWhich } from "./library-of.js";

export type WhoFor = { participantId: number } | { rosterRowId: number };

export type StandIn =
  /** `plans`: as they are now; none while nothing was told for a library that nobody has joined. */
  | { kind: "found"; name: string; libraryName: string; plans: WorkPlan[] }
  /** These of the library can write themselves. */
  | { kind: "can_write"; names: string[] }
  /** The roster does not say which library is meant. */
  | { kind: "no_library"; name: string }
  | { kind: "no_plans" | "not_yours" };

/** What there is to tell of; nothing is made by looking. */
export async function openStandIn(world: World, actor: KnownActor, who: WhoFor): Promise<StandIn> {
  const row = await rowOf(world, who);
  const judged = await judge(world, actor, row);
  if (row === null || judged.kind === "not_yours") return { kind: "not_yours" };
  const subject = row.participantId === null ? `roster_row:${row.rosterRowId}` : `participant:${row.participantId}`;
  await noteLook(world, actor, { action: "person.view", subject });
  if (judged.kind !== "may") return judged;
  const { libraryId } = judged;
  const plans = libraryId === null ? [] : await world.store.plans.ofLibrary(libraryId, row.cohortId);
  return { kind: "found", name: row.name, libraryName: judged.libraryName, plans };
}

/** The plan of this type, made with its library where nobody has told of either. Twice is once. Null: as openStandIn() says. */
export async function beginStandIn(
  world: World,
  actor: KnownActor,
  { type, ...who }: WhoFor & { type: PlanType },
): Promise<WorkPlan | null> {
  return world.transaction(async (inside) => {
    const { store } = inside;
    const row = await rowOf(inside, who);
    const judged = await judge(inside, actor, row);
    const trainingClass = row === null ? null : await store.classes.find(row.classId);
    if (row === null || judged.kind !== "may" || trainingClass === null) return null;
    const { practiceOf } = trainingClass;
    const { kind } = row;
    const made = { kind, name: judged.libraryName, placeCode: judged.placeCode, practiceOf };
    const libraryId = judged.libraryId ?? (await store.participants.ensureLibrary(made)).id;
    await ensurePlansIn(store, libraryId, trainingClass);
    const plans = await store.plans.ofLibrary(libraryId, row.cohortId);
    return plans.find((plan) => plan.type === type) ?? null;
  });
}

async function rowOf({ store }: World, who: WhoFor): Promise<CareRow | null> {
  const wanted = "participantId" in who ? { participantIds: [who.participantId] } : { rosterRowIds: [who.rosterRowId] };
  const [row] = await store.caseloads.peopleOf(null, wanted);
  return row ?? null;
}

type Judged = ({ kind: "may" } & OfWhich) | Exclude<StandIn, { kind: "found" }>;

async function judge({ store }: World, actor: KnownActor, row: CareRow | null): Promise<Judged> {
  if (row === null || !mayFollowUp(actor, row)) return { kind: "not_yours" };
  if (!carriesOutPlans(row)) return { kind: "no_plans" };
  const found = await libraryOf(store, row);
  if (found === null) return { kind: "no_library", name: row.name };
  const managers =
    found.libraryId === null ? [] : (await store.plans.managersOf([found.libraryId])).map(({ person }) => person);
  const able = managers.filter(isReachable);
  if (able.length > 0) return { kind: "can_write", names: able.map(({ name }) => name) };
  return mayStandIn(actor, row, managers) ? { kind: "may", ...found } : { kind: "not_yours" };
}
