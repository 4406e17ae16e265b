// One page of a long list, counted and cut by the database: as pageOf() of domain/paging.ts.
import type { PageWish } from "../ports/page-wish.js";
import { Prisma } from "./generated/client.js";

/** The number of the nearest page that there is, of a list of so many. */
export function nearestPage(count: Prisma.Sql, { page, most }: PageWish): Prisma.Sql {
  return Prisma.sql`LEAST(${Math.max(0, page)}::int, GREATEST(0, (${count} - 1) / ${most}::int))`;
}
