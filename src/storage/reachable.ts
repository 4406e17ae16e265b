// Who can be written to, in SQL: isReachable() of domain/people/person.ts, and what somebody has opted out of, for many rows at once. Every
// query that asks for it asks here; test/storage/reachable.test.ts holds it to the domain. Of people under the alias p, where no other is given.
import { POST_KINDS } from "../domain/messages/post-kind.js";
import { Prisma } from "./generated/client.js";

const P = Prisma.sql`p`;

/** An account of theirs is known; it may have blocked the bot. Nobody erased has one. */
export function hasAccount(people = P): Prisma.Sql {
  return Prisma.sql`(${people}.telegram_id IS NOT NULL AND ${people}.erased_at IS NULL)`;
}

/** They have blocked the bot, or their account is gone. */
export function isAway(people = P): Prisma.Sql {
  return Prisma.sql`(${people}.unreachable_since IS NOT NULL)`;
}

export function isReachable(people = P): Prisma.Sql {
  return Prisma.sql`(${hasAccount(people)} AND NOT ${isAway(people)})`;
}

/** They asked not to be sent this: an OptOut, in SQL. */
export function hasOptedOut(optOut: Prisma.Sql, people = P): Prisma.Sql {
  return Prisma.sql`(${optOut} = ANY(${people}.opted_out))`;
}

/** A reminder of a trainer, or a letter of theirs to many, reaches them; pauses and budgets decide when. */
export function isRemindable(people = P): Prisma.Sql {
  return Prisma.sql`(${isReachable(people)} AND NOT ${hasOptedOut(optOutOf("nudge"), people)})`;
}

export function isWritable(people = P): Prisma.Sql {
  return Prisma.sql`(${isReachable(people)} AND NOT ${hasOptedOut(optOutOf("class_message"), people)})`;
}

function optOutOf(kind: "nudge" | "class_message"): Prisma.Sql {
  return Prisma.sql`${POST_KINDS[kind].optOut}::text`;
}

/** isReachable() for Prisma's own queries. */
export const reachable = {
  telegramId: { not: null },
  erasedAt: null,
  unreachableSince: null,
} satisfies Prisma.PersonWhereInput;
