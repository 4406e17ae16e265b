// Makes rows for tests; whatever a test does not mention is filled in plausibly.

import { carriesOutPlans, type ParticipantKind } from "../../../src/domain/people/participant-kind.js";
import { addDays, type Day } from "../../../src/domain/time/calendar.js";
import { zoneOfProvince } from "../../../src/domain/time/zone.js";
import { dayToColumn } from "../../../src/storage/days.js";
import type { Db } from "../../../src/storage/engine/database.js";

let serial = 0;
const next = () => ++serial;

/** Numbers begin at 1 again, so that a transcript does not depend on the tests before it. */
export function numberAnew(): void {
  serial = 0;
}

export interface ClassOptions {
  provinceCode?: string;
  name?: string;
  startsOn?: Day;
  days?: number;
  joinToken?: string;
}

export async function buildClass(db: Db, options: ClassOptions = {}) {
  const { provinceCode = "21", startsOn = "2024-06-03", days = 5 } = options;
  const endsOn = addDays(startsOn, days - 1);
  const year = Number(startsOn.slice(0, 4));
  const cohort = await db.cohort.upsert({
    where: { year_practiceOf: { year, practiceOf: 0 } },
    create: { year, name: `TPBIS ${year}` },
    update: {},
  });
  const wave = await db.wave.upsert({
    where: { cohortId_number: { cohortId: cohort.id, number: 1 } },
    create: { cohortId: cohort.id, number: 1, startsOn: dayToColumn(startsOn), endsOn: dayToColumn(endsOn) },
    update: {},
  });
  return db.trainingClass.create({
    data: {
      waveId: wave.id,
      provinceCode,
      name: options.name ?? "Kepulauan Riau",
      venue: "Hotel Bintan, Tanjungpinang",
      zone: zoneOfProvince(provinceCode),
      startsOn: dayToColumn(startsOn),
      endsOn: dayToColumn(endsOn),
      plansDueOn: dayToColumn(addDays(endsOn, 30)),
      joinToken: options.joinToken ?? `token-of-class-${next()}`,
      joinTokenExpiresAt: new Date(`${addDays(endsOn, 30)}T00:00:00Z`),
    },
  });
}

export interface PersonOptions {
  name?: string;
  phone?: string;
  provinceCode?: string;
  telegramId?: number | null;
  language?: "id" | "en";
  noticeVersion?: string;
}

/** A person who has consented, with an account unless `telegramId` is null. */
export async function buildPerson(db: Db, options: PersonOptions = {}) {
  const n = next();
  const telegramId = options.telegramId === undefined ? 7_300_000_000 + n : options.telegramId;
  const createdAt = new Date("2024-05-01T00:00:00Z");
  return db.person.create({
    data: {
      name: options.name ?? `Peserta ${n}`,
      phone: options.phone ?? `+62899${String(n).padStart(8, "0")}`,
      language: options.language ?? "id",
      zone: zoneOfProvince(options.provinceCode ?? "21"),
      telegramId,
      createdAt,
      consents: {
        create: { noticeVersion: options.noticeVersion ?? TEST_NOTICE, givenAt: createdAt, updateId: n },
      },
      ...(telegramId !== null && { accounts: { create: { telegramId, boundAt: createdAt } } }),
    },
  });
}

/** The notices that the stage's world has in force. */
export const TEST_NOTICE = "2024-1";
export const TEST_STAFF_NOTICE = "staff-2024-1";

export async function buildTrainer(db: Db, classIds: number[], options: PersonOptions = {}) {
  const person = await buildPerson(db, { name: "Pelatih Rina", noticeVersion: TEST_STAFF_NOTICE, ...options });
  await db.roleBinding.create({ data: { personId: person.id, role: "trainer", grantedAt: person.createdAt } });
  for (const classId of classIds) await db.classTrainer.create({ data: { classId, personId: person.id } });
  return person;
}

export async function buildAdmin(db: Db, options: PersonOptions & { regionCode?: string } = {}) {
  const person = await buildPerson(db, { name: "Admin Budi", noticeVersion: TEST_STAFF_NOTICE, ...options });
  await db.roleBinding.create({
    data: { personId: person.id, role: "admin", regionCode: options.regionCode ?? null, grantedAt: person.createdAt },
  });
  return person;
}

export interface ParticipantOptions extends PersonOptions {
  kind?: ParticipantKind;
  /** Of an office: asked for plans all the same. */
  flagged?: boolean;
  libraryName?: string;
  /** A village of the test places, see places.ts. */
  placeCode?: string;
}

/** Villages of Bintan: Berakit, Ekang Anculai, … by number. */
async function someVillage(db: Db, regency: string, n: number): Promise<string> {
  const villages = await db.place.findMany({
    where: { level: "village", code: { startsWith: `${regency}.` } },
    orderBy: { code: "asc" },
  });
  const village = villages[n % villages.length];
  if (village === undefined) throw new Error(`The test places hold no village of ${regency}.`);
  return village.code;
}

/** A participant with their library and, where they carry out plans, its three unwritten ones. */
export async function buildParticipant(db: Db, classId: number, options: ParticipantOptions = {}) {
  const trainingClass = await db.trainingClass.findUniqueOrThrow({ where: { id: classId }, include: { wave: true } });
  const regencies: Record<string, string> = { "21": "21.01", "63": "63.04", "81": "81.01" };
  const { provinceCode } = trainingClass;
  const person = await buildPerson(db, { provinceCode, ...options });
  const { kind = "desa", flagged = false } = options;
  const placeCode = options.placeCode ?? (await someVillage(db, regencies[provinceCode] ?? "21.01", person.id));
  const name = options.libraryName ?? `Perpustakaan ${person.id}`;
  const library = await db.library.upsert({
    where: { placeCode_kind_name_holderId_practiceOf: { placeCode, kind, name, holderId: 0, practiceOf: 0 } },
    create: { kind, name, placeCode },
    update: {},
  });
  const participant = await db.participant.create({
    data: {
      number: `${provinceCode}-24-${classId}-${person.id}`,
      personId: person.id,
      classId,
      libraryId: library.id,
      kind,
      flagged,
      joinedAt: person.createdAt,
    },
  });
  if (!carriesOutPlans({ kind, flagged })) return { person, participant, library, plans: [] };
  await db.libraryMember.create({ data: { libraryId: library.id, personId: person.id, fromAt: person.createdAt } });
  const types = ["information_services", "community_engagement", "advocacy"] as const;
  await db.workPlan.createMany({
    data: types.map((type) => ({
      libraryId: library.id,
      cohortId: trainingClass.wave.cohortId,
      classId,
      type,
      dueOn: trainingClass.plansDueOn,
    })),
    skipDuplicates: true,
  });
  const plans = await db.workPlan.findMany({ where: { libraryId: library.id }, orderBy: { id: "asc" } });
  return { person, participant, library, plans };
}

export async function buildRosterRow(
  db: Db,
  classId: number,
  options: {
    name?: string;
    phone?: string;
    kind?: ParticipantKind;
    flagged?: boolean;
    libraryName?: string;
    placeCode?: string;
  } = {},
) {
  const n = next();
  return db.rosterRow.create({
    data: {
      classId,
      name: options.name ?? `Undangan ${n}`,
      phone: options.phone ?? `+62898${String(n).padStart(8, "0")}`,
      kind: options.kind ?? "desa",
      flagged: options.flagged ?? false,
      libraryName: options.libraryName ?? null,
      placeCode: options.placeCode ?? null,
    },
  });
}

export async function buildSession(
  db: Db,
  classId: number,
  options: { title?: string; startsAt: Date; endsAt?: Date; mode?: "in_person" | "online"; place?: string },
) {
  return db.trainingSession.create({
    data: {
      classId,
      title: options.title ?? "Strategi TPBIS",
      startsAt: options.startsAt,
      endsAt: options.endsAt ?? new Date(options.startsAt.getTime() + 90 * 60_000),
      mode: options.mode ?? "in_person",
      place: options.place ?? "Aula lantai 2",
    },
  });
}

/** The link that makes somebody on the trainer list a trainer with an account. */
export async function buildInvitation(
  db: Db,
  personId: number,
  options: { token?: string; expiresAt?: Date; revokedAt?: Date } = {},
) {
  return db.invitation.create({
    data: {
      personId,
      token: options.token ?? `invitation-${next()}`,
      createdAt: new Date("2024-05-01T00:00:00Z"),
      expiresAt: options.expiresAt ?? new Date("2024-12-31T00:00:00Z"),
      revokedAt: options.revokedAt ?? null,
    },
  });
}
