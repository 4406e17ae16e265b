// All that an admin may try with a practice: it fills every table that one can fill.
import { expect } from "vitest";
import type { KnownActor } from "../../../src/domain/people/person.js";
import type { Practice } from "../../../src/ports/programme/practice.js";
import { viewJoinBoard } from "../../../src/use-cases/classes/view-join-board.js";
import {
  addSession,
  answerAttendance,
  askForHelp,
  askTrainers,
  createClass,
  decideAdmission,
  endOf,
  extendDeadlines,
  findPerson,
  keepEvidence,
  listOverdue,
  listPeople,
  listQuestions,
  moveTrainingSession,
  nameChampion,
  publishAnnouncement,
  recordProgressReport,
  recordTalk,
  registerParticipant,
  remindPeople,
  renewInvitation,
  replyInThread,
  saveImport,
  setClassLink,
  tellStory,
  wantStories,
  writeWorkPlan,
} from "../../../src/use-cases/index.js";
import type { Stage } from "../../support/stage/stage.js";

/** What an admin may try: on the people of their practice, on its class, and as a participant in it. */
export async function tryEverything(
  stage: Stage,
  admin: KnownActor,
  { cohortId, trainingClass: { id: classId } }: Practice,
) {
  const { world, db } = stage;
  const saidAt = world.clock.now();
  let updateId = 900;
  const said = () => ({ updateId: ++updateId, saidAt });
  const plans = await db.workPlan.findMany({ where: { cohortId }, orderBy: { id: "asc" } });
  const late = plans.find(({ state }) => state === "stuck")?.id ?? 0;
  const [coming] = await db.trainingSession.findMany({ where: { classId }, orderBy: { startsAt: "desc" } });
  const [thread] = await db.questionThread.findMany();
  const begun = await db.participant.findFirstOrThrow({ where: { admission: "begun" } });
  const { joinToken } = await db.trainingClass.findUniqueOrThrow({ where: { id: classId } });
  const village = await db.place.findFirstOrThrow({ where: { name: "Berakit", level: "village" } });
  const [trainer] = await db.classTrainer.findMany({ where: { classId } });

  const outcomes: { kind: string }[] = [
    await recordTalk(world, admin, {
      scope: { kind: "plan", planId: late },
      way: "visited",
      note: "menunggu",
      ...said(),
    }),
    await remindPeople(world, admin, { scope: { kind: "plan", planId: plans[3]?.id ?? 0 }, ...said() }),
    await extendDeadlines(world, admin, {
      scope: { kind: "plan", planId: plans[4]?.id ?? 0 },
      until: "2024-08-20",
      reason: "budget",
      ...said(),
    }),
    await replyInThread(world, admin, {
      threadId: thread?.id ?? 0,
      text: "Bisa, Bu.",
      files: [],
      updateId: ++updateId,
    }),
    await decideAdmission(world, admin, { participantId: begun.id, decision: "yes" }),
    await findPerson(world, admin, { participantId: begun.id }),
    await renewInvitation(world, admin, trainer?.personId ?? 0),
    await moveTrainingSession(world, admin, {
      ...{ sessionId: coming?.id ?? 0, revision: 0, saidAt },
      startsAt: new Date("2024-07-25T02:00:00Z"),
    }),
    await addSession(world, admin, {
      ...{ classId, saidAt },
      session: {
        ...{ title: "Tambahan", mode: "in_person", place: "Aula" },
        ...{ startsAt: new Date("2024-07-26T02:00:00Z"), endsAt: new Date("2024-07-26T03:00:00Z") },
      },
    }),
    await setClassLink(world, admin, { classId, wish: "renew", seen: endOf(joinToken) }),
    await saveImport(world, admin, {
      ...{ draftId: 77, classId },
      entries: [
        {
          ...{ classId, line: 2, name: "Undangan", phone: "+6289099999999", kind: "desa" },
          ...{ placeCode: village.code, libraryName: null },
        },
      ],
    }),
    await registerParticipant(world, admin, {
      ...{ name: "Budi", phone: null, kind: "desa", classId, placeCode: village.code },
      ...{ libraryName: "Perpustakaan Berakit", rosterRowId: null },
    }),
  ];
  await listPeople(world, admin, { filter: "all", practice: true });
  await listOverdue(world, admin, { practice: true });
  await listQuestions(world, admin, { most: 5, practice: true });
  await viewJoinBoard(world, admin, { classId, page: 0 });
  const wave = await db.wave.findFirstOrThrow({ where: { cohortId } });
  const made = await createClass(world, admin, {
    ...{ waveId: wave.id, provinceCode: "21", name: "Kelas kedua", venue: "Aula", copiedFrom: classId, saidAt },
    ...{ startsOn: "2024-08-01", endsOn: "2024-08-03" },
  });
  expect(made).toMatchObject({ kind: "created", trainingClass: { name: "Kelas kedua (latihan)" } });

  const mine = await db.workPlan.findMany({
    where: { cohortId, library: { members: { some: { personId: admin.person.id } } } },
  });
  const planId = mine[0]?.id ?? 0;
  const file = { fileId: "foto", fileUniqueId: "foto-1", albumId: null, caption: null, mimeType: null, byteSize: 9 };
  const told = { text: "Seorang ibu", voiceId: null };
  const [own] = await world.store.participants.ofPerson(admin.person.id);
  await wantStories(world, admin, true);
  outcomes.push(
    await writeWorkPlan(world, admin, { planId, activity: "Buka malam", targetOn: null, measure: null, partner: null }),
    await keepEvidence(world, admin, { planId, file: { kind: "photo", ...file } }),
    await recordProgressReport(world, admin, {
      ...{ planId, state: "stuck", obstacle: "budget", nextStep: null, story: null, evidenceIds: [], corrects: null },
      answers: [{ question: "visitors", amount: 3 }],
      updateId: ++updateId,
    }),
    await tellStory(world, admin, {
      ...{ answers: { who: told, before: told, activity: told, after: told, proof: told }, photos: ["foto"] },
      ...{ participantId: own?.id ?? 0, showsChildren: false, updateId: ++updateId },
    }),
    await nameChampion(world, admin, { participantId: begun.id, on: true }),
    await askForHelp(world, admin, { planId, ...said() }),
    await askTrainers(world, admin, { text: "Apakah ada yang membaca?", files: [], updateId: ++updateId }),
    await answerAttendance(world, admin, { sessionId: coming?.id ?? 0, answer: "present", saidAt }),
    await publishAnnouncement(world, admin, {
      ...{ draftId: 78, content: { text: "Halo", marks: [] } },
      audience: { scope: { kind: "practice", cohortId }, role: "everyone", plans: "any" },
    }),
  );
  return outcomes.map(({ kind }) => kind);
}
