// To whom the affairs of a class's people are told, with for whom each of them covers there.
import type { CarerOfClass } from "../../ports/programme/classes.js";
import { createAbsences } from "../caseload/absences.js";
import { toldOf } from "../caseload/looking-after.js";
import type { Db } from "../engine/database.js";
import { toPerson } from "../people/people.js";

export async function carersOf(db: Db, classId: number, now: Date): Promise<CarerOfClass[]> {
  const told = await db.$queryRaw<{ id: number; forId: number | null }[]>`
    SELECT carer.person_id AS id, carer.for_id AS "forId" FROM ${toldOf(now)} carer WHERE carer.class_id = ${classId}`;
  const forIds = new Map(told.map(({ id, forId }) => [id, forId]));
  const rows = await db.person.findMany({
    where: { id: { in: [...forIds.keys()] }, erasedAt: null },
    orderBy: { id: "asc" },
  });
  const covering = told.flatMap(({ id, forId }) => (forId === null ? [] : [id]));
  const covers = await createAbsences(db).coversOf(covering, now);
  return rows.map((row) => {
    const insteadOf = (covers.get(row.id) ?? []).find(({ personId }) => personId === forIds.get(row.id)) ?? null;
    return { ...toPerson(row), insteadOf };
  });
}
