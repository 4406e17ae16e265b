// Fills a database with a cohort that is true to the programme: see press-classes.ts for what is known and what is ours.

import type { NoticesInForce } from "../../src/domain/registration/consent-notice.js";
import { addDays, type Day, instantAt } from "../../src/domain/time/calendar.js";
import { dayToColumn } from "../../src/storage/days.js";
import type { Db } from "../../src/storage/engine/database.js";
import type { PrismaClient } from "../../src/storage/generated/client.js";
import { NOTICES_IN_FORCE } from "../../src/texts/notices-in-force.js";
import { startBuild } from "./build.js";
import { buildClass, buildRoster, joinTokenOf } from "./build-class.js";
import {
  type CohortSize,
  cohortSize,
  type PlannedClass,
  type PlannedCohort,
  PRESS_SIZE,
  planCohort,
} from "./cohort/plan-cohort.js";
import { DEMO_CLASS, PRESS_CLASSES } from "./cohort/press-classes.js";
import { loadSeedPlaces } from "./cohort/seed-places.js";
import { firstIds, insertRows, lockTables } from "./insert-rows.js";
import { buildStaff } from "./people/build-person.js";
import { FIRST_NUMBER } from "./people/identities.js";
import { planRoster } from "./people/plan-roster.js";
import { planAdmins, planTrainers } from "./people/plan-staff.js";
import { readSeedResult, type SeedResult } from "./read-seed-result.js";
import { FINISHED_WITHIN_DAYS } from "./work/plan-work.js";

export interface SeedOptions {
  /** The first day of the Kepulauan Riau class; everything else moves with it. Default: as it was, 3 June 2024. */
  start?: Day;
  /** What lies before it has happened: people have joined, plans are written, reports are in. */
  now: Date;
  /** Default: the five classes of the press. */
  participants?: number;
  trainers?: number;
  /** Another number makes other people and other links. */
  seed?: number;
  /** The notices that those who have joined agreed to. Default: those in force; else they are asked again. */
  notices?: NoticesInForce;
}

/** The national size is some 200,000 rows: half a minute on a slow machine, where Prisma by default gives up after five seconds. */
const TRANSACTION_MILLISECONDS = 120_000;

/**
 * Needs the places (ensurePlaces). On a seeded database it changes nothing and tells what is there, whatever the options.
 * @throws RangeError for a size that the programme cannot have.
 */
export async function seed(db: PrismaClient, options: SeedOptions): Promise<SeedResult> {
  const size = cohortSize(options);
  const joinToken = joinTokenOf(options.seed ?? DEFAULT_SEED, `${DEMO_CLASS.provinceCode}-1`);
  const isNew = await db.$transaction(
    async (transaction) => {
      await lockTables(transaction);
      const seeded = await transaction.trainingClass.findUnique({ where: { joinToken } });
      if (seeded === null) await writeCohort(transaction, size, options);
      return seeded === null;
    },
    { timeout: TRANSACTION_MILLISECONDS, maxWait: TRANSACTION_MILLISECONDS },
  );
  // The database does not know yet how much it holds, and the embedded one never looks: until then the mornings of 189 trainers take minutes.
  if (isNew && isNational(size)) await db.$executeRaw`ANALYZE`;
  return readSeedResult(db, joinToken);
}

const DEFAULT_SEED = 2024;

async function writeCohort(db: Db, size: CohortSize, options: SeedOptions): Promise<void> {
  const { now, seed = DEFAULT_SEED, start = DEMO_CLASS.startsOn, notices = NOTICES_IN_FORCE } = options;
  const places = await loadSeedPlaces(
    db,
    isNational(size) ? "all" : PRESS_CLASSES.map(({ provinceCode }) => provinceCode),
  );
  const cohort = planCohort(places, size, start, seed);
  const { cohortId, waveIds } = await writeWaves(db, cohort);
  const build = startBuild(await firstIds(db), {
    now,
    seed,
    cohortId,
    cohortYear: cohort.year,
    waveIds,
    notices,
  });
  for (const admin of planAdmins(cohort, now)) buildStaff(build, admin);
  const trainerIds = planTrainers(cohort, { now, seed }).map((trainer) => buildStaff(build, trainer));
  const takenVillages = new Set<string>();
  const isOver = ({ zone, endsOn }: PlannedClass) =>
    instantAt(zone, addDays(endsOn, FINISHED_WITHIN_DAYS), "00:00") < now;
  // One person whose plans are all carried out, in the first class that is over for long enough.
  const finished = cohort.classes.find(isOver);
  let number = FIRST_NUMBER.participants;
  for (const [n, planned] of cohort.classes.entries()) {
    const isDemo = n === 0;
    const classId = buildClass(
      build,
      planned,
      planned.trainers.map((trainer) => trainerIds[trainer] as number),
    );
    const people = planRoster(planned, places, takenVillages, { now, seed, isDemo });
    const invited = people.map((person) => ({ ...person, number: number++ }));
    buildRoster(build, planned, classId, invited, { isDemo, hasFinisher: planned === finished });
  }
  await insertRows(db, build.rows);
}

function isNational({ participants }: CohortSize): boolean {
  return participants > PRESS_SIZE.participants;
}

async function writeWaves(db: Db, cohort: PlannedCohort): Promise<{ cohortId: number; waveIds: Map<number, number> }> {
  const { year, waves } = cohort;
  const { id: cohortId } = await db.cohort.upsert({
    where: { year_practiceOf: { year, practiceOf: 0 } },
    create: { year, name: `TPBIS ${year}` },
    update: {},
  });
  const waveIds = new Map<number, number>();
  for (const { number, startsOn, endsOn } of waves) {
    const days = { startsOn: dayToColumn(startsOn), endsOn: dayToColumn(endsOn) };
    const wave = await db.wave.upsert({
      where: { cohortId_number: { cohortId, number } },
      create: { cohortId, number, ...days },
      update: {},
    });
    waveIds.set(number, wave.id);
  }
  return { cohortId, waveIds };
}
