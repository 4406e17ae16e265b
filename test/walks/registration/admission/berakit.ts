// The library of Berakit with its manager and trainer, and somebody who joins it by hand.
import type { Person } from "../../../../src/sandbox/shapes.js";
import { actsOn, stageAt } from "../../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../../support/world/builders.js";

/** Called once at the top of a file. */
export function openAdmissionScene() {
  // A Tuesday, ten o'clock in Tanjungpinang.
  const stage = stageAt("2024-06-11T03:00:00Z");

  const VILLAGE = "21.01.10.2001";
  const SECRET = "Keripik pisang untuk ibu-ibu PKK";

  const turn = actsOn(stage);

  /** Somebody we know, who has spoken to the bot before. */
  async function onTheirPhone(name: string, { telegramId }: { telegramId: bigint | null }): Promise<Person> {
    const phone = stage.person({ name, id: Number(telegramId) });
    await turn(() => phone.says("/bantuan"));
    return phone;
  }

  /** A class, its trainer, and the library of Berakit with its manager and a written plan. */
  async function openBerakit() {
    const trainingClass = await buildClass(stage.db);
    const rina = await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" });
    const siti = await buildParticipant(stage.db, trainingClass.id, {
      ...{ name: "Siti Rahmawati", placeCode: VILLAGE, libraryName: "Perpustakaan Berakit" },
    });
    await stage.db.workPlan.update({
      where: { id: siti.plans[0]?.id ?? 0 },
      data: { state: "not_started", activity: SECRET, writtenAt: new Date("2024-06-10T00:00:00Z") },
    });
    const phones = { rina: await onTheirPhone("Rina", rina), siti: await onTheirPhone("Siti", siti.person) };
    return { trainingClass, siti, rina, phones };
  }

  /** By hand, into the library of Berakit; the number is not shared, or is on no list. */
  async function joinsByHand(phone: Person, token: string | null, name: string) {
    await turn(() => (token === null ? phone.start() : phone.start(token)));
    await turn(() => phone.presses("✅ Setuju"));
    await turn(() => phone.says("Lewati"));
    await turn(() => phone.says(name));
    await turn(() => phone.presses("Perpustakaan desa"));
    if (token === null) {
      await turn(() => phone.says("kepulauan riau"));
      await turn(() => phone.presses("Kepulauan Riau"));
    }
    await turn(() => phone.presses("Kab. Bintan"));
    await turn(() => phone.presses("Teluk Sebong"));
    await turn(() => phone.presses("Berakit"));
    await turn(() => phone.presses("Perpustakaan Desa Berakit"));
    await turn(() => phone.presses("✅ Benar, daftarkan"));
  }

  /** A button that nobody showed them, pressed a while after the last one. */
  const forge = (phone: Person, data: string) => {
    stage.clock.advance(5000);
    return turn(() => phone.pressesOn(phone.lastMessage()?.message_id ?? 1, data));
  };
  const participantNamed = (name: string) =>
    stage.db.participant.findFirstOrThrow({ where: { person: { name } }, include: { library: true } });

  return { stage, turn, VILLAGE, SECRET, onTheirPhone, openBerakit, joinsByHand, forge, participantNamed };
}
