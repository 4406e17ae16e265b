// A class's link has leaked: strangers, invited people, a manager, trainers and time act in any order. Whoever was not let into the
// library must never read or change what others entered for it. Every word carries its author, so that reading is seen.
import {
  askForHelp,
  decideAdmission,
  escalateAdmissions,
  findReport,
  recordProgressReport,
  registerParticipant,
  remindOfPlans,
  writeWorkPlan,
} from "../../src/use-cases/index.js";
import { chanceOf } from "../simulation/random.js";
import type { Stage } from "../support/stage/stage.js";
import { buildAdmin, buildClass, buildPerson, buildRosterRow, buildTrainer } from "../support/world/builders.js";
import { actorOf } from "../support/world/plans.js";

const VILLAGE = "21.01.10.2001";

export interface LeakedLink {
  acts: number;
  /** Attempts of people without a yes on plans that are not theirs. */
  tries: number;
  /** Of those the ones that read or changed something: none. */
  reads: string[];
  changes: string[];
  /** Libraries with more than one truth: a beginner beside somebody else, or two libraries of one village. */
  splits: string[];
  /** Invited people who were kept waiting: none. */
  kept: string[];
  joined: { admitted: number; begun: number; waiting: number; refused: number };
}

export async function playLeakedLink(
  stage: Stage,
  { seed, acts }: { seed: number; acts: number },
): Promise<LeakedLink> {
  const chance = chanceOf(seed);
  const { world, db } = stage;
  const classes = [await buildClass(db), await buildClass(db, { name: "Kepulauan Riau 2" })];
  const classIds = classes.map(({ id }) => id);
  const trainer = await buildTrainer(db, classIds);
  await buildAdmin(db, { regionCode: "21" });
  const people: { id: number; phone: string; rows: Map<number, number> }[] = [];
  for (let n = 0; n < 6; n += 1) {
    const person = await buildPerson(db);
    const rows = new Map<number, number>();
    // The first two are invited in the first class, one of them in the second as well.
    for (const classId of n === 0 ? classIds : n === 1 ? classIds.slice(0, 1) : []) {
      const row = await buildRosterRow(db, classId, { phone: person.phone ?? "", placeCode: VILLAGE });
      rows.set(classId, row.id);
    }
    people.push({ id: person.id, phone: person.phone ?? "", rows });
  }
  const seen: LeakedLink = {
    ...{ acts, tries: 0, reads: [], changes: [], splits: [], kept: [] },
    joined: { admitted: 0, begun: 0, waiting: 0, refused: 0 },
  };
  /** By the rules alone, whatever the database says: invited by their own number, or let in by the last decision. */
  const allowed = new Set<number>();
  const words = (id: number, act: number) => `oleh:${id}:${act}`;
  let updateId = seed * 1_000_000;

  const register = async (person: (typeof people)[number]) => {
    const classId = chance.oneOf(classIds);
    const rowId = person.rows.get(classId) ?? null;
    const outcome = await registerParticipant(world, await actorOf(world, person.id), {
      ...{ name: `Orang ${person.id}`, phone: rowId === null ? null : person.phone, kind: "desa", classId },
      ...{ placeCode: VILLAGE, libraryName: "Perpustakaan Berakit", rosterRowId: rowId },
    });
    if (rowId === null || outcome.kind !== "registered") return;
    allowed.add(person.id);
    const { admission } = await db.participant.findUniqueOrThrow({ where: { id: outcome.participantId } });
    if (admission !== "admitted") seen.kept.push(`${person.id} is ${admission}`);
  };

  const write = async (personId: number, planId: number, act: number): Promise<string> => {
    const actor = await actorOf(world, personId);
    const said = words(personId, act);
    if (chance.happens(0.4)) {
      const plan = { planId, activity: said, targetOn: null, measure: null, partner: null };
      return (await writeWorkPlan(world, actor, plan)).kind;
    }
    updateId += 1;
    if (chance.happens(0.2))
      return (await askForHelp(world, actor, { planId, updateId, saidAt: world.clock.now() })).kind;
    const report = { state: "in_progress" as const, obstacle: null, nextStep: null, story: said, answers: [] };
    const input = { ...report, planId, evidenceIds: [], corrects: null, updateId };
    return (await recordProgressReport(world, actor, input)).kind;
  };

  for (let act = 0; act < acts; act += 1) {
    const person = chance.oneOf(people);
    const roll = chance.below(10);
    if (roll < 2) await register(person);
    else if (roll < 5) {
      const own = await world.store.plans.ofPerson(person.id);
      if (own.length > 0) {
        const plan = chance.oneOf(own);
        const { managers } = await world.store.admissions.standing(plan.libraryId);
        const isOthers = !plan.isApart && managers.some(({ personId }) => personId !== person.id);
        const kind = await write(person.id, plan.id, act);
        if (!allowed.has(person.id) && isOthers)
          seen.changes.push(`act ${act}: ${person.id} → own ${plan.id}: ${kind}`);
      }
    } else if (roll < 7) {
      const cases = await db.participant.findMany({ where: { classId: { in: classIds } } });
      const decision = chance.happens(0.5) ? "yes" : "no";
      if (cases.length > 0) {
        const participantId = chance.oneOf(cases).id;
        const outcome = await decideAdmission(world, await actorOf(world, trainer.id), { participantId, decision });
        if (outcome.kind === "admitted") allowed.add(outcome.admission.participant.person.id);
        if (outcome.kind === "refused") allowed.delete(outcome.admission.participant.person.id);
      }
    } else if (roll < 8) {
      stage.clock.set(new Date(stage.clock.now().getTime() + chance.below(3) * 86_400_000 + 60_000));
      await remindOfPlans(world);
      await escalateAdmissions(world);
    } else {
      // Somebody without a yes tries every plan there is, by its number.
      for (const plan of await db.workPlan.findMany({ include: { library: true } })) {
        const mine = (await world.store.plans.ofPerson(person.id)).map(({ id }) => id);
        const leadsTo = await world.store.plans.find(plan.id);
        if (leadsTo === null || mine.includes(leadsTo.id) || (await isWritersOwn(stage, person.id, leadsTo.libraryId)))
          continue;
        seen.tries += 1;
        const before = await db.workPlan.findUniqueOrThrow({ where: { id: leadsTo.id } });
        const kind = await write(person.id, plan.id, act);
        const after = await db.workPlan.findUniqueOrThrow({ where: { id: leadsTo.id } });
        if (kind !== "not_yours" || JSON.stringify(before) !== JSON.stringify(after)) {
          seen.changes.push(`act ${act}: ${person.id} → plan ${plan.id}: ${kind}`);
        }
      }
    }
    await look(stage, people, allowed, seen, act);
  }
  for (const { admission } of await db.participant.findMany()) seen.joined[admission] += 1;
  return seen;
}

/** Entries that somebody keeps apart, or kept apart before they were let in. */
async function isWritersOwn({ db }: Stage, personId: number, libraryId: number): Promise<boolean> {
  return (
    (await db.libraryMember.count({
      where: { libraryId, personId, untilAt: null, library: { holderId: { gt: 0 } } },
    })) > 0
  );
}

async function look(
  stage: Stage,
  people: { id: number }[],
  allowed: ReadonlySet<number>,
  seen: LeakedLink,
  act: number,
): Promise<void> {
  const { db, world } = stage;
  const authorOf = (text: string | null) => Number(/^oleh:(\d+):/.exec(text ?? "")?.[1] ?? 0);
  for (const { id } of people) {
    if (allowed.has(id)) continue;
    const plans = await world.store.plans.ofPerson(id);
    const actor = await actorOf(world, id);
    const reports = await db.progressReport.findMany();
    const shown = [
      ...plans.map(({ activity }) => activity),
      ...reports.filter(({ planId }) => plans.some((plan) => plan.id === planId)).map(({ story }) => story),
    ];
    for (const { number } of reports) {
      const found = await findReport(world, actor, number);
      if (found !== null) shown.push(found.story);
    }
    const posts = await db.outbox.findMany({ where: { personId: id } });
    for (const { message } of posts) shown.push(...(JSON.stringify(message).match(/oleh:\d+:\d+/g) ?? []));
    for (const text of shown) {
      const author = authorOf(text);
      if (author === 0 || author === id) continue;
      seen.reads.push(`act ${act}: ${id} reads ${text}`);
    }
  }
  const libraries = await db.library.findMany({ where: { holderId: 0, placeCode: VILLAGE } });
  if (libraries.length > 1) seen.splits.push(`act ${act}: ${libraries.length} libraries of one village`);
  for (const { id } of libraries) {
    const { managers } = await world.store.admissions.standing(id);
    if (managers.length > 1 && managers.some(({ begun }) => begun))
      seen.splits.push(`act ${act}: a beginner beside others`);
    for (const { personId } of managers) {
      const right = await db.participant.findMany({ where: { personId, libraryId: id } });
      if (!right.some(({ admission }) => admission === "admitted" || admission === "begun")) {
        seen.splits.push(`act ${act}: ${personId} acts for the library without a yes`);
      }
    }
  }
}
