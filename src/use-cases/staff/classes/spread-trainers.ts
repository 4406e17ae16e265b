// An admin gives the classes of a wave in a province that have no trainer to those who teach there already and to
// those who teach nowhere yet: seen first, then confirmed.
import { groupedBy } from "../../../domain/grouped-by.js";
import { adminReach } from "../../../domain/people/admin-reach.js";
import { maySetUpClass } from "../../../domain/people/permissions.js";
import { type Actor, isAdmin, type KnownActor } from "../../../domain/people/person.js";
import { spreadClasses } from "../../../domain/programme/spread-classes.js";
import { mayManageTrainer } from "../../../domain/programme/staff-rights.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import type { Store, World } from "../../../ports.js";
import { readHolding } from "../../posting.js";
import { setUpAlone } from "../../set-up-alone.js";
import { tellOfClasses } from "../tell-of-role.js";

export interface SpreadRequest {
  waveId: number;
  provinceCode: string;
  /** So many classes of the wave has one trainer at most. */
  most: number;
}

export interface SpreadView {
  kind: "found";
  provinceName: string;
  given: { trainingClass: TrainingClass; personId: number; trainerName: string }[];
  /** Classes for which nobody is left. */
  left: TrainingClass[];
  /** How many classes of the wave each trainer would have then. */
  loads: { personId: number; name: string; classes: number }[];
  /** Tells one proposal from another: what is confirmed is what was seen. */
  mark: string;
}

export type SpreadViewed = SpreadView | { kind: "not_allowed" };

export async function viewSpread({ store }: World, actor: Actor, request: SpreadRequest): Promise<SpreadViewed> {
  return propose(store, actor, request);
}

export type SpreadOutcome =
  /** changed: the classes or their trainers are not as they were seen, so nothing was done. */
  { kind: "done" | "changed"; view: SpreadView } | { kind: "not_allowed" };

/** Twice is once: what was given has a trainer, and is proposed no more. */
export async function spreadTrainers(
  world: World,
  asked: KnownActor,
  { mark, ...request }: SpreadRequest & { mark: string },
): Promise<SpreadOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await setUpAlone(store, asked);
    const read = () => propose(store, actor, request);
    const view = await readHolding(store, read, (found) =>
      found.kind === "found" ? found.given.map(({ personId }) => personId) : [],
    );
    if (view.kind === "not_allowed") return view;
    if (view.mark !== mark) return { kind: "changed", view };
    for (const { trainingClass, personId } of view.given) {
      await store.staff.teach(trainingClass.id, personId);
      const subject = `class:${trainingClass.id}`;
      const entry = { actorId: actor.person.id, action: "class.trainer-add" as const, subject, details: { personId } };
      await store.audit.record(entry, now);
    }
    for (const [personId, theirs] of groupedBy(view.given, (one) => one.personId)) {
      const record = await store.staff.find(personId);
      if (record === null || personId === actor.person.id) continue;
      const classes = theirs.map(({ trainingClass }) => trainingClass);
      await tellOfClasses(inside, record.person, { classes, given: true });
    }
    return { kind: "done", view };
  });
}

async function propose(
  store: Store,
  actor: Actor,
  { waveId, provinceCode, most }: SpreadRequest,
): Promise<SpreadViewed> {
  if (!isAdmin(actor)) return { kind: "not_allowed" };
  const wave = await store.classes.ofWave(waveId);
  const here = wave.filter((one) => one.provinceCode === provinceCode);
  const [first] = here;
  if (first === undefined || !maySetUpClass(actor, first)) return { kind: "not_allowed" };
  const namesOf = new Map<number, string>();
  const staffed = [];
  // What they teach elsewhere in the wave keeps them busy too.
  for (const one of wave) {
    const trainers = await store.classes.trainersOf(one.id);
    staffed.push({ ...one, trainerIds: trainers.map(({ id }) => id) });
    if (one.provinceCode === provinceCode) for (const { id, name } of trainers) namesOf.set(id, name);
  }
  const known = await store.staff.list([{ regionCode: provinceCode, cohortId: first.cohortId }], null);
  for (const { personId, name, isTrainer } of known) if (isTrainer) namesOf.set(personId, name);
  for (const { personId, name } of await withoutClass(store, actor, first)) namesOf.set(personId, name);
  const trainerIds = [...namesOf.keys()].sort((a, b) => a - b);
  // Classes of other provinces are no one's to give here.
  const classes = staffed.filter((one) => one.provinceCode === provinceCode || one.trainerIds.length > 0);
  const { given, left } = spreadClasses(classes, trainerIds, { most });
  const classOf = new Map(here.map((one) => [one.id, one]));
  const at = (classId: number) => classOf.get(classId) ?? first;
  const loadOf = (id: number) =>
    classes.filter((one) => one.trainerIds.includes(id)).length +
    given.filter(({ personId }) => personId === id).length;
  return {
    kind: "found",
    provinceName: first.provinceName,
    given: given.map(({ classId, personId }) => ({
      ...{ trainingClass: at(classId), personId },
      trainerName: namesOf.get(personId) ?? "",
    })),
    left: left.map(at),
    loads: trainerIds.map((id) => ({ personId: id, name: namesOf.get(id) ?? "", classes: loadOf(id) })),
    mark: markOf(given),
  };
}

/** Who waits for a first class; where somebody practises, nobody real is given one. */
async function withoutClass(store: Store, actor: Actor, { practiceOf }: TrainingClass) {
  if (practiceOf !== 0 || !mayManageTrainer(actor, [])) return [];
  return (await store.staff.list(adminReach(actor.roles), null)).filter((one) => one.isWithoutClass);
}

/** Eight digits of a plain sum over what is given: enough to notice that something else is proposed. */
function markOf(given: readonly { classId: number; personId: number }[]): string {
  let mark = given.length;
  for (const { classId, personId } of given) mark = (mark * 31 + classId * 7919 + personId) % 99_999_989;
  return String(mark);
}
