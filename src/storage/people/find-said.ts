// Somebody by a number that people say: their telephone, their number in a class, or ours.
import type { Person } from "../../domain/people/person.js";
import { readPhone } from "../../domain/people/phone.js";
import type { Db } from "../engine/database.js";
import { toPerson } from "./people.js";

/** Several where they share a telephone; nobody who was erased. */
export async function findSaid(db: Db, said: string): Promise<Person[]> {
  const text = said.trim();
  const ours = /^\d{1,9}$/.exec(text)?.[0];
  const phone = readPhone(text);
  const rows = await db.person.findMany({
    where: {
      erasedAt: null,
      OR: [
        { participations: { some: { number: text } } },
        ...(phone.ok ? [{ phone: phone.phone }] : []),
        ...(ours === undefined ? [] : [{ id: Number(ours) }]),
      ],
    },
    orderBy: { id: "asc" },
  });
  return rows.map(toPerson);
}
