// When an announcement left, as far as that is written down: one with a time is written weeks before.
import { Prisma } from "../generated/client.js";

/** Of an announcement a: it was published, approved or let go on since then, or its time came, by the clock of the last zone. */
export function leftSince(since: Date): Prisma.Sql {
  const itsTime = Prisma.sql`a.local_time::timestamp AT TIME ZONE 'Asia/Jakarta' AT TIME ZONE 'UTC'`;
  return Prisma.sql`GREATEST(a.created_at, a.approved_at, a.resumed_at, ${itsTime}) >= ${since}::timestamp`;
}
