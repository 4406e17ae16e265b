// What is set up already, as far as it is in the hands of the one who sent a workbook, and what they may add to it.
import type { KnownProgramme, KnownTrainer, OfficeRights } from "../../domain/office-workbook/known-programme.js";
import type { OfficeLines } from "../../domain/office-workbook/office-lines.js";
import { mayOperate, maySetUpClass } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import { mayRenameTrainer } from "../../domain/programme/staff-rights.js";
import type { World } from "../../ports.js";
import { classesToFill } from "../roster/classes-to-fill.js";
import { isWithinSight } from "../staff/is-within-sight.js";

export async function readKnownProgramme(world: World, actor: KnownActor, lines: OfficeLines): Promise<KnownProgramme> {
  const { store } = world;
  const cohorts = await store.programme.cohorts([]);
  const waves = [];
  for (const { id } of cohorts) waves.push(...(await store.programme.waves(id, [])));
  const classes = (await classesToFill(world, actor)).filter((one) => maySetUpClass(actor, one));
  const ids = classes.map(({ id }) => id);
  return {
    ...{ cohorts, waves, classes },
    sessions: lines.sessions.length === 0 ? [] : await store.programme.sessionsOfAll(ids),
    trainers: await trainersWithinSight(world, actor, lines),
    joined: new Set(lines.classes.length === 0 ? [] : await store.programme.joinedOf(ids)),
  };
}

/** Of the others the file learns nothing: they are invited as if nobody knew them. */
async function trainersWithinSight({ store }: World, actor: KnownActor, lines: OfficeLines): Promise<KnownTrainer[]> {
  const phones = lines.trainers.flatMap(({ phone }) => phone ?? []);
  const within: KnownTrainer[] = [];
  for (const one of phones.length === 0 ? [] : await store.staff.trainersByPhone(phones)) {
    if (!(await isWithinSight(store, actor, one.personId))) continue;
    const record = await store.staff.find(one.personId);
    within.push({ ...one, mayRename: record !== null && mayRenameTrainer(actor, record) });
  }
  return within;
}

export function officeRights(actor: KnownActor): OfficeRights {
  return {
    mayAddCohorts: mayOperate(actor),
    maySetUp: (provinceCode, cohortId) =>
      cohortId === null ? mayOperate(actor) : maySetUpClass(actor, { provinceCode, cohortId }),
  };
}
