// P07: what registering means for each kind of participant.

import { expect, test } from "vitest";
import { PARTICIPANT_KINDS, type ParticipantKind, placeLevelOf } from "../../../src/domain/people/participant-kind.js";
import { registerParticipant, remindOfPlans } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildPerson, buildRosterRow } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2024-06-05T03:00:00Z");

const PLACES = { village: "21.01.10.2001", regency: "21.01", province: "21" };

async function register(kind: ParticipantKind, libraryName: string) {
  const { id: classId } = await buildClass(stage.db);
  const person = await buildPerson(stage.db);
  const outcome = await registerParticipant(stage.world, await actorOf(stage.world, person.id), {
    ...{ name: "Siti", phone: null, kind, classId, placeCode: PLACES[placeLevelOf(kind)] },
    ...{ libraryName, rosterRowId: null },
  });
  expect(outcome.kind).toBe("registered");
  return person;
}

// Keeps P07.
test.each(PARTICIPANT_KINDS)(
  "%s: libraries have three plans and are asked for them, offices have none and are not",
  async (kind) => {
    const person = await register(kind, "Perpustakaan Berakit");
    const isOffice = kind === "regency_office" || kind === "province_office";
    expect(await stage.db.workPlan.count()).toBe(isOffice ? 0 : 3);
    // The class is over and nothing is written: whoever is to write is asked, whoever is not hears nothing.
    stage.clock.set(new Date("2024-06-10T03:00:00Z"));
    await remindOfPlans(stage.world);
    const asked = await stage.db.outbox.count({ where: { personId: person.id, kind: "plan_reminder" } });
    expect(asked).toBe(isOffice ? 0 : 1);
  },
);

test("people who register for a class at the same moment get numbers of their own", async () => {
  const { id: classId } = await buildClass(stage.db);
  const villages = await stage.db.place.findMany({
    where: { level: "village", code: { startsWith: "21." } },
    orderBy: { code: "asc" },
    take: 8,
  });
  const actors = [];
  for (let i = 0; i < 8; i++) actors.push(await actorOf(stage.world, (await buildPerson(stage.db)).id));

  await Promise.all(
    actors.map((actor, i) =>
      registerParticipant(stage.world, actor, {
        // Each of another village: people of one village already wait for each other.
        ...{ name: `Siti ${i}`, phone: null, kind: "desa", classId, placeCode: villages[i]?.code ?? "" },
        ...{ libraryName: `Perpustakaan ${i}`, rosterRowId: null },
      }),
    ),
  );

  const joined = await stage.db.participant.findMany({ orderBy: { number: "asc" } });
  expect(joined.map(({ number }) => number.slice(-3))).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `00${n}`));
});

// Keeps P07.
test("a village has one library, whichever of its two names was pressed", async () => {
  await register("kelurahan", "Perpustakaan Berakit");
  await register("desa", "Perpustakaan Desa Berakit");
  // Somebody acts for it already: what the second one enters is kept apart until a trainer says yes, and not as another library's.
  expect(await stage.db.library.findMany({ where: { holderId: 0 } })).toMatchObject([{ kind: "desa" }]);
  const joined = await stage.db.participant.findMany({ orderBy: { id: "asc" } });
  expect(joined.map(({ kind, admission }) => `${kind} ${admission}`)).toEqual(["desa begun", "desa waiting"]);
});

// Keeps P07.
test("a village's library that is kept as the other of its two kinds is found, and no second one begun", async () => {
  const { id: classId } = await buildClass(stage.db);
  const { library } = await buildParticipant(stage.db, classId, { kind: "kelurahan", placeCode: PLACES.village });
  const person = await register("desa", "Perpustakaan Desa Berakit");
  expect(await stage.db.library.findMany({ where: { holderId: 0 } })).toMatchObject([{ id: library.id }]);
  expect(await stage.db.participant.findFirst({ where: { personId: person.id } })).toMatchObject({
    admission: "waiting",
  });
});

// Keeps P07.
test("an invitation holds for the village's library, whichever of its two names the roster or the person chose", async () => {
  const { id: classId } = await buildClass(stage.db);
  const invited = { phone: "+628990000001", placeCode: PLACES.village };
  const row = await buildRosterRow(stage.db, classId, { ...invited, kind: "kelurahan" });
  const { id } = await buildPerson(stage.db, { phone: invited.phone });
  await registerParticipant(stage.world, await actorOf(stage.world, id), {
    ...{ ...invited, name: "Siti", kind: "kelurahan", classId, libraryName: "Perpustakaan", rosterRowId: row.id },
  });
  const [participant] = await stage.db.participant.findMany();
  expect(participant).toMatchObject({ kind: "desa", admission: "admitted" });
});

// Keeps P07.
test("a TBM has its own name, and none of the village's library: both are in one village beside each other", async () => {
  await register("desa", "Perpustakaan Berakit");
  await register("tbm", "TBM Pelita");
  await register("tbm", "TBM Harapan");
  const libraries = await stage.db.library.findMany({ orderBy: { id: "asc" } });
  expect(libraries.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    ...["desa Perpustakaan Berakit", "tbm TBM Pelita", "tbm TBM Harapan"],
  ]);
  expect(await stage.db.workPlan.count()).toBe(9);
});
