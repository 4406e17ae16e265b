// A programme by chance around one instant: three zones, every state, reported, nudged, rung up, put off, asked for help or none of it;
// and the rare people: no zone, no name, blocked, left, at a library of another class, of an office, invited and never joined.

import { OFFICE_KINDS, PARTICIPANT_KINDS } from "../../../src/domain/people/participant-kind.js";
import { RETURN_DAYS } from "../../../src/domain/plans/deadline.js";
import { PLAN_STATES } from "../../../src/domain/plans/plan-state.js";
import { addDays, type Day, dayIn, instantAt } from "../../../src/domain/time/calendar.js";
import type { Zone } from "../../../src/domain/time/zone.js";
import { dayToColumn } from "../../../src/storage/days.js";
import type { Db } from "../../../src/storage/engine/database.js";
import type { Chance } from "../../simulation/random.js";
import { buildClass, buildParticipant, buildRosterRow, buildTrainer } from "./builders.js";

const VILLAGES = { "21": "21.01.10.2001", "63": "63.04", "81": "81.01" };
const NAMES = ["Siti Rahmawati", "siti aminah", "Ja'an", "", "Zulkifli 3", "Ábel Ñ", "I Made 39"];
const LIBRARIES = ["Perpustakaan Suka Maju", "TBM Sihare'o 3", "Pustaka-Ilmu", "Perpustakaan Nias 12"];

/** Returns the three classes' trainers; the first of them has two classes. */
export async function casesByChance(db: Db, chance: Chance, now: Date) {
  const trainers = [];
  const classes = [];
  for (const provinceCode of ["21", "63", "81"] as const) {
    // Some classes are still on: nobody of them can have begun.
    const startsOn = chance.happens(0.3) ? addDays(dayIn("Asia/Jakarta", now), -2) : "2024-06-03";
    const trainingClass = await buildClass(db, { provinceCode, name: `Kelas ${provinceCode}`, startsOn });
    classes.push(trainingClass);
    trainers.push(await buildTrainer(db, [trainingClass.id], { name: `Pelatih ${provinceCode}`, provinceCode }));
    for (let n = 0; n < 6; n++) await somebody(db, chance, trainingClass, now);
    for (let n = 0; n < 2; n++) {
      await buildRosterRow(db, trainingClass.id, {
        name: chance.oneOf(NAMES),
        kind: chance.oneOf(PARTICIPANT_KINDS),
        flagged: chance.happens(0.5),
        ...(chance.happens(0.6) && { placeCode: VILLAGES[provinceCode], libraryName: chance.oneOf(LIBRARIES) }),
      });
    }
  }
  await db.classTrainer.create({ data: { classId: classes[2]?.id ?? 0, personId: trainers[0]?.id ?? 0 } });
  // Somebody at a library whose plans are another class's, in another zone.
  const [first, last] = await db.participant
    .findMany({ orderBy: { id: "asc" }, where: { kind: "desa" } })
    .then((all) => [all[0], all.at(-1)]);
  if (first !== undefined && last !== undefined) {
    await db.participant.update({ where: { id: first.id }, data: { libraryId: last.libraryId } });
  }
  // The same library a year later: a cohort of its own.
  const next = await buildClass(db, { provinceCode: "63", name: "Kelas 2025", startsOn: "2025-06-02" });
  await buildParticipant(db, next.id, { name: "Siti Nanti", libraryName: LIBRARIES[0]!, placeCode: "63.04" });
  for (const trainingClass of classes) await toldOf(db, chance, trainingClass, now);
  return trainers;
}

/** Of two who were invited from one village, of one from another and of a reading room, none has joined, and their plans were told of. */
async function toldOf(
  db: Db,
  chance: Chance,
  { id: classId, zone, waveId, provinceCode }: { id: number; zone: string; waveId: number; provinceCode: string },
  now: Date,
): Promise<void> {
  const villages = await db.place.findMany({
    where: { level: "village", code: { startsWith: `${provinceCode}.` } },
    orderBy: { code: "desc" },
    take: 3,
  });
  const { cohortId } = await db.wave.findUniqueOrThrow({ where: { id: waveId } });
  for (const [n, { code }] of villages.entries()) {
    const kind = n === 2 ? ("tbm" as const) : ("desa" as const);
    const named = { kind, placeCode: code, ...(n === 2 && { libraryName: LIBRARIES[1]! }) };
    await buildRosterRow(db, classId, { name: chance.oneOf(NAMES), ...named });
    if (n === 0) await buildRosterRow(db, classId, { name: chance.oneOf(NAMES), ...named });
    const library = await db.library.create({ data: { kind, name: LIBRARIES[1]!, placeCode: code } });
    for (const type of ["information_services", "community_engagement", "advocacy"] as const) {
      const dueOn = dayToColumn(addDays(dayIn(zone as Zone, now), chance.below(20) - 15));
      const state = chance.oneOf(PLAN_STATES);
      const plan = { libraryId: library.id, cohortId, classId, type, dueOn, state };
      const { id: planId } = await db.workPlan.create({ data: plan });
      const asksFor = chance.oneOf(["help", "stuck", null] as const);
      if (asksFor === null) continue;
      const raisedAt = new Date(now.getTime() - (1 + chance.below(9)) * 86_400_000);
      const asked = { key: `told:${planId}`, planId, reason: asksFor, dueOn, raisedAt };
      await db.followUp.create({ data: asked });
    }
  }
}

async function somebody(
  db: Db,
  chance: Chance,
  { id: classId, zone, provinceCode }: { id: number; zone: string; provinceCode: string },
  now: Date,
): Promise<void> {
  const kind = chance.happens(0.6) ? "desa" : chance.oneOf(PARTICIPANT_KINDS);
  const { person, participant, plans, library } = await buildParticipant(db, classId, {
    kind,
    name: chance.oneOf(NAMES),
    flagged: chance.happens(0.5),
    // Some share a library.
    libraryName: `${chance.oneOf(LIBRARIES)} ${provinceCode}`,
    ...((OFFICE_KINDS as readonly string[]).includes(kind) && { placeCode: provinceCode }),
  });
  const blocked = { unreachableCause: chance.oneOf(["blocked", "gone"] as const), unreachableSince: now };
  await db.person.update({
    where: { id: person.id },
    data: {
      ...(chance.happens(0.2) && { zone: null }),
      ...(chance.happens(0.2) && blocked),
      ...(chance.happens(0.2) && { pausedUntil: new Date(now.getTime() + (chance.below(6) - 2) * 12 * 3_600_000) }),
    },
  });
  const today = dayIn(zone as Zone, now);
  const around = aroundBy(chance, today);
  const momentOf = momentBy(chance, zone as Zone);
  if (chance.happens(0.1)) {
    await db.participant.update({ where: { id: participant.id }, data: { leftAt: momentOf(around(-9, -1)) } });
    await db.libraryMember.updateMany({ where: { personId: person.id }, data: { untilAt: now } });
  }
  // Nothing is heard of some for weeks, so that it can be for each of the reasons there are.
  const isSilent = chance.happens(0.4);
  if (!isSilent && chance.happens(0.3)) {
    const sentAt = momentOf(around(-30, -1));
    const state = chance.oneOf(["unread", "read", "answered"] as const);
    const thread = { participantId: participant.id, askedAt: sentAt, lastAt: sentAt, state };
    const { id: threadId } = await db.questionThread.create({ data: thread });
    await db.threadMessage.create({
      data: { threadId, authorId: person.id, text: "Halo", sentAt, updateId: person.id },
    });
  }
  if (chance.happens(0.4)) {
    await db.draft.create({
      data: {
        ...{ telegramId: person.telegramId ?? 0, form: chance.oneOf(["plan", "report", "language"]), version: 1 },
        ...{ subject: `plan:${library.id}`, answers: {}, createdAt: now, updatedAt: now },
      },
    });
  }
  const finishes = chance.happens(0.2);
  for (const plan of plans)
    await happensTo(db, chance, {
      planId: plan.id,
      personId: person.id,
      zone: zone as Zone,
      today,
      finishes,
      isSilent,
    });
}

const aroundBy = (chance: Chance, today: Day) => (from: number, to: number) =>
  addDays(today, from + chance.below(to - from + 1));

/** Any hour of the day, so that the local day matters. */
const momentBy = (chance: Chance, zone: Zone) => (day: Day) =>
  new Date(instantAt(zone, day, "00:00").getTime() + chance.below(24) * 3_600_000);

async function happensTo(
  db: Db,
  chance: Chance,
  {
    planId,
    personId,
    zone,
    today,
    finishes,
    isSilent,
  }: { planId: number; personId: number; zone: Zone; today: Day; finishes: boolean; isSilent: boolean },
): Promise<void> {
  const around = aroundBy(chance, today);
  const momentOf = momentBy(chance, zone);
  const dueOn = chance.happens(0.3) ? around(-2, -1) : around(-9, 9);
  const reportedOn = isSilent ? around(-40, -16) : chance.happens(0.4) ? dueOn : around(-20, -1);
  const lastReportAt = chance.happens(0.4) ? momentOf(reportedOn) : null;
  const state = finishes ? "done" : isSilent ? "not_started" : chance.oneOf(PLAN_STATES);
  await db.workPlan.update({ where: { id: planId }, data: { state, dueOn: dayToColumn(dueOn), lastReportAt } });
  // Without asking chance, so that all else stays as it is: a plan in seven was or is paused, and is due after that.
  if (planId % 7 === 0) {
    const pausedUntil = addDays(today, (planId % 5) - 2);
    const least = addDays(pausedUntil, RETURN_DAYS);
    const days = { pausedUntil: dayToColumn(pausedUntil), dueOn: dayToColumn(dueOn > least ? dueOn : least) };
    await db.workPlan.update({ where: { id: planId }, data: days });
  }
  if (planId % 4 === 1) await wasTried(db, { planId, personId, zone, today });
  if (lastReportAt !== null && chance.happens(0.6)) {
    await db.progressReport.create({
      data: {
        ...{ number: `LP-${planId}`, planId, authorId: personId, state, reportedAt: lastReportAt, updateId: planId },
        reviewedAt: chance.happens(0.5) ? momentOf(today) : null,
      },
    });
  }
  for (const n of [1, 2]) {
    if (isSilent || !chance.happens(0.3)) continue;
    const isResolved = chance.happens(0.4);
    await db.followUp.create({
      data: {
        ...{ key: `by-chance:${planId}:${n}:${personId}`, planId, dueOn: dayToColumn(dueOn) },
        ...{ reason: chance.oneOf(["overdue", "stuck", "help"] as const), raisedAt: momentOf(around(-17, -6)) },
        restUntil: chance.happens(0.4) ? dayToColumn(around(-4, 4)) : null,
        ...(isResolved && {
          resolvedAt: momentOf(around(-6, -1)),
          resolution: chance.oneOf(["contacted", "noted"] as const),
        }),
      },
    });
  }
  for (const n of [1, 2]) {
    if (!chance.happens(0.2)) continue;
    await db.snooze.create({
      data: {
        ...{ planId, personId, messageId: planId * 10 + n },
        ...{ at: momentOf(around(-6, -1)), until: momentOf(around(-3, 3)) },
      },
    });
  }
}

/** Without asking chance, so that all else stays as it is: late by about a fortnight, and reminded or spoken to so many times. */
async function wasTried(
  db: Db,
  { planId, personId, zone, today }: { planId: number; personId: number; zone: Zone; today: Day },
): Promise<void> {
  const plan = await db.workPlan.findUniqueOrThrow({ where: { id: planId } });
  const dueOn = dayToColumn(addDays(today, -12 - (planId % 5)));
  // What is paused keeps the day to which the pause moved it.
  if (plan.pausedUntil === null) await db.workPlan.update({ where: { id: planId }, data: { dueOn } });
  for (const n of [1, 2, 3].slice(0, 1 + (planId % 3))) {
    const at = instantAt(zone, addDays(today, -1 - n * (1 + (planId % 3))), n === 2 ? "00:10" : "23:50");
    const isTalk = (planId + n) % 3 === 0;
    await db.followUp.create({
      data: {
        ...{
          key: `${isTalk ? "contact" : "nudge"}:${planId}:${n}:${personId}`,
          planId,
          reason: "overdue",
          dueOn: plan.dueOn,
        },
        ...{ raisedAt: at, resolvedAt: at, resolution: isTalk ? "contacted" : "noted" },
      },
    });
  }
}
