// Plans and reports for tests of use cases: a library of a class, its people as actors, and a report with nothing special in it.
import type { KnownActor } from "../../../src/domain/people/person.js";
import type { World } from "../../../src/ports.js";
import type { Db } from "../../../src/storage/engine/database.js";
import {
  type RecordProgressReportInput,
  recordProgressReport,
} from "../../../src/use-cases/reports/record-progress-report.js";
import { withCoversNow } from "../../../src/use-cases/roles-now.js";
import { buildClass, buildParticipant } from "./builders.js";

const BERAKIT = { libraryName: "Perpustakaan Berakit", placeCode: "21.01.10.2001" };

/** Perpustakaan Berakit, or another, with Siti; its plans are written, not begun, and due on 7 July 2024. */
export async function berakit(db: Db, library = BERAKIT) {
  const trainingClass = await buildClass(db);
  const { person, participant, plans } = await buildParticipant(db, trainingClass.id, {
    name: "Siti Rahmawati",
    ...library,
  });
  const planIds = plans.map(({ id }) => id);
  await db.workPlan.updateMany({
    where: { id: { in: planIds } },
    data: { state: "not_started", activity: "Pelatihan membuat keripik pisang", writtenAt: new Date("2024-06-08") },
  });
  const ids = { personId: person.id, participantId: participant.id, planIds: planIds as [number, number, number] };
  return { trainingClass, ...ids };
}

/** Where participants of a regency's office come from, in Berakit's regency. */
export const BINTAN_OFFICE = {
  kind: "regency_office",
  libraryName: "Dinas Perpustakaan Kabupaten Bintan",
  placeCode: "21.01",
} as const;

/** Somebody else of the same library. */
export async function colleague(db: Db, classId: number, name: string, library = BERAKIT) {
  const { person } = await buildParticipant(db, classId, { name, ...library });
  return person.id;
}

export async function actorOf(world: World, personId: number): Promise<KnownActor> {
  const person = await world.store.people.find(personId);
  if (person === null) throw new Error(`No person ${personId} in this test.`);
  const roles = await world.store.people.rolesOf(personId);
  const takesPart = (await world.store.participants.ofPerson(personId)).length > 0;
  const bare = { person, roles, agreed: [], takesPart };
  return withCoversNow(world, { ...bare, telegramId: person.telegramId ?? 0, language: person.language });
}

let updates = 500_000;

export async function report(
  world: World,
  personId: number,
  planId: number,
  input: Partial<RecordProgressReportInput> = {},
) {
  return recordProgressReport(world, await actorOf(world, personId), {
    planId,
    state: "in_progress",
    obstacle: null,
    nextStep: null,
    story: null,
    answers: [],
    evidenceIds: [],
    corrects: null,
    updateId: ++updates,
    ...input,
  });
}
