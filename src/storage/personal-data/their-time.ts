// When somebody managed the library of a plan, as parts of statements: what happened there before and since is not theirs.
import { Prisma } from "../generated/client.js";
import type { PersonKeys } from "./person-keys.js";

/** From the day on which they came; where nobody followed them, what was said of the plan later is still about them. */
export function sinceTheyCame(keys: PersonKeys, planId: Prisma.Sql, at: Prisma.Sql): Prisma.Sql {
  return membership(keys, planId, Prisma.sql`${at} >= m.from_at`);
}

export function duringTheirTime(keys: PersonKeys, planId: Prisma.Sql, at: Prisma.Sql): Prisma.Sql {
  return membership(keys, planId, covers("m", at));
}

/** Not before they left; nothing dated counts as known to them. */
export function beforeTheyLeft(keys: PersonKeys, planId: Prisma.Sql, at: Prisma.Sql): Prisma.Sql {
  return membership(keys, planId, Prisma.sql`(m.until_at IS NULL OR ${at} IS NULL OR ${at} <= m.until_at)`);
}

/** What staff noted then was about nobody else: they alone managed the library. */
export function aloneInTheirTime(keys: PersonKeys, planId: Prisma.Sql, at: Prisma.Sql): Prisma.Sql {
  const nobodyElse = Prisma.sql`NOT EXISTS (SELECT 1 FROM library_members o
    WHERE o.library_id = m.library_id AND o.person_id <> m.person_id AND ${covers("o", at)})`;
  return membership(keys, planId, Prisma.sql`${covers("m", at)} AND ${nobodyElse}`);
}

function membership({ personId }: PersonKeys, planId: Prisma.Sql, when: Prisma.Sql): Prisma.Sql {
  // Of a plan that was merged into another it is who manages that one.
  return Prisma.sql`EXISTS (SELECT 1 FROM work_plans mp LEFT JOIN work_plans mi ON mi.id = mp.moved_to_id AND mp.activity IS NOT NULL
    JOIN library_members m ON m.library_id IN (mp.library_id, mi.library_id)
    WHERE mp.id = ${planId} AND m.person_id = ${personId} AND ${when})`;
}

function covers(member: "m" | "o", at: Prisma.Sql): Prisma.Sql {
  const [from, until] = [Prisma.raw(`${member}.from_at`), Prisma.raw(`${member}.until_at`)];
  return Prisma.sql`(${at} >= ${from} AND (${until} IS NULL OR ${at} <= ${until}))`;
}
