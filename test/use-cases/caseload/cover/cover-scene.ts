// A trainer who will be away, a colleague who may cover, and a participant of theirs.
import { stageAt } from "../../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../../support/world/builders.js";
import { actorOf } from "../../../support/world/plans.js";

/** Called once at the top of a file. */
export function openCoverScene() {
  // Monday, 10:00 in Tanjungpinang.
  const stage = stageAt("2024-07-08T03:00:00Z");

  async function aClass() {
    const { db } = stage;
    const trainingClass = await buildClass(db);
    const other = await buildClass(db, { name: "Kelas lain" });
    const mahmud = await buildTrainer(db, [trainingClass.id], { name: "Mahmud Hidayat" });
    const rina = await buildTrainer(db, [other.id], { name: "Rina Marlina" });
    const { person, participant, plans } = await buildParticipant(db, trainingClass.id, { name: "Siti Rahmawati" });
    return { trainingClass, other, mahmud, rina, siti: person, participant, plans };
  }

  let updates = 900;
  const nextUpdate = () => ++updates;
  const wish = (personId: number, coverId: number | null, days: { from?: string; until?: string } = {}) => ({
    ...{ personId, coverId, updateId: nextUpdate(), saidAt: stage.clock.now() },
    ...({ from: "2024-07-09", until: "2024-07-11", ...days } as { from: "2024-07-09"; until: "2024-07-11" }),
  });
  const told = async (personId: number) =>
    (
      await stage.db.outbox.findMany({
        where: { personId, kind: { in: ["cover", "untended"] } },
        orderBy: { id: "asc" },
      })
    ).map(({ message }) => (message as { text: string }).text.split("\n")[0]);
  const actor = (id: number) => actorOf(stage.world, id);

  return { stage, aClass, nextUpdate, wish, told, actor };
}
