// One page of a long list, counted and cut by the database: as pageOf() of domain/paging.ts.
import type { PageWish } from "../ports/page-wish.js";
import { Prisma } from "./generated/client.js";

/** More pages than any list has; a button that anybody can forge may name more than an integer holds. */
const MOST_PAGES = 1_000_000;

/** The number of the nearest page that there is, of a list of so many. */
export function nearestPage(count: Prisma.Sql, { page, most }: PageWish): Prisma.Sql {
  const wanted = Math.min(Math.max(0, Math.trunc(page)), MOST_PAGES);
  return Prisma.sql`LEAST(${wanted}::int, GREATEST(0, (${count} - 1) / ${most}::int))`;
}
