// Who is owed a trainer's page today: those who can be reached and teach or cover for somebody, and are not away, in the zones where its time has come.
import type { Person } from "../../domain/people/person.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import type { Person as PersonRow, Prisma } from "../generated/client.js";
import { toPerson } from "../people/people.js";
import { reachable } from "../reachable.js";

/** A zone's day. */
export interface ZoneDay {
  zone: Zone;
  day: Day;
}

/** For `where` of people: in these zones, and without what `lacks` says of the zone's day. */
export function trainersDue(
  days: readonly ZoneDay[],
  now: Date,
  lacks: (day: Day) => Pick<Prisma.PersonWhereInput, "mornings" | "summaries">,
): Prisma.PersonWhereInput {
  const isOn = { startsAt: { lte: now }, endsAt: { gt: now } };
  return {
    ...reachable,
    roles: { some: { role: "trainer", revokedAt: null } },
    absences: { none: isOn },
    AND: [
      { OR: [{ classesTaught: { some: {} } }, { covers: { some: isOn } }] },
      { OR: days.map(({ zone, day }) => ({ zone, ...lacks(day) })) },
    ],
  };
}

/** Found by trainersDue(): with the day of their zone. */
export function dueOn(days: readonly ZoneDay[], row: PersonRow): { trainer: Person & { zone: Zone }; day: Day }[] {
  const found = days.find(({ zone }) => zone === row.zone);
  return found === undefined ? [] : [{ trainer: { ...toPerson(row), zone: found.zone }, day: found.day }];
}
