// The two days of a class: its trainer, those who joined, and those who are only on the roster.
import { instantAt } from "../../../src/domain/time/calendar.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import {
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildSession,
  buildTrainer,
} from "../../support/world/builders.js";

const ZONE = "Asia/Jakarta";
export const at = (time: string, day: `${number}-${number}-${number}` = "2024-06-06") => instantAt(ZONE, day, time);

/** Called once at the top of a file. */
export function openClassDay() {
  /** Wednesday, an hour before the evening on which trainers hear of Thursday. */
  const stage = stageAt("2024-06-05T10:00:00Z");
  const acts = phoneActsOn(stage, 3000);

  const JOINED = ["Siti Rahmawati", "Tono Susilo", "Yusuf Efendi"];
  const INVITED = ["Asnah", "Halimah Basri", "Hartati Saleh"];

  /** Two sessions on Thursday, one in a room and one online; three people joined, three are only on the roster. */
  async function openClass({ english = false } = {}) {
    const trainingClass = await buildClass(stage.db, { startsOn: "2024-06-06", days: 2, joinToken: "masuk-kepri" });
    const { id } = trainingClass;
    const opening = await buildSession(stage.db, id, {
      ...{ title: "Pembukaan", startsAt: at("08:30"), place: "Hotel Bintan, aula lantai 2" },
    });
    const online = await buildSession(stage.db, id, {
      ...{ title: "Menyusun rencana", startsAt: at("13:00"), mode: "online", place: "https://temu.example/kepri" },
    });
    const participants = [];
    for (const name of JOINED) {
      const joined = await buildParticipant(stage.db, id, { name });
      const row = await buildRosterRow(stage.db, id, { name });
      await stage.db.rosterRow.update({ where: { id: row.id }, data: { participantId: joined.participant.id } });
      participants.push(joined);
    }
    const rows = [];
    for (const name of INVITED) rows.push(await buildRosterRow(stage.db, id, { name }));
    const rina = await buildTrainer(stage.db, [id], { name: "Rina Marlina", language: english ? "en" : "id" });
    const onPhone = (telegramId: bigint | null, name: string, isEnglish = false) => {
      const phone = stage.person({ id: Number(telegramId), name, english: isEnglish });
      phone.start();
      return phone;
    };
    const phones = {
      rina: onPhone(rina.telegramId, "Rina", english),
      siti: onPhone(participants[0]?.person.telegramId ?? null, "Siti"),
    };
    await stage.settle();
    stage.talk();
    return { trainingClass, opening, online, participants, rows, trainer: rina, ...phones };
  }

  /** Thursday, when the board is there: the evening of Wednesday was lived through, the night was not. */
  async function morning(): Promise<void> {
    if (stage.clock.now() < at("18:15", "2024-06-05")) await stage.moveTo(at("18:15", "2024-06-05"));
    stage.clock.set(at("07:15"));
    await stage.moveTo(at("07:45"));
  }

  /** What the board's message shows now. */
  const boards = (phone: { received(): { text?: string }[] }) =>
    phone.received().filter(({ text }) => /📍 (Hari|Day) \d/.test(text ?? ""));

  return { stage, acts, openClass, morning, boards };
}
