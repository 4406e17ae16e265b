// An office with admins of several reaches, and what one of them practises on.
import { loadActor } from "../../../src/bot/gate/actor.js";
import { isKnown, type KnownActor } from "../../../src/domain/people/person.js";
import { makePractice } from "../../../src/use-cases/index.js";
import type { Stage } from "../stage/stage.js";
import { buildAdmin, buildClass, buildParticipant, buildRosterRow, buildSession, buildTrainer } from "./builders.js";

/** Two classes in two provinces, whose plans were due on 7 July 2024. */
export async function buildOffice({ db }: Stage) {
  const own = await buildClass(db, { name: "Kepri", provinceCode: "21" });
  const other = await buildClass(db, { name: "Kalsel", provinceCode: "63" });
  await buildSession(db, own.id, { startsAt: new Date("2024-07-24T02:00:00Z") });
  for (const { id } of [own, own, other]) await buildParticipant(db, id);
  await buildRosterRow(db, own.id);
  const trainer = await buildTrainer(db, [own.id, other.id]);
  const national = await buildAdmin(db, { name: "Sri" });
  const kepri = await buildAdmin(db, { name: "Budi", regionCode: "21" });
  const kalsel = await buildAdmin(db, { name: "Norma", regionCode: "63" });
  return { own, other, trainer, national, kepri, kalsel };
}

/** As the bot knows somebody at their next press. */
export async function actorOf(stage: Stage, id: number): Promise<KnownActor> {
  const { telegramId } = await stage.db.person.findUniqueOrThrow({ where: { id } });
  const actor = await loadActor(stage.world, Number(telegramId));
  if (!isKnown(actor)) throw new Error(`Nobody speaks for person ${id}.`);
  return actor;
}

export async function practiceMade(stage: Stage, ownerId: number) {
  const outcome = await makePractice(stage.world, await actorOf(stage, ownerId), "21");
  if (!("practice" in outcome)) throw new Error(`An admin practises nowhere: ${outcome.kind}.`);
  return outcome;
}

/** Rows by table, of the whole schema. */
export async function rowCounts({ db }: Stage): Promise<Record<string, number>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await db.$queryRawUnsafe<[{ count: number }]>(`SELECT count(*)::int AS count FROM "${name}"`);
    counts[name] = row.count;
  }
  return counts;
}
