// The classes of a wave as a simulation needs them: how many people and trainers each has.
import type { Reach } from "../../domain/people/admin-reach.js";
import type { ClassToSimulate } from "../../ports/programme/programme.js";
import { dayFromColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { isWithin, TRAINERS_NOW } from "../reach.js";

type Row = Omit<ClassToSimulate, "startsOn" | "endsOn" | "plansDueOn"> & {
  startsOn: Date;
  endsOn: Date;
  plansDueOn: Date;
};

export async function classesToSimulate(
  db: Db,
  waveId: number,
  provinceCode: string | null,
  reach: readonly Reach[],
): Promise<ClassToSimulate[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, c.name, c.province_code AS "provinceCode", c.zone, c.venue,
      c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.plans_due_on AS "plansDueOn",
      greatest(
        (SELECT count(*) FROM roster_rows r WHERE r.class_id = c.id),
        (SELECT count(*) FROM participants p WHERE p.class_id = c.id AND p.left_at IS NULL)
      )::int AS "people",
      (SELECT count(*) FROM ${TRAINERS_NOW} t WHERE t.class_id = c.id)::int AS "trainers"
    FROM training_classes c JOIN waves w ON w.id = c.wave_id
    WHERE w.id = ${waveId} AND (${provinceCode}::text IS NULL OR c.province_code = ${provinceCode})
      AND ${isWithin(reach, Prisma.sql`c.province_code`, Prisma.sql`w.cohort_id`)}
    ORDER BY c.starts_on, c.id`;
  return rows.map((row) => ({
    ...row,
    startsOn: dayFromColumn(row.startsOn),
    endsOn: dayFromColumn(row.endsOn),
    plansDueOn: dayFromColumn(row.plansDueOn),
  }));
}
