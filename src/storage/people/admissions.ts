// Who waits to be let into a library.

import type { AdmissionCase, AdmissionsPort, WaitingInClass } from "../../ports/people/admissions.js";
import type { Library } from "../../ports/people/participants.js";
import { lookingAfter } from "../caseload/looking-after.js";
import type { Db } from "../engine/database.js";
import type { Prisma } from "../generated/client.js";
import { adoptPlan, mergePlans } from "../plans/merge-plans.js";
import { takeApart } from "../plans/take-apart.js";
import { codeNow } from "../programme/places.js";
import { bindToLibrary } from "./managers.js";
import { sameAs, toParticipant, WITH_ALL } from "./participants.js";
import { toPerson } from "./people.js";

const WITH_DECIDER = { ...WITH_ALL, decidedBy: true } satisfies Prisma.ParticipantInclude;
const LONGEST_FIRST = [{ askedAt: "asc" }, { id: "asc" }] satisfies Prisma.ParticipantOrderByWithRelationInput[];

export function createAdmissions(db: Db): AdmissionsPort {
  const cases = async (where: Prisma.ParticipantWhereInput, take?: number): Promise<AdmissionCase[]> => {
    const rows = await db.participant.findMany({
      where: { leftAt: null, person: { erasedAt: null }, ...where },
      include: WITH_DECIDER,
      orderBy: LONGEST_FIRST,
      ...(take !== undefined && { take }),
    });
    const found = await Promise.all(rows.map((row) => toCase(db, row)));
    return found.filter((one) => one !== null);
  };
  return {
    async find(id) {
      // Ids come from buttons, which anybody can forge.
      if (!Number.isInteger(id) || Math.abs(id) > 2 ** 31 - 1) return null;
      return (await cases({ id }))[0] ?? null;
    },
    async standing(libraryId) {
      const members = await db.libraryMember.findMany({
        where: { libraryId, untilAt: null, person: { erasedAt: null } },
        include: { person: { include: { participations: { where: { libraryId, leftAt: null } } } } },
        orderBy: { personId: "asc" },
      });
      const managers = members.map(({ personId, person: { participations } }) => {
        const begun = participations.find(({ admission }) => admission === "begun");
        const hasRight = participations.some(({ admission }) => admission === "admitted");
        return { personId, participantId: begun?.id ?? null, begun: begun !== undefined && !hasRight };
      });
      const entries = await db.workPlan.count({
        where: { libraryId, OR: [{ NOT: { state: "unwritten" } }, { lastReportAt: { not: null } }] },
      });
      return { managers, hasEntries: entries > 0 };
    },
    async peopleAround(library, classId) {
      const members = await db.libraryMember.findMany({
        where: { library: { ...sameAs(library), holderId: 0 }, untilAt: null },
        select: { personId: true, library: { select: { participants: { select: { classId: true } } } } },
      });
      const classes = members.flatMap((member) => member.library.participants.map((one) => one.classId));
      const trainers = await db.classTrainer.findMany({ where: { classId: { in: [classId, ...classes] } } });
      return [...members, ...trainers].map(({ personId }) => personId);
    },
    openOf: (classId) => cases({ classId, admission: { in: ["waiting", "begun"] } }),
    async countOf(classId) {
      const counts = await db.participant.groupBy({
        by: ["admission"],
        where: { classId, leftAt: null, admission: { not: "admitted" }, person: { erasedAt: null } },
        _count: true,
      });
      const of = (wanted: string) => counts.find(({ admission }) => admission === wanted)?._count ?? 0;
      return { waiting: of("waiting"), all: of("waiting") + of("begun") + of("refused") };
    },
    async waitingOf(trainerIds, now) {
      if (trainerIds.length === 0) return [];
      return db.$queryRaw<WaitingInClass[]>`
        SELECT ct.person_id AS "trainerId", trainer.zone, c.id, c.name, count(*)::int AS count, min(pa.asked_at) AS since
        FROM participants pa
        JOIN people p ON p.id = pa.person_id AND p.erased_at IS NULL
        JOIN training_classes c ON c.id = pa.class_id
        JOIN ${lookingAfter(now)} ct ON ct.class_id = c.id
        JOIN people trainer ON trainer.id = ct.person_id
        WHERE pa.admission = 'waiting' AND pa.asked_at IS NOT NULL AND pa.left_at IS NULL
          AND ct.person_id = ANY(${trainerIds}::int[])
        GROUP BY ct.person_id, trainer.zone, c.id, c.name
        ORDER BY since, c.id`;
    },
    refusedOf: (classId) => cases({ classId, admission: "refused" }),
    async unanswered(before, limit) {
      const unanswered = { admission: "waiting", escalatedAt: null, askedAt: { lte: before } } as const;
      // Every few minutes, and mostly there is nobody: all that belongs to them is asked for only then.
      const first = await db.participant.findFirst({ where: { leftAt: null, ...unanswered }, select: { id: true } });
      return first === null ? [] : cases(unanswered, limit);
    },
    async markEscalated(id, now) {
      const { count } = await db.participant.updateMany({
        where: { id, admission: "waiting", escalatedAt: null },
        data: { escalatedAt: now },
      });
      return count > 0;
    },
    async decide(id, { admission, byId, askedAt }, now) {
      await db.participant.update({
        where: { id },
        data: {
          ...{ admission, askedAt, escalatedAt: null },
          ...(byId !== null && { decidedById: byId, decidedAt: now }),
          // Let in by their own number: nobody's word any more.
          ...(byId === null && admission === "admitted" && { decidedById: null }),
        },
      });
    },
    async setAside(libraryId, participantId) {
      await db.library.update({ where: { id: libraryId }, data: { holderId: participantId } });
    },
    apartFrom: (library, holderId) => apartFrom(db, library, holderId),
    async apartOf(library, participantIds) {
      const known = await db.library.findFirst({
        where: { ...sameAs(library), holderId: { in: [...participantIds] }, workPlans: { some: {} } },
        orderBy: { id: "asc" },
      });
      return known ?? apartFrom(db, library, participantIds[0]);
    },
    bind: (libraryId, personId, now) => bindToLibrary(db, libraryId, personId, now),
    async release(libraryId, personId, now) {
      await db.libraryMember.updateMany({ where: { libraryId, personId, untilAt: null }, data: { untilAt: now } });
    },
    async moveParticipant(id, libraryId) {
      await db.participant.update({ where: { id }, data: { libraryId } });
    },
    async sameLibrary(id) {
      const { personId, library } = await db.participant.findUniqueOrThrow({
        where: { id },
        include: { library: true },
      });
      if (library === null) return [];
      const rows = await db.participant.findMany({
        where: { personId, leftAt: null, id: { not: id }, library: sameAs(library) },
        orderBy: { id: "asc" },
      });
      return rows.flatMap((row) =>
        row.libraryId === null ? [] : [{ id: row.id, admission: row.admission, libraryId: row.libraryId }],
      );
    },
    async wasInvited(id) {
      const row = await db.rosterRow.findUnique({
        where: { participantId: id },
        include: { participant: { include: { person: true } } },
      });
      return row?.phone != null && row.phone === row.participant?.person.phone;
    },
    async libraryPlanOf(ownPlanId) {
      const own = await db.workPlan.findUnique({ where: { id: ownPlanId }, include: { library: true } });
      if (own === null || own.library.holderId === 0) return null;
      const plan = await db.workPlan.findFirst({
        where: { cohortId: own.cohortId, type: own.type, library: { ...sameAs(own.library), holderId: 0 } },
        orderBy: { libraryId: "asc" },
      });
      return plan?.id ?? null;
    },
    merge: (apartId, libraryId) => mergePlans(db, apartId, libraryId),
    adopt: (ownPlanId, libraryPlanId) => adoptPlan(db, ownPlanId, libraryPlanId),
    takeApart: (libraryId, apartId, personId) => takeApart(db, libraryId, apartId, personId),
  };
}

async function apartFrom(
  db: Db,
  { kind, name, practiceOf, ...library }: Omit<Library, "id">,
  holderId: number,
): Promise<Library> {
  const placeCode = await codeNow(db, library.placeCode);
  const key = { placeCode, kind, name, holderId, practiceOf };
  return db.library.upsert({ where: { placeCode_kind_name_holderId_practiceOf: key }, create: key, update: {} });
}

async function toCase(
  db: Db,
  row: Prisma.ParticipantGetPayload<{ include: typeof WITH_DECIDER }>,
): Promise<AdmissionCase | null> {
  const { library, personId, decidedBy } = row;
  if (library === null) return null;
  const members = await db.libraryMember.findMany({
    where: {
      ...{ untilAt: null, personId: { not: personId }, person: { erasedAt: null } },
      library: { ...sameAs(library), holderId: 0 },
    },
    include: { person: true },
    orderBy: { personId: "asc" },
  });
  const own = { libraryId: library.holderId === 0 ? -1 : library.id, movedToId: null };
  return {
    participant: { ...toParticipant(row), library },
    askedAt: row.askedAt,
    decidedBy: decidedBy === null || decidedBy.erasedAt !== null ? null : { id: decidedBy.id, name: decidedBy.name },
    managers: members.map(({ person }) => toPerson(person)),
    entries: {
      plans: await db.workPlan.count({ where: { ...own, NOT: { state: "unwritten" } } }),
      reports: await db.progressReport.count({ where: { version: 1, plan: own } }),
    },
  };
}
