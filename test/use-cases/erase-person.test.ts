// Whether somebody who asks to be forgotten is forgotten: looked for in every column of every table, and in the files.

import { expect, test } from "vitest";
import { OWN_DATA_TABLES } from "../../src/domain/own-data/own-data.js";
import type { KnownActor } from "../../src/domain/people/person.js";
import { dayToColumn } from "../../src/storage/days.js";
import { createDelivery } from "../../src/storage/queue/delivery.js";
import { copyEvidence, erasePerson, finishErasures, showOwnData } from "../../src/use-cases/index.js";
import { stageAt } from "../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildRosterRow, buildTrainer } from "../support/world/builders.js";

const stage = stageAt("2024-06-24T03:00:00Z");

const NAME = "Kanari Ismaya";
const PHONE = "+628123450001";
const TELEGRAM_ID = 7_912_345_678;
/** Stands in every free text that she wrote or that was written about her. */
const WORDS = "rahasia-kanari";
const CANARIES = [NAME, PHONE, PHONE.slice(1), String(TELEGRAM_ID), WORDS];

async function tables(): Promise<string[]> {
  const rows = await stage.db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations' ORDER BY 1`;
  return rows.map(({ name }) => name);
}

/** Tables that point to a person, or hold an account or a phone number. */
async function tablesAboutPeople(): Promise<string[]> {
  const rows = await stage.db.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT tc.table_name AS name FROM information_schema.table_constraints tc
    JOIN information_schema.constraint_column_usage target USING (constraint_name, constraint_schema)
    WHERE tc.constraint_type = 'FOREIGN KEY' AND target.table_name IN ('people', 'participants')
    UNION
    SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name IN ('telegram_id', 'chat_id', 'person_id', 'phone')`;
  return rows.map(({ name }) => name).sort();
}

/** Tables in which any row, written out as text, holds a canary. */
async function tablesThatKnowHer(): Promise<string[]> {
  const found: string[] = [];
  for (const table of await tables()) {
    const rows = await stage.db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${table}" t`);
    if (rows.some(({ row }) => CANARIES.some((canary) => row.includes(canary)))) found.push(table);
  }
  return found;
}

/** She is in every table, and so is a colleague of hers who stays. */
async function knownEverywhere() {
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

// Keeps P36.
test("after /hapus nothing in any table or file tells who it was", async () => {
  const { actor } = await knownEverywhere();
  // The canaries are where they should be, so that finding none below means something.
  const before = await tablesThatKnowHer();
  expect(before).toEqual([
    ...["account_bindings", "account_moves", "audits", "conversation_states", "deadline_extensions", "drafts"],
    ...["evidence", "follow_ups", "handovers"],
    ...[
      "inbox",
      "invitations",
      "lane_blocks",
      "named_feedback",
      "outbox",
      "outbox_archive",
      "people",
      "progress_reports",
      "quick_answers",
      "report_answers",
      "roster_rows",
    ],
    ...["snoozes", "stories", "taps", "thread_messages", "work_plans"],
  ]);
  // A new table about people either gets its canary above, or is named here because it holds nothing but ids and dates.
  const namesNobody = [
    "announcement_boards",
    "absences",
    "announcement_corrections",
    "announcement_recipients",
    "attendance",
    "class_boards",
    "class_trainers",
    "consent_receipts",
    "daily_summaries",
    "mornings",
  ];
  const alsoNobody = [
    ...["announcements", "library_members", "participants", "question_threads", "role_bindings", "roster_imports"],
    ...["held_back", "saved_audiences", "pauses", "completion_letters", "champions", "story_subscriptions"],
  ];
  const about = await tablesAboutPeople();
  expect(about.filter((name) => !before.includes(name))).toEqual([...namesNobody, ...alsoNobody].sort());
  expect(stage.files.size).toBe(1);

  expect(await erasePerson(stage.world, actor, { personId: actor.person.id })).toEqual({ kind: "erased", number: 1 });
  // What the job works off; the account, to find the update that is still being handled, and the last tap.
  expect(await tablesThatKnowHer()).toEqual(["erasures", "taps"]);
  expect(await finishErasures(stage.world)).toEqual({ finished: 1 });

  expect(await tablesThatKnowHer()).toEqual([]);
  expect(stage.files.size).toBe(0);
});

// Keeps P36.
test("counts, states and dates stay, and so does everybody else", async () => {
  const { actor, colleague, plan } = await knownEverywhere();
  const others = async () => ({
    person: await stage.db.person.findUnique({ where: { id: colleague.person.id }, include: { accounts: true } }),
    plans: await stage.db.workPlan.findMany({ where: { libraryId: colleague.library.id } }),
    summary: await stage.db.outbox.findUnique({ where: { key: "f" } }),
  });
  const before = await others();

  await erasePerson(stage.world, actor, { personId: actor.person.id });

  expect(await others()).toEqual(before);
  expect(await stage.db.progressReport.findMany()).toMatchObject([
    { number: "R-1", state: "stuck", obstacle: "other", reportedAt: stage.clock.now() },
  ]);
  expect(await stage.db.followUp.findMany()).toMatchObject([{ planId: plan.id, reason: "overdue" }]);
  expect(await stage.db.participant.count()).toBe(2);
  expect(await stage.db.rosterRow.count()).toBe(2);
  expect(await stage.db.attendance.count()).toBe(1);
  expect(await stage.db.announcementRecipient.count()).toBe(1);
});

// Keeps P36.
test("what waited for them is cancelled; what told others of them can be said anew without them", async () => {
  const { actor } = await knownEverywhere();
  await erasePerson(stage.world, actor, { personId: actor.person.id });
  const rows = await stage.db.outbox.findMany({ orderBy: { id: "asc" } });
  expect(rows.map(({ key, state, cause }) => [key, state, cause])).toEqual([
    ["a", "cancelled", "erased"],
    ["b", "cancelled", "erased"],
    ["c", "sent", null],
    ["d", "sent", null],
    ["e~5", "cancelled", "names somebody erased"],
    ["g", "waiting", null],
    ["f", "waiting", null],
    // Their story had left in a file: the trainer who proposed it and the admin who took it along are told.
    ...[1, 2].map((personId) => [`story-withdrawn:1:${stage.clock.now().getTime()}:${personId}`, "waiting", null]),
  ]);
});

// Keeps P36.
test("an account that has become somebody else's is left to them", async () => {
  const { actor, colleague } = await knownEverywhere();
  const at = stage.clock.now();
  await stage.db.accountBinding.create({
    data: { personId: actor.person.id, telegramId: colleague.person.telegramId ?? 0, boundAt: at, unboundAt: at },
  });
  const draft = { form: "report", subject: "plan:99", version: 1, answers: {}, createdAt: at, updatedAt: at };
  await stage.db.draft.create({ data: { telegramId: colleague.person.telegramId ?? 0, ...draft } });
  await erasePerson(stage.world, actor, { personId: actor.person.id });
  expect(await stage.db.draft.findMany()).toMatchObject([{ subject: "plan:99" }]);
});

// Keeps P36.
test("erasing twice erases once", async () => {
  const { actor } = await knownEverywhere();
  await erasePerson(stage.world, actor, { personId: actor.person.id });
  const stranger = {
    telegramId: TELEGRAM_ID,
    language: "id" as const,
    person: null,
    roles: [],
    agreed: [],
    takesPart: false,
  };
  expect(await erasePerson(stage.world, stranger, { personId: actor.person.id })).toEqual({ kind: "nobody" });
  expect(await stage.db.counter.findMany()).toEqual([{ name: "person.erased", count: 1 }]);
});

// Keeps P36.
test("what the crash left is finished by the job, once, and only the number and two instants stay", async () => {
  const { actor } = await knownEverywhere();
  const at = stage.clock.now();
  // The press itself is still in hand when its rows are gone; then the process dies.
  await stage.db.inbox.create({
    data: { updateId: 3, chatId: TELEGRAM_ID, state: "claimed", payload: { text: NAME }, receivedAt: at },
  });
  await erasePerson(stage.world, actor, { personId: actor.person.id });
  expect(stage.files.size).toBe(1);

  stage.clock.advance(60_000);
  expect(await finishErasures(stage.world)).toEqual({ finished: 0 });
  // The file needs not wait for the update.
  expect(stage.files.size).toBe(0);
  await stage.db.inbox.updateMany({ where: { updateId: 3 }, data: { state: "done" } });
  // She begins anew meanwhile: that is not hers who was erased.
  const fresh = { updateId: 4, chatId: TELEGRAM_ID, payload: { text: "/start" }, receivedAt: stage.clock.now() };
  await stage.db.inbox.create({ data: fresh });
  expect(await finishErasures(stage.world)).toEqual({ finished: 1 });
  expect(await finishErasures(stage.world)).toEqual({ finished: 0 });

  expect(await stage.db.erasure.findMany()).toEqual([
    { id: 1, askedAt: at, files: [], accounts: [], finishedAt: stage.clock.now() },
  ]);
  expect((await stage.db.inbox.findMany({ orderBy: { updateId: "asc" } })).map(({ chatId }) => Number(chatId))).toEqual(
    [...[0, 0, 0, TELEGRAM_ID]],
  );
});

// Keeps P36.
test("a file that cannot be removed keeps its own wish open, and no other", async () => {
  const { actor, colleague } = await knownEverywhere();
  await erasePerson(stage.world, actor, { personId: actor.person.id });
  const other: KnownActor = {
    ...{ telegramId: Number(colleague.person.telegramId), language: "id", roles: [], agreed: [], takesPart: true },
    person: (await stage.world.store.people.find(colleague.person.id)) as KnownActor["person"],
  };
  await erasePerson(stage.world, other, { personId: colleague.person.id });
  const { remove } = stage.world.files;
  stage.world.files.remove = async () => {
    throw new Error("EACCES");
  };
  await expect(finishErasures(stage.world)).rejects.toThrow("EACCES");
  expect(await stage.world.store.erasures.unfinished()).toMatchObject([{ number: 1 }]);
  stage.world.files.remove = remove;
  expect(await finishErasures(stage.world)).toEqual({ finished: 1 });
  expect(stage.files.size).toBe(0);
});

// Keeps P36.
test("a picture that was being copied at that moment leaves no copy behind", async () => {
  const { actor, plan } = await knownEverywhere();
  const kind = "photo" as const;
  const picture = stage.sandbox.files.add({ kind, name: "b.jpg", mime: "image/jpeg", bytes: Buffer.from("y") });
  await stage.db.evidence.deleteMany({ where: { fileUniqueId: "u2" } });
  await stage.db.evidence.create({
    data: { planId: plan.id, kind, fileId: picture.fileId, fileUniqueId: "u9", receivedAt: stage.clock.now() },
  });
  const { keep } = stage.world.files;
  stage.world.files.keep = async (fileId) => {
    const kept = await keep(fileId);
    await erasePerson(stage.world, actor, { personId: actor.person.id });
    return kept;
  };
  expect(await copyEvidence(stage.world)).toEqual({ copied: 0, lost: 0, postponed: 0, refused: 0 });
  await finishErasures(stage.world);
  expect(stage.files.size).toBe(0);
});

// Keeps P36.
test("a copy that a dying process did not note is found by what it was copied from", async () => {
  const { actor } = await knownEverywhere();
  await stage.db.evidence.updateMany({ where: { fileUniqueId: "u1" }, data: { storedAs: null } });
  expect(stage.files.size).toBe(1);
  await erasePerson(stage.world, actor, { personId: actor.person.id });
  await finishErasures(stage.world);
  expect(stage.files.size).toBe(0);
});

// Keeps P36.
test("a post in a process's hands when somebody asks to be forgotten does not leave any more", async () => {
  const { actor } = await knownEverywhere();
  const delivery = createDelivery(stage.db);
  const now = stage.clock.now();
  await stage.db.announcement.updateMany({ data: { state: "sending" } });
  const { claimed } = await delivery.claim({ worker: "w", limit: 9, leaseSeconds: 60, now, restingChats: [] });
  const hers = claimed.filter(({ chatId }) => chatId === TELEGRAM_ID);
  expect(hers).toHaveLength(1);
  await erasePerson(stage.world, actor, { personId: actor.person.id });
  for (const { id, fence } of hers) expect(await delivery.depart(id, fence, now)).toBe(false);
  const waiting = { personId: actor.person.id, state: { in: ["waiting" as const, "claimed" as const] } };
  expect(await stage.db.outbox.count({ where: waiting })).toBe(0);
});

// Keeps P36.
test("where a colleague manages the library too, only what is surely theirs goes", async () => {
  const { actor, colleague, plan, library } = await knownEverywhere();
  await stage.db.libraryMember.create({
    data: { libraryId: library.id, personId: colleague.person.id, fromAt: stage.clock.now() },
  });
  const [ofDraft, ofColleague] = await Promise.all(
    ["u3", "u4"].map((fileUniqueId) =>
      stage.db.evidence.create({
        data: { planId: plan.id, kind: "photo", fileId: "f", fileUniqueId, receivedAt: stage.clock.now() },
      }),
    ),
  );
  await stage.db.draft.updateMany({ data: { answers: { "files.received": { evidenceIds: [ofDraft?.id ?? 0] } } } });
  await erasePerson(stage.world, actor, { personId: actor.person.id });
  expect(await stage.db.workPlan.findUnique({ where: { id: plan.id } })).toMatchObject({ activity: WORDS });
  // "u2" came before anybody kept whose it is: it may be the colleague's.
  const left = await stage.db.evidence.findMany({ orderBy: { id: "asc" } });
  expect(left.map(({ fileUniqueId }) => fileUniqueId)).toEqual(["u2", ofColleague?.fileUniqueId]);
});

// Keeps P36.
test("/dataku shows every table that can hold something about a person", async () => {
  const pointing = await tablesAboutPeople();
  const shown: readonly string[] = OWN_DATA_TABLES;
  expect(pointing.filter((name) => !shown.includes(name))).toEqual([]);

  const { actor } = await knownEverywhere();
  // Her file of just now is in the scene.
  stage.clock.advance(60_000);
  const outcome = await showOwnData(stage.world, actor, { updateId: 99 });
  if (outcome.kind !== "shown") throw new Error("Nothing was shown.");
  const { page, json } = outcome;
  const data = JSON.parse(Buffer.from(json.base64, "base64").toString("utf8"));
  const empty = OWN_DATA_TABLES.filter((table) => data[table].length === 0);
  expect(empty).toEqual([
    "held_back",
    "merges",
    "not_duplicates",
    "role_bindings",
    "class_trainers",
    "absences",
    "pauses",
    "announcements",
    "announcement_corrections",
    "announcement_boards",
    "saved_audiences",
    "daily_summaries",
    "class_boards",
    "mornings",
    "roster_imports",
  ]);
  const text = Buffer.from(page.base64, "base64").toString("utf8");
  expect(text.split(WORDS).length).toBeGreaterThan(10);
  expect(text).not.toContain("undefined");
});
