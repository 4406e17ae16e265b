// What is set up already, as far as it is in the hands of whoever sent a workbook, and what they may add to it.
import type { KnownProgramme, OfficeRights } from "../../domain/office-workbook/known-programme.js";
import type { OfficeLines } from "../../domain/office-workbook/office-lines.js";
import { mayOperate, maySetUpClass } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import { classesToFill } from "../roster/classes-to-fill.js";

export async function knownProgramme(world: World, actor: KnownActor, lines: OfficeLines): Promise<KnownProgramme> {
  const { store } = world;
  const cohorts = await store.programme.cohorts([]);
  const waves = [];
  for (const { id } of cohorts) waves.push(...(await store.programme.waves(id, [])));
  const classes = (await classesToFill(world, actor)).filter((one) => maySetUpClass(actor, one));
  const ids = classes.map(({ id }) => id);
  const phones = lines.trainers.flatMap(({ phone }) => phone ?? []);
  return {
    ...{ cohorts, waves, classes },
    sessions: lines.sessions.length === 0 ? [] : await store.programme.sessionsOfAll(ids),
    trainers: phones.length === 0 ? [] : await store.staff.trainersByPhone(phones),
    joined: new Set(lines.classes.length === 0 ? [] : await store.programme.joinedOf(ids)),
  };
}

export function officeRights(actor: KnownActor): OfficeRights {
  return {
    mayAddCohorts: mayOperate(actor),
    maySetUp: (provinceCode, cohortId) =>
      cohortId === null ? mayOperate(actor) : maySetUpClass(actor, { provinceCode, cohortId }),
  };
}
