// People who look like those in charge of a class and are not: a trainer of another class, an admin of elsewhere, somebody who takes part.
import type { TestDatabase } from "../database.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "./builders.js";

/** Their ids; `revokedId` is a trainer of the class, whose role ends with this. */
export async function outsidersOf(db: TestDatabase["prisma"], revokedId: number, now: Date): Promise<number[]> {
  const other = await buildClass(db, { name: "Kepulauan Riau 2" });
  const foreign = await buildTrainer(db, [other.id], { name: "Pelatih lain" });
  const elsewhere = await buildAdmin(db, { regionCode: "81" });
  const stranger = await buildParticipant(db, other.id);
  await db.roleBinding.updateMany({ where: { personId: revokedId }, data: { revokedAt: now } });
  return [foreign.id, elsewhere.id, stranger.person.id, revokedId];
}
