// Somebody who stands in every table that can hold something about a person, and a colleague of hers who stays.

import type { KnownActor } from "../../../src/domain/people/person.js";
import { dayToColumn } from "../../../src/storage/days.js";
import type { Stage } from "../../support/stage/stage.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildPerson,
  buildRosterRow,
  buildTrainer,
} from "../../support/world/builders.js";

export const NAME = "Kanari Ismaya";
const PHONE = "+628123450001";
export const TELEGRAM_ID = 7_912_345_678;
/** Stands in every free text that she wrote or that was written about her. */
export const WORDS = "rahasia-kanari";
export const CANARIES = [NAME, PHONE, PHONE.slice(1), String(TELEGRAM_ID), WORDS];

/** She is in every table, and so is a colleague of hers who stays. */
export async function knownEverywhere(stage: Stage) {
  const { db } = stage;
  const at = stage.clock.now();
  const day = dayToColumn("2024-07-07");
  const trainingClass = await buildClass(db);
  const trainer = await buildTrainer(db, [trainingClass.id]);
  const admin = await buildAdmin(db);
  const built = await buildParticipant(db, trainingClass.id, {
    ...{ name: NAME, phone: PHONE, telegramId: TELEGRAM_ID, libraryName: "Perpustakaan Berakit" },
  });
  const { person, participant, plans } = built;
  const colleague = await buildParticipant(db, trainingClass.id, { name: "Budi Santoso" });
  const row = await buildRosterRow(db, trainingClass.id, { name: NAME, phone: PHONE });
  await db.rosterRow.update({ where: { id: row.id }, data: { participantId: participant.id } });
  await buildRosterRow(db, trainingClass.id, { name: NAME, phone: PHONE });
  await db.accountBinding.create({
    data: { personId: person.id, telegramId: TELEGRAM_ID, boundAt: at, unboundAt: at },
  });
  await db.accountMove.create({
    data: { personId: person.id, toAccount: TELEGRAM_ID, state: "moved", askedAt: at, movedAt: at },
  });
  const other = await buildPerson(db, { name: "Wati" });
  // Her account was asked for by others, and taken from one of them.
  for (const [fromAccount, toAccount, state] of [
    [null, TELEGRAM_ID, "refused"],
    [null, TELEGRAM_ID, "waiting"],
    [TELEGRAM_ID, 77, "contested"],
  ] as const) {
    await db.accountMove.create({
      data: { ...{ personId: other.id, fromAccount, toAccount, state }, askedAt: at },
    });
  }
  await db.accountBinding.create({
    data: { personId: other.id, telegramId: TELEGRAM_ID, boundAt: at, unboundAt: at },
  });
  await db.completionLetter.create({
    data: { number: "SPP-K7MPQ-2XWRD", participantId: participant.id, issuedAt: at },
  });
  const answer = { text: WORDS, voiceId: null };
  const story = await db.story.create({
    data: {
      ...{ participantId: participant.id, updateId: 7, sentAt: at, awaitsTyping: false, showsChildren: true },
      answers: { who: answer, before: answer, activity: answer, after: answer, proof: answer },
      ...{ photos: [WORDS], guardian: { name: WORDS }, flaggedById: trainer.id, flaggedAt: at },
    },
  });
  await db.storyExport.create({ data: { storyId: story.id, updateId: 8, byId: admin.id, form: "pdf", at } });
  await db.champion.create({ data: { participantId: participant.id, namedAt: at, namedById: trainer.id } });
  await db.storySubscription.create({ data: { personId: person.id, since: at } });
  await db.handover.create({
    data: { code: WORDS, participantId: participant.id, createdAt: at, expiresAt: at, takenById: colleague.person.id },
  });
  await db.quickAnswer.create({ data: { personId: person.id, text: WORDS, at } });
  const { classId } = participant;
  await db.namedFeedback.create({ data: { classId, personId: person.id, answers: { best: WORDS } } });
  await db.feedbackPool.create({ data: { classId, givenBy: [person.id] } });
  await db.invitation.create({ data: { token: WORDS, personId: person.id, createdAt: at, expiresAt: at } });
  const session = await db.trainingSession.create({
    data: { classId: trainingClass.id, title: "Advokasi", startsAt: at, endsAt: at, place: "Aula" },
  });
  await db.attendance.create({
    data: { sessionId: session.id, participantId: participant.id, answer: "present", answeredAt: at },
  });
  await db.rosterAttendance.create({
    data: { sessionId: session.id, rosterRowId: row.id, answer: "present", markedAt: at, markedById: trainer.id },
  });

  const [plan] = plans;
  if (plan === undefined) throw new Error("A participant without a plan");
  await db.workPlan.update({ where: { id: plan.id }, data: { activity: WORDS, measure: WORDS, partner: NAME } });
  await db.deadlineExtension.create({ data: { planId: plan.id, until: day, reason: WORDS, byId: trainer.id, at } });
  const picture = stage.sandbox.files.add({
    kind: "photo",
    name: "a.jpg",
    mime: "image/jpeg",
    bytes: Buffer.from("x"),
  });
  const copy = await stage.world.files.keep(picture.fileId);
  if (copy.kind !== "kept") throw new Error("The picture was not kept");
  await db.progressReport.create({
    data: {
      ...{ number: "R-1", planId: plan.id, participantId: participant.id, authorId: person.id, state: "stuck" },
      ...{ obstacle: WORDS, nextStep: WORDS, story: NAME, reportedAt: at, updateId: 5 },
      answers: { create: { question: "activity", text: WORDS } },
      evidence: {
        create: {
          ...{ planId: plan.id, kind: "photo", fileId: picture.fileId, fileUniqueId: "u1", caption: WORDS },
          ...{ storedAs: copy.storedAs, receivedAt: at },
        },
      },
    },
  });
  await db.evidence.create({
    data: { planId: plan.id, kind: "document", fileId: "f2", fileUniqueId: "u2", caption: NAME, receivedAt: at },
  });
  await db.followUp.create({
    data: {
      ...{
        key: `overdue:${plan.id}:2024-07-07`,
        planId: plan.id,
        trainerId: trainer.id,
        reason: "overdue",
        dueOn: day,
      },
      ...{ raisedAt: at, note: WORDS },
    },
  });
  await db.snooze.create({
    data: { planId: plan.id, personId: person.id, messageId: TELEGRAM_ID, until: at, at },
  });
  await db.questionThread.create({
    data: {
      ...{ participantId: participant.id, askedAt: at, lastAt: at },
      messages: {
        create: [
          {
            authorId: person.id,
            text: WORDS,
            files: [{ kind: "photo", fileId: WORDS, albumId: null }],
            sentAt: at,
            updateId: 6,
          },
          { authorId: trainer.id, text: `Ibu ${NAME}, boleh.`, sentAt: at, updateId: 7 },
        ],
      },
    },
  });

  const announcement = await db.announcement.create({
    data: {
      authorId: admin.id,
      draftId: 1,
      content: { text: "Halo {nama}", marks: [] },
      audience: {},
      contentHash: "h",
      createdAt: at,
    },
  });
  await db.announcementRecipient.create({ data: { announcementId: announcement.id, personId: person.id } });
  const post = { priority: 5, dueAt: at, createdAt: at };
  const subjects = [`person:${person.id}`];
  const hers = { ...post, chatId: TELEGRAM_ID, personId: person.id };
  const theirs = {
    ...post,
    chatId: 42,
    personId: trainer.id,
    message: { text: `${NAME} terlambat`, marks: [] },
    subjects,
  };
  const over = { exempt: false, attempts: 0, fence: 1, state: "sent" as const };
  await db.archivedPost.createMany({
    data: [
      { ...hers, ...over, id: 9001, key: "y", kind: "answer", message: { text: `${NAME}: ${WORDS}`, marks: [] } },
      { ...theirs, ...over, id: 9002, key: "z", kind: "overdue_alert" },
    ],
  });
  await db.outbox.createMany({
    data: [
      { ...hers, key: "a", kind: "announcement", announcementId: announcement.id, variables: { nama: NAME } },
      { ...hers, key: "b", kind: "plan_reminder", message: { text: WORDS, marks: [] } },
      { ...hers, key: "c", kind: "answer", state: "sent", message: { text: WORDS, marks: [] }, telegramMessageId: 9 },
      { ...theirs, key: "d", kind: "overdue_alert", state: "sent" },
      { ...theirs, key: "e", kind: "overdue_alert", state: "waiting" },
      // Nobody said whom it names: a trainer's own words, whatever they say.
      { ...theirs, key: "g", kind: "answer", subjects: [], message: { text: "Pak Budi menyapa", marks: [] } },
      {
        ...post,
        key: "f",
        chatId: 43,
        personId: trainer.id,
        kind: "daily_summary",
        message: { text: "Budi", marks: [] },
      },
    ],
  });
  await db.inbox.createMany({
    data: [
      { updateId: 1, chatId: TELEGRAM_ID, state: "parked", payload: { text: NAME }, receivedAt: at },
      { updateId: 2, chatId: TELEGRAM_ID, state: "done", receivedAt: at },
    ],
  });
  await db.draft.create({
    data: {
      ...{ telegramId: TELEGRAM_ID, form: "report", subject: `plan:${plan.id}`, version: 1, answers: { story: NAME } },
      ...{ createdAt: at, updatedAt: at },
    },
  });
  await db.conversationState.create({ data: { key: String(TELEGRAM_ID), state: { said: WORDS }, updatedAt: at } });
  await stage.world.store.taps.swap(TELEGRAM_ID, { updateId: 1, messageId: 2, data: "erase:1", at });
  await db.laneBlock.create({ data: { lane: `chat:${TELEGRAM_ID}`, blockedUntil: at } });
  await db.audit.createMany({
    data: [
      {
        at,
        actorId: admin.id,
        action: "person.view",
        subject: `participant:${participant.id}`,
        details: { why: WORDS },
      },
      { at, actorId: person.id, action: "person.own-data", subject: `person:${person.id}`, purpose: WORDS },
      { at, actorId: admin.id, action: "person.contact", subject: `person:${person.id}`, details: { shown: PHONE } },
    ],
  });
  const actor: KnownActor = {
    ...{ telegramId: TELEGRAM_ID, language: "id", roles: [], agreed: [], takesPart: true },
    person: (await stage.world.store.people.find(person.id)) as KnownActor["person"],
  };
  return { ...built, actor, colleague, plan };
}
