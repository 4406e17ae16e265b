// Where the programme stands, by province, regency or class; and the numbers of past weeks.

import type { Part } from "../../domain/overview/area.js";
import { type Numbers, sumOf } from "../../domain/overview/numbers.js";
import type { OverviewsPort } from "../../ports/overview/overviews.js";
import { dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma } from "../generated/client.js";
import { adminsCovering, isInCare } from "../reach.js";
import { type KeyOf, numbersBy, peopleBy } from "./part-numbers.js";

const KEYS: Record<Part, KeyOf> = {
  province: (place) => Prisma.sql`left(${place}, 2)`,
  // What is of the province itself keeps the province's code.
  regency: (place) => Prisma.sql`left(${place}, 5)`,
  class: (_, classId) => Prisma.sql`${classId}::text`,
};

export function createOverviews(db: Db): OverviewsPort {
  return {
    async parts(care, days, { part, classId }) {
      const numbers = await numbersBy(db, care, days, { keyOf: KEYS[part], classId });
      return byName(db, part, numbers, (counted) => ({ numbers: counted }));
    },
    async people(care, days, { part, filter }) {
      const found = await peopleBy(db, care, days, { keyOf: KEYS[part], filter });
      return byName(db, part, found, (people) => ({ people }));
    },
    async keepWeek(week, days) {
      const kept = await db.overviewWeek.findFirst({ where: { week: dayToColumn(week) }, select: { classId: true } });
      if (kept !== null) return 0;
      const wholeProgramme = { trainerId: null, regions: [{ regionCode: null, cohortId: null }] };
      const keyOf: KeyOf = (place, classId) => Prisma.sql`${classId}::text || ' ' || left(${place}, 5)`;
      const numbers = await numbersBy(db, wholeProgramme, days, { keyOf, classId: null });
      const rows = [...numbers].map(([key, counted]) => {
        const [classId, placeCode = ""] = key.split(" ");
        return { classId: Number(classId), placeCode, numbers: counted };
      });
      // As one parameter, and one statement: what is kept in part would count as kept.
      return db.$executeRaw`
        INSERT INTO overview_weeks (week, class_id, place_code, numbers)
        SELECT ${dayToColumn(week)}::date, r."classId", r."placeCode", r.numbers
        FROM jsonb_to_recordset(${toJsonText(rows)}::jsonb) AS r("classId" int, "placeCode" text, numbers jsonb)
        ON CONFLICT DO NOTHING`;
    },
    async week(week, care, classId) {
      const ofClass = classId === null ? Prisma.sql`true` : Prisma.sql`o.class_id = ${classId}::int`;
      const rows = await db.$queryRaw<{ numbers: Numbers }[]>`
        SELECT o.numbers FROM overview_weeks o
        JOIN training_classes c ON c.id = o.class_id
        JOIN waves w ON w.id = c.wave_id
        WHERE o.week = ${dayToColumn(week)}::date AND ${ofClass}
          AND ${isInCare(care, Prisma.sql`c.id`, Prisma.sql`o.place_code`, Prisma.sql`w.cohort_id`)}`;
      return rows.length === 0 ? null : sumOf(rows.map(({ numbers }) => numbers));
    },
    async heads() {
      const admins = await adminsCovering(db, []);
      return admins.filter(({ person }) => person.telegramId !== null && person.unreachableCause === null);
    },
    async nameOf({ placeCode, classId }) {
      if (classId !== null) return (await namesOf(db, "class", [String(classId)])).get(String(classId)) ?? null;
      return placeCode === null ? null : ((await namesOf(db, "regency", [placeCode])).get(placeCode) ?? null);
    },
  };
}

async function byName<Found, Told>(db: Db, part: Part, found: Map<string, Found>, tell: (found: Found) => Told) {
  const names = await namesOf(db, part, [...found.keys()]);
  return [...found]
    .map(([key, one]) => ({ key, name: names.get(key) ?? key, ...tell(one) }))
    .sort((a, b) => a.name.localeCompare(b.name, "id") || a.key.localeCompare(b.key));
}

async function namesOf(db: Db, part: Part, keys: string[]): Promise<Map<string, string>> {
  if (part === "class") {
    const rows = await db.trainingClass.findMany({
      where: { id: { in: keys.map(Number) } },
      select: { id: true, name: true },
    });
    return new Map(rows.map(({ id, name }) => [String(id), name]));
  }
  const rows = await db.place.findMany({ where: { code: { in: keys } }, select: { code: true, name: true } });
  return new Map(rows.map(({ code, name }) => [code, name]));
}
