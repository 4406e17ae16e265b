// What one needs to go on from a seeded database: read from it, so that it is the same after the second seed.

import type { ParticipantKind } from "../../src/domain/people/participant-kind.js";
import type { Day } from "../../src/domain/time/calendar.js";
import type { Zone } from "../../src/domain/time/zone.js";
import { dayFromColumn } from "../../src/storage/days.js";
import type { Prisma, PrismaClient } from "../../src/storage/generated/client.js";
import { type DemoPeople, demoPeopleOf } from "./people/demo-people.js";

export interface SeededClass {
  id: number;
  name: string;
  province: string;
  provinceCode: string;
  wave: number;
  startsOn: Day;
  endsOn: Day;
  plansDueOn: Day;
  zone: Zone;
  /** Opens as t.me/<bot>?start=<token>. */
  joinToken: string;
}

export interface SeededStaff {
  id: number;
  name: string;
  phone: string;
  telegramId: number | null;
  /** Null once there is an account. Opens as t.me/<bot>?start=<token>. */
  invitationToken: string | null;
}

export interface SeededTrainer extends SeededStaff {
  classIds: number[];
}

export interface SeededAdmin extends SeededStaff {
  /** Province codes; null is the whole country. */
  regions: (string | null)[];
}

/** Somebody on a roster. */
export interface SeededPerson {
  /** Null as long as they have not joined: the roster is not the bot's users. */
  id: number | null;
  name: string;
  phone: string | null;
  classId: number;
  role: "participant";
  kind: ParticipantKind;
  telegramId: number | null;
  rosterRowId: number;
  participantId: number | null;
}

export interface SeedResult {
  classes: SeededClass[];
  trainers: SeededTrainer[];
  admins: SeededAdmin[];
  people: SeededPerson[];
  demo: DemoPeople;
}

/** `joinToken` is that of the demo's class; its cohort is read. @throws Error when the demo's people are no longer there. */
export async function readSeedResult(db: PrismaClient, joinToken: string): Promise<SeedResult> {
  const { id: classId, wave } = await db.trainingClass.findUniqueOrThrow({
    where: { joinToken },
    include: { wave: true },
  });
  const ofCohort = { wave: { cohortId: wave.cohortId } };
  const classes = await db.trainingClass.findMany({
    where: ofCohort,
    include: { province: true, wave: true },
    orderBy: { id: "asc" },
  });
  const trainers = await db.person.findMany({
    where: { classesTaught: { some: { trainingClass: ofCohort } } },
    include: { ...UNUSED_INVITATIONS, classesTaught: { orderBy: { classId: "asc" } } },
    orderBy: { id: "asc" },
  });
  const admins = await db.person.findMany({
    where: { roles: { some: { role: "admin", revokedAt: null } } },
    include: {
      ...UNUSED_INVITATIONS,
      roles: { where: { role: "admin", revokedAt: null }, orderBy: { regionCode: "asc" } },
    },
    orderBy: { id: "asc" },
  });
  const roster = await db.rosterRow.findMany({
    where: { trainingClass: ofCohort },
    include: { participant: { include: { person: true } } },
    orderBy: { id: "asc" },
  });
  const result = {
    classes: classes.map(toClass),
    trainers: trainers.map((row) => ({ ...toStaff(row), classIds: row.classesTaught.map((taught) => taught.classId) })),
    admins: admins.map((row) => ({ ...toStaff(row), regions: row.roles.map(({ regionCode }) => regionCode) })),
    people: roster.map(toPerson),
  };
  return { ...result, demo: demoPeopleOf(result, classId) };
}

const UNUSED_INVITATIONS = {
  invitations: { where: { usedAt: null, revokedAt: null } },
} satisfies Prisma.PersonInclude;

type ClassRow = Prisma.TrainingClassGetPayload<{ include: { province: true; wave: true } }>;
type StaffRow = Prisma.PersonGetPayload<{ include: typeof UNUSED_INVITATIONS }>;
type InvitedRow = Prisma.RosterRowGetPayload<{ include: { participant: { include: { person: true } } } }>;

function toClass(row: ClassRow): SeededClass {
  return {
    id: row.id,
    name: row.name,
    province: row.province.name,
    provinceCode: row.provinceCode,
    wave: row.wave.number,
    startsOn: dayFromColumn(row.startsOn),
    endsOn: dayFromColumn(row.endsOn),
    plansDueOn: dayFromColumn(row.plansDueOn),
    zone: row.zone as Zone,
    joinToken: row.joinToken,
  };
}

function toStaff(row: StaffRow): SeededStaff {
  return {
    id: row.id,
    name: row.name,
    phone: row.phone ?? "",
    telegramId: row.telegramId === null ? null : Number(row.telegramId),
    invitationToken: row.invitations[0]?.token ?? null,
  };
}

function toPerson(row: InvitedRow): SeededPerson {
  const person = row.participant?.person;
  return {
    id: person?.id ?? null,
    name: row.name,
    phone: row.phone,
    classId: row.classId,
    role: "participant",
    kind: row.kind,
    telegramId: person?.telegramId == null ? null : Number(person.telegramId),
    rosterRowId: row.id,
    participantId: row.participantId,
  };
}
