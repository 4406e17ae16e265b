// Everything that is kept about one person, table by table (see domain/own-data.ts). A new table that points to a person must
// find its place here: test/use-cases/erase-person.test.ts asks the database which those are.
import type { OwnData } from "../domain/own-data.js";
import type { OwnDataPort } from "../ports/own-data.js";
import { auditSubjects } from "./audit-subjects.js";
import type { Db } from "./database.js";
import { dayFromColumn } from "./days.js";
import { erasePerson } from "./erase-person.js";
import type { OnTooLate } from "./recall.js";

export function createOwnData(db: Db, onTooLate: OnTooLate): OwnDataPort {
  return {
    collect: (personId) => collect(db, personId),
    async erase(personId, obstacles, now) {
      const { onTheirWay, ...left } = await erasePerson(db, personId, obstacles, now);
      if (onTheirWay.length > 0) await onTooLate(onTheirWay);
      return left;
    },
  };
}

async function collect(db: Db, personId: number): Promise<OwnData> {
  const person = await db.person.findUniqueOrThrow({ where: { id: personId } });
  const { telegramId } = person;
  const participations = await db.participant.findMany({
    where: { personId },
    include: { trainingClass: true, library: true },
    orderBy: { id: "asc" },
  });
  const participantIds = participations.map(({ id }) => id);
  const memberships = await db.libraryMember.findMany({ where: { personId }, include: { library: true } });
  const ofPlan = { plan: { libraryId: { in: memberships.map(({ libraryId }) => libraryId) } } };
  const reports = { OR: [{ authorId: personId }, { participantId: { in: participantIds } }] };
  return {
    people: [
      {
        id: person.id,
        ...pick(person, ["name", "phone", "language", "zone", "createdAt", "unreachableSince", "unreachableCause"]),
        telegramId: String(telegramId ?? ""),
        stoppedMessages: person.optedOut,
      },
    ],
    consent_receipts: (await db.consentReceipt.findMany({ where: { personId } })).map((row) =>
      pick(row, ["id", "noticeVersion", "givenAt", "withdrawnAt"]),
    ),
    audits: await auditsOf(db, personId, participantIds),
    participants: participations.map((row) => ({
      ...pick(row, ["id", "number", "kind", "joinedAt", "leftAt"]),
      ...(row.carriesOutPlans && { flagged: true }),
      className: row.trainingClass.name,
      libraryName: row.library?.name ?? null,
    })),
    roster_rows: (
      await db.rosterRow.findMany({
        where: { OR: [{ participantId: { in: participantIds } }, ...(person.phone ? [{ phone: person.phone }] : [])] },
        include: { trainingClass: true },
      })
    ).map((row) => ({
      ...pick(row, ["id", "name", "phone", "kind", "libraryName", "placeCode"]),
      ...(row.carriesOutPlans && { flagged: true }),
      className: row.trainingClass.name,
    })),
    library_members: memberships.map(({ id, library, fromAt, untilAt }) => ({
      id,
      libraryName: library.name,
      placeCode: library.placeCode,
      from: fromAt,
      until: untilAt,
    })),
    attendance: (
      await db.attendance.findMany({ where: { participantId: { in: participantIds } }, include: { session: true } })
    ).map(({ session, answer, answeredAt }) => ({ session: session.title, answer, at: answeredAt })),
    work_plans: (await db.workPlan.findMany({ where: ofPlan.plan, orderBy: { id: "asc" } })).map((row) => ({
      ...pick(row, ["id", "type", "state", "activity", "measure", "partner", "writtenAt"]),
      targetOn: row.targetOn && dayFromColumn(row.targetOn),
      dueOn: dayFromColumn(row.dueOn),
    })),
    deadline_extensions: (
      await db.deadlineExtension.findMany({ where: { OR: [ofPlan, { byId: personId }] }, include: { by: true } })
    ).map(({ id, until, reason, by, at }) => ({ id, until: dayFromColumn(until), reason, by: by.name, at })),
    progress_reports: (
      await db.progressReport.findMany({ where: reports, include: { plan: true }, orderBy: { id: "asc" } })
    ).map((row) => ({
      ...pick(row, ["id", "number", "version", "state", "obstacle", "nextStep", "story", "onBehalf"]),
      ...pick(row, ["reportedAt", "reviewedAt"]),
      type: row.plan.type,
    })),
    report_answers: (
      await db.reportAnswer.findMany({
        where: { report: reports },
        include: { report: true },
        orderBy: { reportId: "asc" },
      })
    ).map(({ report, question, amount, text, choices, day }) => ({
      number: report.number,
      version: report.version,
      question,
      answer: amount ?? text ?? (day === null ? choices : dayFromColumn(day)),
    })),
    evidence: (
      await db.evidence.findMany({
        where: { OR: [{ report: reports }, { reportId: null, ...ofPlan }] },
        include: { report: true },
      })
    ).map((row) => ({
      ...pick(row, ["id", "kind", "caption", "receivedAt"]),
      number: row.report?.number ?? null,
    })),
    snoozes: (await db.snooze.findMany({ where: { personId }, include: { plan: true }, orderBy: { id: "asc" } })).map(
      ({ id, plan, until, at }) => ({ id, type: plan.type, until, at }),
    ),
    follow_ups: (
      await db.followUp.findMany({ where: { OR: [ofPlan, { trainerId: personId }, { resolvedById: personId }] } })
    ).map((row) => ({
      ...pick(row, ["id", "reason", "raisedAt", "resolvedAt", "resolution", "note"]),
      dueOn: dayFromColumn(row.dueOn),
    })),
    question_threads: (await db.questionThread.findMany({ where: { participantId: { in: participantIds } } })).map(
      ({ id, state, askedAt }) => ({ id, state, at: askedAt }),
    ),
    thread_messages: (
      await db.threadMessage.findMany({
        where: { OR: [{ authorId: personId }, { thread: { participantId: { in: participantIds } } }] },
        include: { author: true },
        orderBy: { id: "asc" },
      })
    ).map((row) => ({
      ...pick(row, ["id", "text", "sentAt", "delivery"]),
      by: row.author.name,
      photo: row.photoId !== null,
    })),
    announcement_recipients: await receivedBy(db, personId),
    ...(await inAndOut(db, personId, telegramId)),
    account_bindings: (await db.accountBinding.findMany({ where: { personId } })).map((row) => ({
      id: row.id,
      telegramId: String(row.telegramId),
      from: row.boundAt,
      until: row.unboundAt,
    })),
    role_bindings: (await db.roleBinding.findMany({ where: { personId } })).map((row) => ({
      id: row.id,
      role: row.role,
      region: row.regionCode,
      from: row.grantedAt,
      until: row.revokedAt,
    })),
    class_trainers: (await db.classTrainer.findMany({ where: { personId }, include: { trainingClass: true } })).map(
      ({ trainingClass }) => ({ className: trainingClass.name }),
    ),
    // Not the token: whoever reads the file over somebody's shoulder could use it.
    invitations: (await db.invitation.findMany({ where: { personId } })).map((row) =>
      pick(row, ["createdAt", "expiresAt", "usedAt"]),
    ),
    announcements: (await db.announcement.findMany({ where: { authorId: personId } })).map((row) => ({
      ...pick(row, ["id", "state", "createdAt"]),
      text: textOf(row.content),
    })),
    daily_summaries: (await db.dailySummary.findMany({ where: { trainerId: personId } })).map(({ id, day }) => ({
      id,
      day: dayFromColumn(day),
    })),
  };
}

/** Who looked at them or changed something of theirs, and what they did themselves. */
async function auditsOf(db: Db, personId: number, participantIds: number[]) {
  const subjects = await auditSubjects(db, personId, participantIds);
  const rows = await db.audit.findMany({
    where: { OR: [{ subject: { in: subjects } }, { actorId: personId }] },
    include: { actor: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    ...pick(row, ["id", "at", "action", "subject", "purpose"]),
    by: row.actor?.name ?? null,
    details: row.details === null ? null : JSON.stringify(row.details),
  }));
}

async function receivedBy(db: Db, personId: number) {
  const rows = await db.announcementRecipient.findMany({ where: { personId } });
  const announcements = await announcementsById(db, rows);
  return rows.map(({ id, announcementId, skipped }) => {
    const announcement = announcements.get(announcementId);
    return { id, text: textOf(announcement?.content), cause: skipped, at: announcement?.createdAt ?? null };
  });
}

async function announcementsById(db: Db, rows: { announcementId: number | null }[]) {
  const ids = rows.flatMap(({ announcementId }) => announcementId ?? []);
  const announcements = await db.announcement.findMany({ where: { id: { in: ids } } });
  return new Map(announcements.map((announcement) => [announcement.id, announcement]));
}

async function inAndOut(db: Db, personId: number, telegramId: bigint | null) {
  const outbox = await db.outbox.findMany({ where: { personId }, orderBy: { id: "asc" } });
  const announcements = await announcementsById(db, outbox);
  const inbox = telegramId === null ? [] : await db.inbox.findMany({ where: { chatId: telegramId } });
  const drafts = telegramId === null ? [] : await db.draft.findMany({ where: { telegramId } });
  // grammY's conversations keep theirs under the chat's id.
  const taps = telegramId === null ? [] : await db.tap.findMany({ where: { chatId: telegramId } });
  const states = await db.conversationState.findMany({ where: { key: String(telegramId) } });
  return {
    outbox: outbox.map((row) => ({
      ...pick(row, ["id", "kind", "state", "createdAt"]),
      sentAt: row.settledAt,
      text: textOf(row.message ?? announcements.get(row.announcementId ?? 0)?.content),
    })),
    // What is handled keeps no content, so there is nothing else to show of it.
    inbox: inbox.map((row) => ({
      receivedAt: row.receivedAt,
      state: row.state,
      text: row.payload === null ? null : JSON.stringify(row.payload),
    })),
    drafts: drafts.map((row) => ({
      ...pick(row, ["id", "form", "subject", "createdAt"]),
      answers: JSON.stringify(row.answers),
    })),
    conversation_states: states.map(({ updatedAt }) => ({ at: updatedAt })),
    taps: taps.map(({ data, at }) => ({ at, action: data })),
  };
}

function textOf(message: unknown): string | null {
  const text = (message as { text?: unknown } | null | undefined)?.text;
  return typeof text === "string" ? text : null;
}

function pick<Row, Key extends keyof Row>(row: Row, keys: Key[]): Pick<Row, Key> {
  return Object.fromEntries(keys.map((key) => [key, row[key]])) as Pick<Row, Key>;
}
