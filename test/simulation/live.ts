// A month of a class, lived by so many people in three zones on the whole product: jobs, outbox, dispatcher, bot, our own Telegram.

import { PAUSE_REASONS, USUAL_PAUSE_DAYS } from "../../src/domain/people/pause.js";
import { type KnownActor, zoneOf } from "../../src/domain/people/person.js";
import { addDays, type Day, dayIn } from "../../src/domain/time/calendar.js";
import type { Zone } from "../../src/domain/time/zone.js";
import type { PeoplePage } from "../../src/ports/people/caseloads.js";
import type { LedgerEntry, Person as Phone } from "../../src/sandbox/shapes.js";
import { cancelTrainingSession } from "../../src/use-cases/classes/cancel-training-session.js";
import { moveTrainingSession } from "../../src/use-cases/classes/move-training-session.js";
import { countPeople, publishAnnouncement, remindPeople } from "../../src/use-cases/index.js";
import type { Stage } from "../support/stage/stage.js";
import { buildAdmin, buildClass, buildParticipant, buildSession, buildTrainer } from "../support/world/builders.js";
import { pausing } from "../support/world/pauses.js";
import { actorOf, report } from "../support/world/plans.js";
import { askForStories, liveStories, wantsStories } from "./lived-stories.js";
import { type Chance, chanceOf } from "./random.js";

/** The class meets from Monday 3 to Friday 7 June 2024; its plans are due on Sunday 7 July; Monday 17 June is a holiday. */
export const FIRST_DAY = "2024-06-03";
export const LAST_DAY = "2024-06-07";
/** From the evening before H-3 to the end of the last question. */
export const LIVED_FROM = new Date("2024-05-30T22:15:00Z");
export const LIVED_LAST = "2024-07-15";
const LIVED_UNTIL = new Date(`${LIVED_LAST}T13:00:00Z`);

/** Hours of UTC at which the bot looks up. */
const LOOKS = {
  /** 07:30 and 08:00 in each zone (22:30 and 23:00 are the next day's in the east), some hours of the day, evening, and night. */
  long: [0, 0.5, 1, 3, 6, 9, 11, 14, 22.5, 23, 23.5],
  /** The morning, the middle and the end of the day in the west, which in the east are late in the morning, afternoon and evening. */
  short: [1, 6, 10],
};
const ACTS_AT = [3, 6, 9];
const PROVINCES = ["21", "63", "81"] as const;
const LARGEST_CLASS = 40;

export interface Someone {
  id: number;
  phone: Phone;
  zone: Zone;
  classId: number;
  planIds: number[];
  reports: { plan: number; at: Date; done: boolean }[];
  snoozedAt: Date[];
  optedOutAt: { reminders?: Date; announcements?: Date };
  /** When they get a new phone; missing: they keep theirs. */
  newPhoneAt?: Date;
  /** Phones that were theirs, and until when. */
  formerPhones: { phone: Phone; until: Date }[];
  /** While they had blocked the bot. */
  away: { from: Date; until?: Date }[];
  /** A tenth of them pause once; null: not, or not yet. */
  pause: LivedPause | null;
  pausesAt: Date | null;
  /** Asked for stories from other libraries. */
  wantsStories: boolean;
  chance: Chance;
}

/** A story of change that an admin has chosen. */
export interface LivedStory {
  id: number;
  authorId: number;
  /** Its first words, which no other story has. */
  words: string;
  /** When its author took back their yes. */
  takenBackAt: Date | null;
}

export interface LivedPause {
  from: Date;
  fromOn: Day;
  /** The last day. */
  untilOn: Day;
}

export interface Month {
  people: Someone[];
  /** What the bot sent to participants without having been spoken to, as Telegram took it. */
  unasked: LedgerEntry[];
  announced: string[];
  stories: LivedStory[];
  trainers: { phone: number; zone: Zone }[];
  /** The same to trainers. */
  toTrainers: LedgerEntry[];
  /** Each morning, how many people each trainer has under each cause, and in all. */
  standings: { day: Day; people: number; counts: PeoplePage["counts"] }[];
}

export async function liveMonth(
  stage: Stage,
  count: number,
  { seed, form }: { seed: number; form: keyof typeof LOOKS },
): Promise<Month> {
  const { people, trainers, admin } = await castOf(stage, count, seed);
  const chats = new Map(people.map((one) => [one.phone.id, one]));
  const staff = [...trainers.values()].map(({ person, telegramId }) => ({ phone: telegramId, zone: zoneOf(person) }));
  const staffChats = new Set(staff.map(({ phone }) => phone));
  const month: Month = {
    ...{ people, unasked: [], announced: [], stories: [], trainers: staff, toTrainers: [], standings: [] },
  };
  const chance = chanceOf(seed * 31 + 7);
  for (const now of looks(LOOKS[form])) {
    stage.clock.set(now);
    const hour = now.getUTCHours() + now.getUTCMinutes() / 60;
    if (ACTS_AT.includes(hour)) {
      for (const one of people) await actOf(stage, one, now);
      if (hour === 6) {
        await runClasses(stage, trainers, people, now, chance);
        await liveStories(stage, admin, month, seed);
      }
    }
    // At any hour, the evening and Sundays too: an admin does not think of that.
    if (chance.happens(form === "long" ? 0.025 : 0.14)) await announce(stage, admin, month);
    for (const one of people) chats.set(one.phone.id, one);
    await stage.listen();
    const from = stage.sandbox.ledger.length;
    await stage.tick();
    const left = stage.sandbox.ledger.slice(from);
    month.unasked.push(...left.filter(({ chatId }) => chats.has(chatId)));
    month.toTrainers.push(...left.filter(({ chatId }) => staffChats.has(chatId)));
    if (hour === LOOKED_AT) await noteStandings(stage, trainers, people, month);
  }
  return month;
}

/** Late in the morning in all three zones: a day is looked at once. */
const LOOKED_AT = 1;

async function noteStandings(
  stage: Stage,
  trainers: Map<number, KnownActor>,
  people: Someone[],
  month: Month,
): Promise<void> {
  for (const [classId, actor] of trainers) {
    const mine = people.filter((one) => one.classId === classId);
    const counts = await countPeople(stage.world, actor, { practice: false });
    month.standings.push({ day: dayIn("Asia/Jakarta", stage.clock.now()), people: mine.length, counts });
  }
}

function* looks(hours: number[]): Generator<Date> {
  for (let day = "2024-05-30" as `${number}-${number}-${number}`; ; day = addDays(day, 1)) {
    for (const hour of hours) {
      const at = new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000);
      if (at > LIVED_UNTIL) return;
      if (at >= LIVED_FROM) yield at;
    }
  }
}

async function castOf(stage: Stage, count: number, seed: number) {
  const people: Someone[] = [];
  const trainers = new Map<number, KnownActor>();
  const size = Math.min(LARGEST_CLASS, Math.ceil(count / PROVINCES.length));
  for (let first = 0; first < count; first += size) {
    const provinceCode = PROVINCES[(first / size) % PROVINCES.length]!;
    const { id: classId, zone } = await buildClass(stage.db, { provinceCode, name: `Kelas ${first / size + 1}` });
    await buildSessions(stage, classId, zone as Zone);
    const trainer = await buildTrainer(stage.db, [classId], { provinceCode });
    stage.person({ id: Number(trainer.telegramId), name: trainer.name }).start();
    trainers.set(classId, await actorOf(stage.world, trainer.id));
    for (let n = first; n < Math.min(count, first + size); n++) {
      const { person, plans } = await buildParticipant(stage.db, classId, {
        ...{ name: `Peserta ${n}`, phone: `+${numberOf(n)}` },
      });
      const phone = stage.person({ id: Number(person.telegramId), name: person.name });
      phone.start();
      const chance = chanceOf(seed * 1_000_003 + n);
      const planIds = plans.map(({ id }) => id);
      // Most have written their plans in the class; the others are asked to.
      if (chance.happens(0.7)) {
        const written = { state: "not_started" as const, activity: "Pelatihan", writtenAt: new Date("2024-06-07") };
        await stage.db.workPlan.updateMany({ where: { id: { in: planIds } }, data: written });
      }
      const record = { reports: [], snoozedAt: [], optedOutAt: {}, away: [], formerPhones: [], pause: null };
      const pausing = pausesOnce(n) ? pausesAt(chanceOf(seed * 7_919 + n)) : null;
      const asks = { wantsStories: wantsStories(n) };
      if (asks.wantsStories) await askForStories(stage, person.id);
      const facts = { id: person.id, phone, zone: zone as Zone, classId, planIds, chance, pausesAt: pausing, ...asks };
      const someone = { ...facts, ...record };
      people.push(getsNewPhone(n) ? { ...someone, newPhoneAt: newPhoneAt(seed * 7919 + n) } : someone);
    }
  }
  const admin = await buildAdmin(stage.db);
  stage.person({ id: Number(admin.telegramId), name: "Budi" }).start();
  stage.world.settings.approvalAbove = count;
  await stage.listen();
  return { people, trainers, admin: await actorOf(stage.world, admin.id) };
}

/** A tenth of them. */
const getsNewPhone = (n: number) => n % 10 === 3;
const numberOf = (n: number) => `62899${String(10_000_000 + n).slice(1)}`;

/** Of a chance of its own: the month of all others stays as it was. From the week of the class to the last days of the plans. */
function newPhoneAt(seed: number): Date {
  return new Date(Date.parse("2024-06-04") + chanceOf(seed).below(32) * 86_400_000);
}

/** The old one lies in a drawer: everything is brought to the new one by the number. */
async function changePhone(stage: Stage, one: Someone, now: Date): Promise<void> {
  const { name, phone: number } = await stage.db.person.findUniqueOrThrow({ where: { id: one.id } });
  const fresh = stage.person({ name: `${name} (baru)`, phone: String(number).slice(1) });
  for (const act of [
    () => fresh.start(),
    () => fresh.presses("✅ Setuju"),
    () => fresh.sharesContact(),
    () => fresh.presses("✅ Ya, pindahkan"),
  ]) {
    act();
    await stage.listen();
  }
  one.formerPhones.push({ phone: one.phone, until: now });
  one.phone = fresh;
}

async function buildSessions(stage: Stage, classId: number, zone: Zone): Promise<void> {
  const offset = { "Asia/Jakarta": 7, "Asia/Pontianak": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9 }[zone];
  for (const day of ["03", "04", "05", "06", "07"]) {
    const at = (hour: number) => new Date(Date.parse(`2024-06-${day}T00:00:00Z`) + (hour - offset) * 3_600_000);
    await buildSession(stage.db, classId, { title: `Pagi ${day}`, startsAt: at(9.5) });
    await buildSession(stage.db, classId, { title: `Siang ${day}`, startsAt: at(15) });
  }
  // Its link is due at one of our looks in every zone.
  const startsAt = new Date("2024-06-07T06:15:00Z");
  await buildSession(stage.db, classId, { title: "Daring", startsAt, mode: "online", place: "https://temu.example/1" });
}

/** A tenth of them, whatever their number. */
const pausesOnce = (n: number) => n % 10 === 5;

/** After the class, at a moment at which people act. */
function pausesAt(chance: Chance): Date {
  return new Date(
    Date.parse(`${addDays(LAST_DAY, 1 + chance.below(31))}T00:00:00Z`) + chance.oneOf(ACTS_AT) * 3_600_000,
  );
}

async function pause(stage: Stage, one: Someone, now: Date): Promise<void> {
  const reason = one.chance.oneOf(PAUSE_REASONS);
  const { pause: begun } = await pausing(stage.world, one.id, one.chance.oneOf(USUAL_PAUSE_DAYS), reason);
  one.pause = { from: now, fromOn: begun.fromOn, untilOn: begun.untilOn };
}

/** What one person does of themselves on one occasion: mostly nothing. */
async function actOf(stage: Stage, one: Someone, now: Date): Promise<void> {
  const { chance, phone } = one;
  if (one.pause === null && one.pausesAt !== null && one.pausesAt <= now) return pause(stage, one, now);
  const last = one.away.at(-1);
  if (last !== undefined && last.until === undefined) {
    if (!chance.happens(0.03)) return;
    phone.unblocks();
    phone.start();
    last.until = now;
    return stage.listen();
  }
  if (one.newPhoneAt !== undefined && one.newPhoneAt <= now && one.formerPhones.length === 0) {
    return changePhone(stage, one, now);
  }
  if (chance.happens(0.001)) {
    phone.blocks();
    one.away.push({ from: now });
    return;
  }
  if (chance.happens(0.001)) return stopMessages(stage, one, now);
  if (dayIn(one.zone, now) <= LAST_DAY) return;
  if (chance.happens(0.015)) {
    const plan = chance.below(3);
    const done = chance.happens(0.4);
    await report(stage.world, one.id, one.planIds[plan]!, { state: done ? "done" : "in_progress" });
    one.reports.push({ plan, at: now, done });
  } else if (chance.happens(0.05) && phone.buttons().some((label) => label.includes("Nanti saja"))) {
    await snooze(stage, one, now);
  } else if (chance.happens(0.003)) {
    // A report that is begun, and left.
    for (const act of [() => phone.says("/lapor"), () => phone.presses("📝 Advokasi")]) {
      act();
      await stage.listen();
    }
  }
}

async function stopMessages(stage: Stage, one: Someone, now: Date): Promise<void> {
  const everything = one.chance.happens(0.5);
  one.phone.says("/berhenti");
  await stage.listen();
  const wanted = one.phone
    .buttons()
    .find((label) => label.includes(everything ? "Hentikan keduanya" : "Hentikan pengingat"));
  if (wanted === undefined) return;
  one.phone.presses(wanted.slice(1, -1));
  await stage.listen();
  one.optedOutAt.reminders ??= now;
  if (everything) one.optedOutAt.announcements ??= now;
}

async function snooze(stage: Stage, one: Someone, now: Date): Promise<void> {
  one.phone.presses("⏰ Nanti saja");
  await stage.listen();
  const choices = one.phone.buttons().filter((label) => /^.(Sore|Besok|3 hari|Senin): /.test(label));
  if (choices.length === 0) return;
  one.phone.presses(one.chance.oneOf(choices).slice(1, -1));
  await stage.listen();
  one.snoozedAt.push(now);
}

/** What trainers do: sessions move and are cancelled in the week of the class, and late people are nudged. */
async function runClasses(
  stage: Stage,
  trainers: Map<number, KnownActor>,
  people: Someone[],
  now: Date,
  chance: Chance,
): Promise<void> {
  for (const [classId, actor] of trainers) {
    const sessions = await stage.db.trainingSession.findMany({
      where: { classId, startsAt: { gt: now }, cancelledAt: null, title: { startsWith: "Siang" } },
    });
    if (sessions.length > 0 && chance.happens(0.4)) {
      const { id: sessionId, revision, startsAt } = chance.oneOf(sessions);
      const later = new Date(startsAt.getTime() + 3_600_000);
      await (chance.happens(0.3)
        ? cancelTrainingSession(stage.world, actor, { sessionId, revision, saidAt: now })
        : moveTrainingSession(stage.world, actor, { sessionId, revision, startsAt: later, saidAt: now }));
    }
    if (dayIn("Asia/Jakarta", now) > "2024-06-20") {
      const late = people.filter((one) => one.classId === classId && chance.happens(0.02));
      for (const one of late)
        await remindPeople(stage.world, actor, {
          ...{
            scope: { kind: "plan", planId: chance.oneOf(one.planIds) },
            updateId: chance.below(2 ** 31),
            saidAt: now,
          },
        });
    }
  }
}

async function announce(stage: Stage, admin: KnownActor, month: Month): Promise<void> {
  const draftId = month.announced.length + 1;
  const text = `Pengumuman ${draftId}: kabar untuk {nama}.`;
  const audience = { scope: { kind: "all" }, role: "participants", plans: "any" } as const;
  const content = { text, marks: [] };
  const published = await publishAnnouncement(stage.world, admin, { draftId, content, audience });
  if (published.kind !== "published") throw new Error(`not published: ${published.kind}`);
  month.announced.push(`Pengumuman ${draftId}:`);
}
