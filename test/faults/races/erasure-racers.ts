// Everything that writes to somebody or about them, for races with their erasure: one late plan, a question, a session, a colleague.
import { dayIn } from "../../../src/domain/time/calendar.js";
import type { World } from "../../../src/ports.js";
import type { Db } from "../../../src/storage/engine/database.js";
import { createDelivery } from "../../../src/storage/queue/delivery.js";
import {
  answerAttendance,
  askForHelp,
  askTrainers,
  bringMissed,
  cancelTrainingSession,
  changeClass,
  decideAdmission,
  endPause,
  endPlacePause,
  escalateAdmissions,
  escalateQuestions,
  extendDeadlines,
  giveFeedback,
  greetTrainers,
  hurryTrainers,
  inviteStaff,
  inviteToFeedback,
  movePauseEnd,
  moveTrainingSession,
  pauseInPassing,
  pausePerson,
  pausePlace,
  publishAnnouncement,
  recordTalk,
  registerParticipant,
  remindOfPlans,
  remindOfSessions,
  remindPeople,
  replyInThread,
  rescueDrafts,
  resumeMessages,
  revokeRole,
  saveImport,
  stopMessages,
  summariseDay,
  teachClass,
  tendPauses,
  undoImport,
  undoPause,
  welcomeBack,
  writeWorkPlan,
} from "../../../src/use-cases/index.js";
import type { Stage } from "../../support/stage/stage.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildPerson,
  buildRosterRow,
  buildSession,
  buildTrainer,
} from "../../support/world/builders.js";
import { actorOf, report } from "../../support/world/plans.js";

export const NAME = "Kanari Ismaya";
export const SECRET = "rahasia-kanari";
export const TELEGRAM_ID = 7_912_345_678;
const PHONE = "+6281299887766";
const VILLAGE = "21.01.10.2001";

/** A late plan of hers and of a colleague, a question, a session of which both were reminded, somebody who wants to join her library. */
export async function aClass({ db, world }: Stage) {
  const trainingClass = await buildClass(db);
  const classId = trainingClass.id;
  const trainer = await buildTrainer(db, [classId]);
  const admin = await buildAdmin(db);
  const shared = { placeCode: VILLAGE, libraryName: "Perpustakaan Berakit" };
  const hers = await buildParticipant(db, classId, { name: NAME, telegramId: TELEGRAM_ID, phone: PHONE, ...shared });
  const row = await buildRosterRow(db, classId, { name: NAME, phone: PHONE, placeCode: VILLAGE });
  await db.rosterRow.update({ where: { id: row.id }, data: { participantId: hers.participant.id } });
  await buildParticipant(db, classId, { name: "Budi Santoso" });
  const newcomer = await buildPerson(db, { name: "Wati Baru" });
  const joined = await registerParticipant(world, await actorOf(world, newcomer.id), {
    ...{ name: "Wati Baru", phone: null, kind: "desa", classId, placeCode: VILLAGE },
    ...{ libraryName: shared.libraryName, rosterRowId: null },
  });
  const startsAt = new Date("2024-07-10T02:00:00Z");
  const session = await buildSession(db, classId, { startsAt });
  await remindOfSessions(world);
  const author = await actorOf(world, hers.person.id);
  await askTrainers(world, author, { text: SECRET, files: [], updateId: 1 });
  const planId = hers.plans[0]?.id ?? 0;
  await report(world, hers.person.id, planId, { state: "stuck", story: SECRET });
  const otherPlanId = hers.plans[1]?.id ?? 0;
  const [from, subject] = [world.clock.now(), `plan:${otherPlanId}`];
  const draft = await world.store.drafts.open(TELEGRAM_ID, "plan", subject, 1, from);
  await world.store.drafts.keep(draft, { answers: { activity: SECRET }, editing: null, updateId: 7 }, from);
  return {
    ...{ personId: hers.person.id, planId, session, classId, trainerId: trainer.id, adminId: admin.id },
    ...{ newcomerId: newcomer.id, waitingId: "participantId" in joined ? joined.participantId : 0 },
    ...{ otherPlanId, participantId: hers.participant.id },
  };
}
export type Scene = Awaited<ReturnType<typeof aClass>>;

export interface Racer {
  run(world: World, scene: Scene, db: Db): Promise<unknown>;
  /** After an erasure somebody may bring her name in anew: an office by its list. */
  bringsAnew: boolean;
}

const as = async (world: World, id: number) => actorOf(world, id);

const pausing = async (world: World, personId: number) => {
  const untilOn = dayIn("Asia/Jakarta", world.clock.now());
  const said = { reason: "illness" as const, untilOn, updateId: 40, saidAt: world.clock.now() };
  return pausePerson(world, await as(world, personId), { participantId: null, ...said });
};
/** Nobody's, once she is erased. */
const pauseOf = async (world: World, personId: number) =>
  (await world.store.pauses.ownOf(personId, dayIn("Asia/Jakarta", world.clock.now())))?.id ?? 0;
const pausingPlace = async (world: World, adminId: number) =>
  pausePlace(world, await as(world, adminId), {
    ...{ placeCode: "21.01", untilOn: "2024-07-15", tells: true, updateId: 43, saidAt: world.clock.now() },
  });

/** By staff and by the clock: nothing of her may be left whichever comes first. */
const OTHERS: Record<string, Racer["run"]> = {
  "a nudge": async (world, { trainerId, planId }) =>
    remindPeople(world, await as(world, trainerId), {
      ...{ scope: { kind: "plan", planId }, line: SECRET, updateId: 1, saidAt: world.clock.now() },
    }),
  "more time for a plan": async (world, { trainerId, planId }) =>
    extendDeadlines(world, await as(world, trainerId), {
      ...{
        scope: { kind: "plan", planId },
        until: "2024-08-20",
        reason: SECRET,
        updateId: 2,
        saidAt: world.clock.now(),
      },
    }),
  "the note of a talk": async (world, { trainerId, planId }) =>
    recordTalk(world, await as(world, trainerId), {
      ...{ scope: { kind: "plan", planId }, way: "telephoned", note: SECRET, updateId: 3, saidAt: world.clock.now() },
    }),
  "an answer to their question": async (world, { trainerId }) =>
    replyInThread(world, await as(world, trainerId), {
      ...{ threadId: 1, text: `${SECRET} ${NAME}`, files: [], updateId: 4 },
    }),
  "an answer to her plea": async (world, { trainerId, personId }) =>
    replyInThread(world, await as(world, trainerId), {
      ...{ threadId: (await world.store.threads.latestOf(personId))?.id ?? 0, text: SECRET, files: [], updateId: 61 },
    }),
  "an announcement": async (world, { adminId }) =>
    publishAnnouncement(world, await as(world, adminId), {
      draftId: 1,
      content: { text: "Halo {nama}", marks: [] },
      audience: { scope: { kind: "all" }, role: "everyone", plans: "any" },
    }),
  "a moved session": async (world, { trainerId, session }) =>
    moveTrainingSession(world, await as(world, trainerId), {
      ...{ sessionId: session.id, revision: 0, startsAt: new Date("2024-07-10T05:00:00Z"), saidAt: world.clock.now() },
    }),
  "a cancelled session": async (world, { trainerId, session }) =>
    cancelTrainingSession(world, await as(world, trainerId), {
      ...{ sessionId: session.id, revision: 0, saidAt: world.clock.now() },
    }),
  "another venue": async (world, { adminId, classId }) =>
    changeClass(world, await as(world, adminId), { classId, change: { venue: "Balai desa" } }),
  "a class for her to teach": async (world, { adminId, classId, personId }) =>
    teachClass(world, await as(world, adminId), { classId, personId, teaches: true }),
  "a trainer's role taken from her": async (world, { adminId, personId }, db) => {
    const { id: bindingId } = await db.roleBinding.findFirstOrThrow({ where: { personId } });
    return revokeRole(world, await as(world, adminId), { personId, bindingId });
  },
  "a pause that her trainer says": async (world, { trainerId, participantId }) =>
    pausePerson(world, await as(world, trainerId), {
      ...{ participantId, reason: "illness", untilOn: "2024-07-15", updateId: 42, saidAt: world.clock.now() },
    }),
  "a pause of her place": (world, { adminId }) => pausingPlace(world, adminId),
  "the end of her place's pause": async (world, { adminId }) => {
    const admin = await as(world, adminId);
    const [lasting] = await world.store.pauses.ofPlaces("2024-07-09");
    return endPlacePause(world, admin, lasting?.id ?? 0);
  },
  "her welcome after a pause": (world) => tendPauses(world),
  "the question what she thinks of her class": (world) => inviteToFeedback(world),
  "the trainer's alert": (world) => greetTrainers(world),
  "the trainer's summary": (world) => summariseDay(world),
  "a reminder of plans": (world) => remindOfPlans(world),
  "a reminder of a session": (world) => remindOfSessions(world),
  "a reminder to her trainers": async (world, { adminId }) => hurryTrainers(world, await as(world, adminId), 1),
  "her question passed up": (world) => escalateQuestions(world),
  "her colleague's request passed up": (world) => escalateAdmissions(world),
  "a yes to her colleague": async (world, { trainerId, waitingId: participantId }) =>
    decideAdmission(world, await as(world, trainerId), { participantId, decision: "yes" }),
  "a no to her colleague": async (world, { trainerId, waitingId: participantId }) =>
    decideAdmission(world, await as(world, trainerId), { participantId, decision: "no" }),
  "a nudge about what she left": (world) => rescueDrafts(world),
  "news that she blocked the bot": (world) =>
    world.store.transaction(async (store) => {
      await store.people.markUnreachable(TELEGRAM_ID, "blocked", world.clock.now());
      const person = await store.people.findByTelegramId(TELEGRAM_ID);
      if (person !== null) await store.outbox.cancelFor(person.id, "blocked", world.clock.now());
    }),
  "Telegram's word that she blocked the bot": (world, _, db) =>
    createDelivery(db).markUnreachable(TELEGRAM_ID, "blocked", world.clock.now()),
  "Telegram's word that her chat has moved": (_, __, db) =>
    createDelivery(db).moveChat(TELEGRAM_ID, Number(`${TELEGRAM_ID}0`)),
  "her coming back": (world) => welcomeBack(world, TELEGRAM_ID),
};

/** By herself, a moment before or after. */
const HERS: Record<string, Racer["run"]> = {
  "her own report": (world, { personId, planId }) =>
    report(world, personId, planId, { state: "in_progress", story: SECRET }),
  "her own plan": async (world, { personId, otherPlanId: planId }) => {
    const written = { activity: SECRET, targetOn: "2024-08-01", measure: SECRET, partner: null } as const;
    return writeWorkPlan(world, await as(world, personId), { planId, ...written, seen: null });
  },
  "her call for help": async (world, { personId, planId }) =>
    askForHelp(world, await as(world, personId), { planId, updateId: 9, saidAt: world.clock.now() }),
  "her answer to an invitation": async (world, { personId, session }) =>
    answerAttendance(world, await as(world, personId), {
      ...{ sessionId: session.id, answer: "present", saidAt: world.clock.now() },
    }),
  "her pause": async (world, { personId }) => pausing(world, personId),
  "her pause, said in passing": async (world, { personId }) =>
    pauseInPassing(world, await as(world, personId), { reason: "mourning", updateId: 41, saidAt: world.clock.now() }),
  "her report of an illness": async (world, { personId, otherPlanId }) =>
    report(world, personId, otherPlanId, { state: "stuck", obstacle: "illness", story: SECRET }),
  "more time for her pause": async (world, { personId }) =>
    movePauseEnd(world, await as(world, personId), { pauseId: await pauseOf(world, personId), untilOn: "2024-07-20" }),
  "the end of her pause": async (world, { personId }) =>
    endPause(world, await as(world, personId), await pauseOf(world, personId)),
  "her pause taken back": async (world, { personId }) =>
    undoPause(world, await as(world, personId), await pauseOf(world, personId)),
  "what she thinks of her class": async (world, { personId, classId }) =>
    giveFeedback(world, await as(world, personId), { classId, answers: { useful: 4, best: SECRET }, named: true }),
  "her wish for no reminders": async (world, { personId }) =>
    stopMessages(world, await as(world, personId), ["reminders"]),
  "her wish for reminders": async (world, { personId }) => resumeMessages(world, await as(world, personId)),
  "what she missed": async (world, { personId }) => bringMissed(world, await as(world, personId)),
};

/** Of people whom an office has on its list. */
const FILES: Record<string, Racer["run"]> = {
  "her name in a file": async (world, { adminId, classId }) =>
    saveImport(world, await as(world, adminId), {
      ...{ draftId: 5, classId },
      entries: [
        { classId, line: 2, name: NAME, phone: PHONE, kind: "desa", placeCode: "21.01.08.2001", libraryName: null },
      ],
    }),
  "a trainer's role for her": async (world, { adminId, classId }) =>
    inviteStaff(world, await as(world, adminId), { name: NAME, phone: PHONE, wish: { role: "trainer", classId } }),
  "a file taken back": async (world, { adminId, classId }) => {
    const actor = await as(world, adminId);
    const entry = { classId, line: 2, name: `${NAME}, S.Pd.`, phone: PHONE, kind: "desa" as const };
    const entries = [{ ...entry, placeCode: VILLAGE, libraryName: null }];
    const outcome = await saveImport(world, actor, { draftId: 6, classId, entries });
    return undoImport(world, actor, outcome.kind === "saved" ? outcome.saved.id : 0);
  },
};

const asTrainer = async (world: World, { personId }: Scene) =>
  world.store.people.grantRole(personId, { role: "trainer", regionCode: null, cohortId: null }, world.clock.now());

const blocked = async ({ clock, store }: World, { personId }: Scene) => {
  await store.people.markUnreachable(TELEGRAM_ID, "blocked", clock.now());
  await store.outbox.cancelFor(personId, "blocked", clock.now());
};

/** What must have been before, for it to have something to do. */
export const BEFORE: Record<string, (world: World, scene: Scene) => Promise<unknown>> = {
  // The answer and her erasure both end it.
  "an answer to her plea": async (world, { personId, planId }) =>
    askForHelp(world, await as(world, personId), { planId, updateId: 60, saidAt: world.clock.now() }),
  "a class for her to teach": asTrainer,
  "a trainer's role taken from her": asTrainer,
  "her coming back": blocked,
  "what she missed": blocked,
  "a reminder to her trainers": (world) => escalateQuestions(world),
  "more time for her pause": (world, { personId }) => pausing(world, personId),
  "the end of her pause": (world, { personId }) => pausing(world, personId),
  "her pause taken back": (world, { personId }) => pausing(world, personId),
  "her welcome after a pause": (world, { personId }) =>
    pausing({ ...world, clock: { now: () => new Date("2024-07-09T09:45:00Z") } }, personId),
  "the end of her place's pause": (world, { adminId }) => pausingPlace(world, adminId),
  "her wish for reminders": async (world, { personId }) =>
    stopMessages(world, await as(world, personId), ["reminders"]),
};

/** When it has something to do, where that is not the evening. */
export const DUE_AT: Record<string, string> = {
  "her welcome after a pause": "2024-07-10T02:00:00Z",
  "the question what she thinks of her class": "2024-06-10T09:45:00Z",
  "a reminder of a session": "2024-07-10T00:30:00Z",
  "her question passed up": "2024-07-11T07:00:00Z",
  "her colleague's request passed up": "2024-07-12T07:00:00Z",
  "a nudge about what she left": "2024-07-10T03:30:00Z",
  "a reminder to her trainers": "2024-07-11T07:00:00Z",
};

export const RACERS: [string, Racer][] = [
  ...[OTHERS, HERS].flatMap((all) =>
    Object.entries(all).map(([name, run]): [string, Racer] => [name, { run, bringsAnew: false }]),
  ),
  ...Object.entries(FILES).map(([name, run]): [string, Racer] => [name, { run, bringsAnew: true }]),
];
