// Two classes that have nothing to do with each other, with everybody and everything in both: whoever belongs to one presses what
// belongs to the other. Ids of the second begin at 5001, so that none means something in both.
import { reportNumber } from "../../../src/domain/reports/progress-report.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { digest, type Snapshot } from "../../support/stage/snapshot.js";
import type { Stage } from "../../support/stage/stage.js";
import {
  buildAdmin,
  buildClass,
  buildInvitation,
  buildParticipant,
  buildPerson,
  buildRosterRow,
  buildSession,
  buildTrainer,
} from "../../support/world/builders.js";

export interface Side {
  participant: Person;
  trainer: Person;
  /** Of the class's own province. */
  admin: Person;
  /** Ids of what is this side's, whatever it is. */
  ids: number[];
  tokens: string[];
  class: { id: number };
  participantName: string;
}

export async function openTwoClasses(stage: Stage): Promise<{ riau: Side; maluku: Side; stranger: Person }> {
  const riau = await openSide(stage, { provinceCode: "21", name: "Kepulauan Riau", joinToken: "masuk-kepri" });
  await stage.db.$executeRaw`
    DO $$ DECLARE name text; BEGIN
      FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'
      LOOP PERFORM setval(quote_ident(name)::regclass, 5000); END LOOP;
    END $$`;
  const maluku = await openSide(stage, { provinceCode: "81", name: "Maluku", joinToken: "masuk-maluku" });
  const stranger = stage.person({ name: "Orang asing" });
  stranger.start();
  await stage.settle();
  return { riau, maluku, stranger };
}

async function openSide(
  stage: Stage,
  options: { provinceCode: string; name: string; joinToken: string },
): Promise<Side> {
  const { db, clock } = stage;
  const now = clock.now();
  const { provinceCode } = options;
  const trainingClass = await buildClass(db, options);
  const classId = trainingClass.id;
  const phones = [0, 1, 2].map((n) => stage.person({ name: `${options.name} ${n}` }));
  const [first, second, third] = phones as [Person, Person, Person];
  const built = await buildParticipant(db, classId, { name: `Siti ${options.name}`, telegramId: first.id });
  const trainer = await buildTrainer(db, [classId], { telegramId: second.id, provinceCode });
  const admin = await buildAdmin(db, { telegramId: third.id, regionCode: provinceCode, provinceCode });
  const invited = await buildPerson(db, { telegramId: null, provinceCode });
  const invitation = await buildInvitation(db, invited.id, { token: `undangan-${options.joinToken}` });
  const roster = await buildRosterRow(db, classId);
  const sessions = [
    await buildSession(db, classId, { startsAt: new Date(now.getTime() + 7 * 86_400_000) }),
    await buildSession(db, classId, { startsAt: new Date(now.getTime() + 8 * 86_400_000), mode: "online" }),
  ];
  await db.workPlan.updateMany({
    where: { classId, type: { not: "advocacy" } },
    data: { state: "in_progress", activity: "Pelatihan keripik", writtenAt: now, dueOn: new Date("2024-06-01") },
  });
  const thread = await db.questionThread.create({
    data: { participantId: built.participant.id, askedAt: now, lastAt: now },
  });
  await db.threadMessage.create({
    data: { threadId: thread.id, authorId: built.person.id, text: "Bolehkah?", updateId: -classId, sentAt: now },
  });
  // Of the second plan, and nobody has reviewed it.
  const report = await db.progressReport.create({
    data: {
      ...{ number: reportNumber(2024, classId, 1), planId: built.plans[1]?.id ?? 0, state: "in_progress" },
      ...{ participantId: built.participant.id, authorId: built.person.id, reportedAt: now, updateId: -classId },
    },
  });
  const announcement = await db.announcement.create({
    data: {
      ...{ authorId: admin.id, draftId: classId, contentHash: "0123456789abcdef0123", createdAt: now },
      content: { text: "Halo {nama}", marks: [] },
      audience: {
        ...{ scope: { kind: "all" }, role: "participants", plans: "any" },
        reach: [{ regionCode: provinceCode, cohortId: null }],
      },
    },
  });
  const correction = await db.announcementCorrection.create({
    data: {
      ...{
        announcementId: announcement.id,
        authorId: admin.id,
        draftId: 1000 + classId,
        kind: "amend",
        state: "awaiting",
      },
      ...{ content: { text: "Halo, {nama}", marks: [] }, fresh: { text: "Halo, {nama}", marks: [] }, createdAt: now },
      ...{ seenHash: "0123456789abcdef0123", contentHash: "0123456789abcdef4567" },
    },
  });
  const reached = { announcementId: announcement.id, personId: built.person.id };
  const unreached = { announcementId: announcement.id, rosterRowId: roster.id, skipped: "not_joined" };
  await db.announcementRecipient.createMany({ data: [unreached, reached] });
  // A talk that was just noted, to be taken back or written beside.
  await db.careAct.create({
    data: { kind: "talk", scope: `class:${classId}`, actorId: trainer.id, updateId: -classId, at: now },
  });
  const waiting = await db.outbox.create({
    data: {
      ...{ key: `announcement:${announcement.id}:${built.person.id}`, kind: "announcement", priority: 5 },
      ...{ chatId: BigInt(first.id), personId: built.person.id, announcementId: announcement.id, state: "unknown" },
      ...{ dueAt: now, createdAt: now, variables: { nama: "Siti" } },
    },
  });
  for (const phone of phones) phone.start();
  await stage.settle();
  // On the list, and not there yet: who is taken off it in the tests.
  const spare = await buildTrainer(db, [classId], { name: "Pelatih cadangan", telegramId: null, provinceCode });
  await db.material.create({
    data: { topic: "other", title: `Panduan ${classId}`, kind: "link", content: "https://perpusnas.go.id/panduan" },
  });
  // Of change: one answer was said and nobody has written it down; children are on its photo, and their parent has said yes.
  const written = { text: "Seorang ibu penjual kue", voiceId: null };
  const story = await db.story.create({
    data: {
      ...{ participantId: built.participant.id, updateId: -classId, sentAt: now, awaitsTyping: true },
      ...{ photos: [`foto-${classId}`], showsChildren: true, flaggedAt: now, flaggedById: trainer.id },
      guardian: { name: "Ibu Ratna", relation: "parent", how: "letter", on: "2024-06-01" },
      answers: {
        ...{ who: written, activity: written, after: written, proof: written },
        before: { text: null, voiceId: `suara-${classId}` },
      },
    },
  });
  const quick = await db.quickAnswer.create({ data: { personId: trainer.id, text: "Silakan.", at: now } });
  const other = await db.quickAnswer.create({ data: { personId: trainer.id, text: "Nanti dulu.", at: now } });
  // They are away soon, and cover for the other one later; nothing of it has begun.
  const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
  const said = { setById: trainer.id, at: now };
  const away = await db.absence.create({
    data: {
      ...said,
      personId: trainer.id,
      coverId: spare.id,
      startsAt: inDays(10),
      endsAt: inDays(12),
      updateId: -classId,
    },
  });
  const covered = await db.absence.create({
    data: {
      ...{ ...said, personId: spare.id, coverId: trainer.id, updateId: -classId - 1 },
      ...{ startsAt: inDays(20), endsAt: inDays(22) },
    },
  });
  // Of last month, so that nothing here waits for it.
  const pause = await db.pause.create({
    data: {
      ...{ personId: built.person.id, reason: "leave", setById: built.person.id, at: now, updateId: -classId },
      ...{ fromOn: new Date("2024-05-01"), untilOn: new Date("2024-05-02") },
    },
  });
  const ofPlace = await db.pause.create({
    data: {
      ...{ placeCode: provinceCode, reason: "disaster", setById: admin.id, at: now, updateId: -classId },
      ...{ fromOn: new Date("2024-05-01"), untilOn: new Date("2024-05-02") },
    },
  });
  const ids = [classId, ...sessions.map(({ id }) => id), ...built.plans.map(({ id }) => id), built.person.id];
  // The participant went to another account, and the old one said that it was not their wish.
  const move = await db.accountMove.create({
    data: {
      ...{ personId: built.person.id, fromAccount: first.id, toAccount: 7_000_000_000 + classId },
      ...{ state: "contested", askedAt: now, movedAt: now },
    },
  });
  return {
    ...{ participant: first, trainer: second, admin: third, participantName: built.person.name },
    class: trainingClass,
    ids: [
      ...ids,
      ...[
        built.participant.id,
        trainer.id,
        admin.id,
        spare.id,
        invited.id,
        roster.id,
        thread.id,
        report.id,
        announcement.id,
        correction.id,
        waiting.id,
        away.id,
        quick.id,
        other.id,
        covered.id,
        move.id,
        pause.id,
        ofPlace.id,
        story.id,
      ],
    ],
    tokens: [options.joinToken, invitation.token],
  };
}

/** What must be so before this form can be opened by its person of the scene. */
export async function readyFor(stage: Stage, form: string, phone: Person): Promise<void> {
  if (form === "staff_name") await forgetName(stage, phone);
  // Which of them is written down is asked where two answers were spoken.
  if (form === "story_typing") {
    const { answers } = await stage.db.story.findUniqueOrThrow({ where: { id: 1 } });
    const after = { text: null, voiceId: "suara-2" };
    await stage.db.story.update({ where: { id: 1 }, data: { answers: { ...(answers as object), after } } });
  }
  // What they think of their class is asked when it is over.
  if (form === "feedback") {
    const days = { startsOn: new Date("2024-05-27"), endsOn: new Date("2024-05-31") };
    await stage.db.trainingClass.updateMany({ where: { joinToken: "masuk-kepri" }, data: days });
  }
  // Sessions are added to a class that is not over, one is moved as a whole before it has begun, and its last day is still to come.
  if (form === "session" || form === "shift_class" || form === "class_detail") {
    const days = { startsOn: new Date("2024-06-24"), endsOn: new Date("2024-06-28") };
    await stage.db.trainingClass.updateMany({ where: { joinToken: "masuk-kepri" }, data: days });
  }
  if (!["cohort", "wave", "practice", "material", "rules"].includes(form)) return;
  // These are for admins of the whole country.
  const person = { telegramId: phone.id };
  await stage.db.roleBinding.updateMany({ where: { person, role: "admin" }, data: { regionCode: null } });
}

/** As an admin of the configuration before they have said their name. */
export async function forgetName({ db }: Stage, { id }: Person): Promise<void> {
  await db.person.updateMany({ where: { telegramId: id }, data: { name: "" } });
}

/** What everybody may change about themselves by pressing buttons: how they are spoken to, what they are in the middle of, their last tap. */
const OWN = {
  tables: ["taps", "drafts", "conversation_states", "counters"],
  columns: ["language", "opted_out", "schedule_seen_at"],
};

/** Every row of every table, but for what everybody may change about themselves. */
export const digestOf = ({ db }: Stage): Promise<Snapshot> => digest(db, OWN);
