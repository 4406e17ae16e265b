// Progress reports, their typed answers and the evidence kept with them.

import type { ReportState } from "../../domain/plans/work-plan.js";
import { LOST_COPY } from "../../domain/reports/evidence.js";
import type { TypedAnswer } from "../../domain/reports/questionnaire.js";
import type { Review } from "../../domain/reports/review.js";
import type { ProgressReport, ReportsPort } from "../../ports/plans/reports.js";
import { dayFromColumn, dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { firstFreeNumber } from "../first-free-number.js";
import type { ReportAnswer as AnswerRow, Prisma } from "../generated/client.js";
import { trainsNow } from "../reach.js";

const WITH_ALL = {
  author: true,
  reviewedBy: true,
  answers: { orderBy: { question: "asc" } },
  _count: { select: { evidence: true } },
  plan: {
    include: {
      library: { include: { place: { select: { name: true } } } },
      trainingClass: { include: { trainers: { where: { person: trainsNow }, orderBy: { personId: "asc" } } } },
    },
  },
} satisfies Prisma.ProgressReportInclude;

const LATEST = [{ reportedAt: "desc" }, { id: "desc" }] satisfies Prisma.ProgressReportOrderByWithRelationInput[];

export function createReports(db: Db): ReportsPort {
  const first = async (where: Prisma.ProgressReportWhereInput) => {
    const row = await db.progressReport.findFirst({ where, include: WITH_ALL, orderBy: LATEST });
    return row === null ? null : toReport(row);
  };
  return {
    async nextNumber(classId, numberOf) {
      await db.$queryRaw`SELECT id FROM training_classes WHERE id = ${classId} FOR UPDATE`;
      return firstFreeNumber(
        1 + (await db.progressReport.count({ where: { version: 1, plan: { classId } } })),
        numberOf,
        async (number) => (await db.progressReport.count({ where: { number } })) > 0,
      );
    },
    async add({ answers, planId, authorId, ...report }, now) {
      const participant = await db.participant.findFirst({
        // What a trainer told is the participant's whose library it is about, where there is one.
        where: {
          ...(!report.onBehalf && { personId: authorId }),
          leftAt: null,
          library: { workPlans: { some: { id: planId } } },
        },
        orderBy: { id: "desc" },
      });
      const { id } = await db.progressReport.create({
        data: { ...report, planId, authorId, participantId: participant?.id ?? null, reportedAt: now },
      });
      await db.reportAnswer.createMany({ data: answers.map((answer) => ({ reportId: id, ...toColumns(answer) })) });
      return id;
    },
    find: (id) => first({ id }),
    findByUpdate: (planId, updateId) => first({ planId, updateId }),
    findByNumber: (number) => first({ number }),
    findVersion: (number, version) => first({ number, version }),
    lastReviewed: (number) => first({ number, reviewedAt: { not: null } }),
    filesSince: (reportId, instant) => db.evidence.count({ where: { reportId, receivedAt: { gt: instant } } }),
    async evidenceOf(reportId, since) {
      const rows = await db.evidence.findMany({
        where: { reportId, ...(since !== null && { receivedAt: { gt: since } }) },
        select: { kind: true, fileId: true, storedAs: true },
        orderBy: { id: "asc" },
      });
      return rows.map(({ storedAs, ...file }) => ({ ...file, isLost: storedAs === LOST_COPY }));
    },
    latestOf: (planId) => first({ planId }),
    async previousAnswers(planId) {
      const rows = await db.reportAnswer.findMany({
        where: { report: { planId }, unknown: false },
        orderBy: [{ report: { reportedAt: "desc" } }, { reportId: "desc" }],
        distinct: ["question"],
      });
      return rows.flatMap(toAnswer);
    },
    async keepEvidence(planId, senderId, file, now) {
      const { fileUniqueId, kind, fileId, albumId, caption, mimeType, byteSize } = file;
      const { count } = await db.evidence.createMany({
        data: [{ planId, senderId, fileUniqueId, kind, fileId, albumId, caption, mimeType, byteSize, receivedAt: now }],
        skipDuplicates: true,
      });
      const row = await db.evidence.findUniqueOrThrow({ where: { planId_fileUniqueId: { planId, fileUniqueId } } });
      return count === 0 && row.reportId !== null ? null : row.id;
    },
    async attachEvidence(planId, evidenceIds, reportId) {
      await db.evidence.updateMany({ where: { id: { in: evidenceIds }, planId, reportId: null }, data: { reportId } });
    },
    async moveEvidence(fromReportId, toReportId) {
      await db.evidence.updateMany({ where: { reportId: fromReportId }, data: { reportId: toReportId } });
    },
    async evidenceToCopy(limit, now) {
      return db.evidence.findMany({
        where: { storedAs: null, OR: [{ copyAfter: null }, { copyAfter: { lte: now } }] },
        select: {
          ...{ id: true, kind: true, planId: true, senderId: true },
          ...{ fileId: true, receivedAt: true, copyFailures: true, copyCause: true },
        },
        orderBy: [{ copyFailures: "asc" }, { id: "asc" }],
        take: limit,
      });
    },
    async postponeCopy(id, { cause, until }) {
      const data = { copyCause: cause, copyAfter: until, copyFailures: { increment: 1 } };
      await db.evidence.updateMany({ where: { id, storedAs: null }, data });
    },
    async markCopied(id, { storedAs, byteSize, mimeType }) {
      const known = { ...(byteSize !== null && { byteSize }), ...(mimeType !== null && { mimeType }) };
      const data = { storedAs, copyCause: null, copyAfter: null, ...known };
      return (await db.evidence.updateMany({ where: { id }, data })).count === 1;
    },
    async dropEvidence(ids) {
      const rows = await db.$queryRaw<{ id: number }[]>`
        DELETE FROM evidence WHERE id = ANY(${ids}::int[]) AND stored_as IS NULL RETURNING id`;
      return rows.map(({ id }) => id);
    },
    async ofAlbum(senderId, { albumId, fileUniqueId }) {
      const row = await db.evidence.findFirst({
        where: { senderId, albumId, NOT: { fileUniqueId } },
        select: { planId: true, report: { select: { number: true } } },
        orderBy: { id: "desc" },
      });
      return row === null ? null : { planId: row.planId, number: row.report?.number ?? null };
    },
    latestBy: (authorId, since) => first({ authorId, reportedAt: { gte: since } }),
    isCopyUsed: async (storedAs) => (await db.evidence.count({ where: { storedAs } })) > 0,
  };
}

function toColumns(answer: TypedAnswer) {
  const { question } = answer;
  if ("amount" in answer) return { question, amount: answer.amount };
  if ("choices" in answer) return { question, choices: answer.choices };
  if ("unknown" in answer) return { question, unknown: true };
  return "day" in answer ? { question, day: dayToColumn(answer.day) } : { question, text: answer.text };
}

function toAnswer({ question, amount, text, day, choices, unknown }: AnswerRow): TypedAnswer[] {
  if (unknown) return [{ question, unknown }];
  if (amount !== null) return [{ question, amount }];
  if (text !== null) return [{ question, text }];
  if (day !== null) return [{ question, day: dayFromColumn(day) }];
  return choices.length === 0 ? [] : [{ question, choices }];
}

function toReport(row: Prisma.ProgressReportGetPayload<{ include: typeof WITH_ALL }>): ProgressReport {
  const { plan } = row;
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    planId: row.planId,
    planType: plan.type,
    libraryId: plan.libraryId,
    libraryName: plan.library.name,
    village: plan.library.place.name,
    authorId: row.authorId,
    authorName: row.author.name,
    onBehalf: row.onBehalf,
    // A report never says "unwritten": record-progress-report.ts takes nothing else.
    state: row.state as ReportState,
    obstacle: row.obstacle,
    nextStep: row.nextStep,
    story: row.story,
    reportedAt: row.reportedAt,
    reviewedAt: row.reviewedAt,
    review: toReview(row),
    answers: row.answers.flatMap(toAnswer),
    files: row._count.evidence,
    trainerIds: plan.trainingClass.trainers.map(({ personId }) => personId),
    placeCode: plan.library.placeCode,
    cohortId: plan.cohortId,
  };
}

function toReview(row: Prisma.ProgressReportGetPayload<{ include: typeof WITH_ALL }>): Review | null {
  if (row.reviewedAt === null || row.verdict === null) return null;
  return {
    ...{ verdict: row.verdict, at: row.reviewedAt, note: row.reviewNote, marked: row.marked },
    ...{ byId: row.reviewedById, byName: row.reviewedBy?.name ?? "" },
  };
}
