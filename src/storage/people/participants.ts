// The roster, participants and the libraries they manage.

import type { ParticipantKind } from "../../domain/people/participant-kind.js";
import { participantNumber } from "../../domain/people/participant-number.js";
import type { Library, Participant, ParticipantsPort, RosterRow } from "../../ports/people/participants.js";
import { toTrainingClass, WITH_WAVE_AND_PROVINCE } from "../classes/classes.js";
import type { Db } from "../engine/database.js";
import { firstFreeNumber } from "../first-free-number.js";
import type { Prisma } from "../generated/client.js";
import { codeNow } from "../programme/places.js";
import { ofProgramme } from "../reach.js";
import { bindToLibrary } from "./managers.js";
import { toPerson } from "./people.js";

export const WITH_ALL = {
  person: true,
  library: true,
  trainingClass: { include: WITH_WAVE_AND_PROVINCE },
} satisfies Prisma.ParticipantInclude;

export function createParticipants(db: Db): ParticipantsPort {
  const nextNumber = async (classId: number): Promise<string> => {
    // Locks the class row: two people joining at once must not get one number.
    await db.$queryRaw`SELECT id FROM training_classes WHERE id = ${classId} FOR NO KEY UPDATE`;
    const { wave, provinceCode } = await db.trainingClass.findUniqueOrThrow({
      where: { id: classId },
      include: { wave: { include: { cohort: true } } },
    });
    const trainingClass = { provinceCode, cohortYear: wave.cohort.year, wave: wave.number, classId };
    return firstFreeNumber(
      1 + (await db.participant.count({ where: { classId } })),
      (serial) => participantNumber(trainingClass, serial),
      async (number) => (await db.participant.count({ where: { number } })) > 0,
    );
  };

  return {
    async find(id) {
      const row = await db.participant.findUnique({ where: { id }, include: WITH_ALL });
      return row === null ? null : toParticipant(row);
    },
    ofPerson: (personId) => latestFirst(db, { personId, leftAt: null }),
    leftBy: (personId) => latestFirst(db, { personId, leftAt: { not: null } }),
    async ofClass(classId) {
      const rows = await db.participant.findMany({
        where: { classId, leftAt: null },
        include: WITH_ALL,
        orderBy: { id: "asc" },
      });
      return rows.map(toParticipant);
    },
    async rosterByPhone(phone, linkClassId = null) {
      const ofClasses = linkClassId === null ? { trainingClass: ofProgramme } : { classId: linkClassId };
      const where = { phone, ...ofClasses, ...notProven(phone) };
      const rows = await db.rosterRow.findMany({ where, orderBy: { id: "desc" } });
      return rows.map(toRosterRow);
    },
    async rosterOf(classId) {
      const rows = await db.rosterRow.findMany({ where: { classId }, orderBy: [{ name: "asc" }, { id: "asc" }] });
      return rows.map(toRosterRow);
    },
    async linkRow(id, participantId) {
      if ((await db.rosterRow.count({ where: { participantId } })) > 0) return false;
      const { count } = await db.rosterRow.updateMany({ where: { id, participantId: null }, data: { participantId } });
      return count > 0;
    },
    async unlinkRow(id, participantId) {
      return (await db.rosterRow.updateMany({ where: { id, participantId }, data: { participantId: null } })).count > 0;
    },
    async findRosterRow(id) {
      const row = await db.rosterRow.findUnique({ where: { id } });
      return row === null ? null : toRosterRow(row);
    },
    async findLibrary(library) {
      const placeCode = await codeNow(db, library.placeCode);
      return libraryOf(db, { ...library, placeCode });
    },
    async ensureLibrary({ kind, name, practiceOf, ...library }): Promise<Library> {
      const placeCode = await codeNow(db, library.placeCode);
      // Held, so that colleagues who register at once do not each make their own.
      await db.$queryRaw`SELECT code FROM places WHERE code = ${placeCode} FOR NO KEY UPDATE`;
      const existing = await libraryOf(db, { kind, name, placeCode, practiceOf });
      return existing ?? db.library.create({ data: { kind, name, placeCode, practiceOf } });
    },
    async ofPersonInClass(personId, classId) {
      return db.participant.findFirst({ where: { personId, classId, leftAt: null }, select: { id: true } });
    },
    async add({ personId, classId, kind, flagged, libraryId, rosterRowId, admission, askedAt }, now) {
      const standing = { kind, flagged, libraryId, admission, askedAt };
      const existing = await db.participant.findUnique({ where: { personId_classId: { personId, classId } } });
      if (existing !== null) {
        const { id, number } = existing;
        // Who had left comes back, under the number they had; nobody's yes or no of then is about this.
        const { count } = await db.participant.updateMany({
          where: { id, leftAt: { not: null } },
          data: { ...standing, leftAt: null, escalatedAt: null, decidedById: null, decidedAt: null },
        });
        if (count > 0 && rosterRowId !== null) await linkOwnRow(db, rosterRowId, id);
        return { id, number, isNew: count > 0 };
      }
      const number = await nextNumber(classId);
      const { id } = await db.participant.create({ data: { ...standing, number, personId, classId, joinedAt: now } });
      if (rosterRowId !== null) await linkOwnRow(db, rosterRowId, id);
      return { id, number, isNew: true };
    },
    async flag({ id, person, library }, now) {
      const { count } = await db.participant.updateMany({
        where: { id, flagged: false },
        // Anyone who asks an office's people for plans says yes to them.
        data: { flagged: true, admission: "admitted", askedAt: null },
      });
      if (count > 0 && library !== null) await bindToLibrary(db, library.id, person.id, now);
      return count > 0;
    },
    async unflag({ id, person, library }, now) {
      const { count } = await db.participant.updateMany({
        where: { id, flagged: true },
        data: { flagged: false },
      });
      if (count === 0) return false;
      const libraryId = library?.id ?? null;
      const elsewhere = { personId: person.id, libraryId, flagged: true, leftAt: null };
      if (libraryId !== null && (await db.participant.count({ where: elsewhere })) === 0) {
        await db.libraryMember.updateMany({
          where: { libraryId, personId: person.id, untilAt: null },
          data: { untilAt: now },
        });
      }
      return true;
    },
  };
}

async function latestFirst(db: Db, where: Prisma.ParticipantWhereInput): Promise<Participant[]> {
  const rows = await db.participant.findMany({
    ...{ where, include: WITH_ALL },
    orderBy: [{ trainingClass: { startsOn: "desc" } }, { id: "desc" }],
  });
  return rows.map(toParticipant);
}

/** By their own number; who came back may have a row already, and nobody has two. */
async function linkOwnRow(db: Db, id: number, participantId: number): Promise<void> {
  if ((await db.rosterRow.count({ where: { participantId } })) > 0) return;
  const { phone } = await db.rosterRow.findUniqueOrThrow({ where: { id } });
  const isFree = phone === null ? { participantId: null } : notProven(phone);
  await db.rosterRow.updateMany({ where: { id, ...isFree }, data: { participantId } });
}

/** Nobody's, or somebody's by a trainer's word alone: whose number it is comes first. */
function notProven(phone: string): Prisma.RosterRowWhereInput {
  const byWord = { person: { OR: [{ phone: null }, { NOT: { phone } }] } };
  return { OR: [{ participantId: null }, { participant: byWord }] };
}

/** The two names of one kind: before the place decided, either was pressed for the same village. */
const OF_VILLAGES: ParticipantKind[] = ["desa", "kelurahan"];

/** A village has one village library, however people spell its name; reading rooms and offices go by name. */
export function sameAs({ kind, name, placeCode, practiceOf }: Omit<Library, "id" | "holderId">) {
  const isOfVillage = OF_VILLAGES.includes(kind);
  return { placeCode, practiceOf, ...(isOfVillage ? { kind: { in: OF_VILLAGES } } : { kind, name }) };
}

/** The one itself; or the one into which it was merged. */
async function libraryOf(db: Db, library: Omit<Library, "id" | "holderId">): Promise<Library | null> {
  const where = { ...sameAs(library), holderId: { lte: 0 } };
  const [found] = await db.library.findMany({ where, orderBy: [{ holderId: "desc" }, { id: "asc" }], take: 1 });
  if (found === undefined || found.holderId === 0) return found ?? null;
  return db.library.findUniqueOrThrow({ where: { id: -found.holderId } });
}

function toRosterRow({ flagged, ...row }: Prisma.RosterRowGetPayload<object>): RosterRow {
  return { ...row, flagged };
}

export function toParticipant(row: Prisma.ParticipantGetPayload<{ include: typeof WITH_ALL }>): Participant {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    flagged: row.flagged,
    joinedAt: row.joinedAt,
    leftAt: row.leftAt,
    scheduleSeenAt: row.scheduleSeenAt,
    admission: row.admission,
    person: toPerson(row.person),
    trainingClass: toTrainingClass(row.trainingClass),
    library: row.library,
  };
}
