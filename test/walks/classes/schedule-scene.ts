// A class of two days with its trainer and three participants, and the days up to it.
import { addDays, dayIn, instantAt, timeIn } from "../../../src/domain/time/calendar.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildSession, buildTrainer } from "../../support/world/builders.js";

const ZONE = "Asia/Jakarta";
export const at = (day: `${number}-${number}-${number}`, time: string) => instantAt(ZONE, day, time);

/** Called once at the top of a file. */
export function openSchedule() {
  const stage = stageAt("2024-06-02T12:00:00Z");

  /** From Thursday: two days in a hotel, the last session online; a trainer, three participants, one of whom reads English. */
  async function openClass(now: Date) {
    stage.clock.set(now);
    const trainingClass = await buildClass(stage.db, { startsOn: "2024-06-06", days: 2, joinToken: "masuk-kepri" });
    const { id } = trainingClass;
    const hotel = { place: "Hotel Bintan, aula lantai 2" };
    const opening = await buildSession(stage.db, id, {
      ...hotel,
      title: "Pembukaan",
      startsAt: at("2024-06-06", "08:30"),
    });
    const strategies = await buildSession(stage.db, id, {
      ...hotel,
      title: "Tiga strategi TPBIS",
      startsAt: at("2024-06-06", "13:00"),
    });
    const plans = await buildSession(stage.db, id, {
      ...hotel,
      title: "Menyusun rencana kerja",
      startsAt: at("2024-06-07", "07:30"),
    });
    const online = await buildSession(stage.db, id, {
      title: "Pendampingan daring",
      startsAt: at("2024-06-07", "16:00"),
      mode: "online",
      place: "https://temu.example/kepri",
    });
    const rina = await buildTrainer(stage.db, [id], { name: "Rina Marlina" });
    const siti = await buildParticipant(stage.db, id, { name: "Siti Rahmawati" });
    const tono = await buildParticipant(stage.db, id, { name: "Tono Susilo" });
    const mary = await buildParticipant(stage.db, id, { name: "Mary Tan", language: "en" });
    const onPhone = ({ telegramId }: { telegramId: bigint | null }, name: string, english = false) => {
      const person = stage.person({ id: Number(telegramId), name, english });
      person.start();
      return person;
    };
    const people = {
      rina: onPhone(rina, "Rina"),
      siti: onPhone(siti.person, "Siti"),
      tono: onPhone(tono.person, "Tono"),
      mary: onPhone(mary.person, "Mary", true),
    };
    await stage.settle();
    stage.talk();
    return { trainingClass, sessions: { opening, strategies, plans, online }, ...people };
  }

  /** Lives through the days up to then, by the hours at which a class may be spoken to; a missed tick would lose nothing. */
  async function liveUntil(end: Date): Promise<void> {
    for (let day = dayIn(ZONE, stage.clock.now()); stage.clock.now() < end; day = addDays(day, 1)) {
      for (const [from, until] of [
        ["07:15", "08:00"],
        ["15:30", "15:45"],
        ["17:45", "18:00"],
      ] as const) {
        if (at(day, until) <= stage.clock.now() || at(day, from) >= end) continue;
        if (at(day, from) > stage.clock.now()) stage.clock.set(at(day, from));
        await stage.moveTo(at(day, until) < end ? at(day, until) : end);
      }
      if (at(day, "23:59") >= end) break;
    }
  }

  /** What the outbox sent, as "kind at local time", in order. */
  async function sentTo(personName: string): Promise<string[]> {
    const person = await stage.db.person.findFirstOrThrow({ where: { name: personName } });
    const rows = await stage.db.outbox.findMany({
      where: { personId: person.id, state: "sent" },
      orderBy: [{ settledAt: "asc" }, { id: "asc" }],
    });
    return rows.map(({ key, settledAt, createdAt }) => {
      const sentAt = settledAt ?? createdAt;
      const [kind, , name] = key.split(":");
      return `${kind === "session-reminder" ? name : kind} ${dayIn(ZONE, sentAt)} ${timeIn(ZONE, sentAt)}`;
    });
  }

  return { stage, openClass, liveUntil, sentTo };
}
