// Somebody is in the middle of a form about the library they wait for when the trainer says yes, or no, or takes it back: nothing that
// they entered is lost, and nothing of the library's is written over.

import { describe, expect, test } from "vitest";
import type { Person } from "../../../../src/sandbox/shapes.js";
import { decideAdmission, registerParticipant } from "../../../../src/use-cases/index.js";
import { screen } from "../../../support/stage/phone.js";
import { actsOn, stageAt } from "../../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildPerson, buildTrainer } from "../../../support/world/builders.js";
import { actorOf } from "../../../support/world/plans.js";

const stage = stageAt("2024-06-11T03:00:00Z");

const VILLAGE = "21.01.10.2001";
const THEIRS = "Keripik pisang untuk ibu-ibu PKK";
const OWN = "Kelas komputer untuk remaja";

const turn = actsOn(stage, 5000);

/** Tono waits beside Berakit; of its three plans the colleague has written this many. */
async function openWaiting({ written }: { written: boolean }) {
  const trainingClass = await buildClass(stage.db);
  const rina = await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" });
  const siti = await buildParticipant(stage.db, trainingClass.id, {
    ...{ name: "Siti Rahmawati", placeCode: VILLAGE, libraryName: "Perpustakaan Berakit" },
  });
  if (written) {
    await stage.db.workPlan.updateMany({
      where: { libraryId: siti.library.id },
      data: { state: "not_started", activity: THEIRS, writtenAt: new Date("2024-06-10T00:00:00Z") },
    });
  }
  const tono = stage.person({ name: "Tono" });
  const person = await buildPerson(stage.db, { name: "Tono Susilo", telegramId: tono.id });
  const input = {
    name: "Tono Susilo",
    phone: null,
    kind: "desa",
    classId: trainingClass.id,
    placeCode: VILLAGE,
  } as const;
  const joined = await registerParticipant(stage.world, await actorOf(stage.world, person.id), {
    ...{ ...input, libraryName: "Perpustakaan Berakit", rosterRowId: null },
  });
  if (joined.kind !== "registered") throw new Error(joined.kind);
  const { participantId } = joined;
  await stage.settle();
  const decides = async (decision: "yes" | "no") => {
    stage.clock.advance(5000);
    const done = await decideAdmission(stage.world, await actorOf(stage.world, rina.id), { participantId, decision });
    expect(done.kind).toBe(decision === "yes" ? "admitted" : "refused");
    await stage.settle();
  };
  const planOf = (holderId: number) =>
    stage.db.workPlan.findFirstOrThrow({
      where: { type: "advocacy", library: { holderId }, movedToId: null },
      orderBy: { id: "asc" },
    });
  return {
    tono,
    personId: person.id,
    participantId,
    decides,
    ofLibrary: () => planOf(0),
    apart: () => planOf(participantId),
  };
}

const tellsPlan = (tono: Person): (() => unknown)[] => [
  () => tono.says("/rencana"),
  () => tono.presses(/Advokasi/),
  () => tono.says(OWN),
];
const restOfPlan = (tono: Person): (() => unknown)[] => [
  () => tono.presses(/Juli/),
  () => tono.says("20 remaja hadir"),
  () => tono.says("Karang taruna"),
  () => tono.presses(/Simpan rencana/),
];

describe("a plan that is being written when the trainer says yes", () => {
  test("becomes the library's where it had none", async () => {
    const { tono, decides, ofLibrary } = await openWaiting({ written: false });
    await turn(...tellsPlan(tono));
    await decides("yes");
    await turn(...restOfPlan(tono));
    expect(await ofLibrary()).toMatchObject({ activity: OWN, partner: "Karang taruna", state: "not_started" });
    expect(stage.errors).toEqual([]);
  });

  test("stays beside the library's own words, and is offered to be compared", async () => {
    const { tono, decides, ofLibrary, apart } = await openWaiting({ written: true });
    await turn(...tellsPlan(tono));
    await decides("yes");
    await turn(...restOfPlan(tono));
    expect((await ofLibrary()).activity).toBe(THEIRS);
    expect(await apart()).toMatchObject({ activity: OWN, partner: "Karang taruna" });
    const offer = tono
      .received()
      .findLast((message) => JSON.stringify(message.reply_markup ?? {}).includes("compare:"));
    const data = /compare:\d+/.exec(JSON.stringify(offer?.reply_markup))?.[0] ?? "";
    await turn(() => tono.pressesOn(offer?.message_id ?? 0, data));
    const compared = tono.received().find(({ message_id }) => message_id === offer?.message_id)?.text ?? "";
    expect(compared).toContain(OWN);
    expect(compared).toContain(THEIRS);
    await turn(() => tono.presses("Ya, pakai isian saya"));
    expect((await ofLibrary()).activity).toBe(OWN);
    expect(stage.errors).toEqual([]);
  });
});

describe("a report that is being given when the trainer says yes", () => {
  const begins = (tono: Person) => [
    () => tono.says("/lapor"),
    () => tono.presses(/Advokasi/),
    () => tono.presses(/Berjalan/),
  ];
  const ends = (tono: Person) => [() => tono.presses(/Kirim/)];

  test("becomes the library's where it had said nothing", async () => {
    const { tono, decides, ofLibrary } = await openWaiting({ written: false });
    await turn(...begins(tono));
    await decides("yes");
    await turn(...ends(tono));
    const plan = await ofLibrary();
    expect(await stage.db.progressReport.findMany()).toMatchObject([{ planId: plan.id, state: "in_progress" }]);
    expect(screen(tono)).toContain("LP-");
    expect(stage.errors).toEqual([]);
  });

  test("is kept beside the library's own words, and comes along when those give way", async () => {
    const { tono, decides, ofLibrary, apart } = await openWaiting({ written: true });
    await turn(...begins(tono));
    await decides("yes");
    await turn(...ends(tono));
    const own = await apart();
    expect(await stage.db.progressReport.findMany()).toMatchObject([{ planId: own.id, state: "in_progress" }]);
    expect((await ofLibrary()).activity).toBe(THEIRS);
    const offer = tono
      .received()
      .findLast((message) => JSON.stringify(message.reply_markup ?? {}).includes("compare:"));
    const data = `compare:${own.id}`;
    await turn(
      () => tono.pressesOn(offer?.message_id ?? 0, data),
      () => tono.presses("Ya, pakai isian saya"),
    );
    const plan = await ofLibrary();
    expect(await stage.db.progressReport.findMany()).toMatchObject([{ planId: plan.id }]);
    expect(plan).toMatchObject({ state: "in_progress", activity: THEIRS });
    expect(stage.errors).toEqual([]);
  });
});

describe.each([
  ["waits", ["no", "yes"]],
  ["was let in", ["yes", "no", "yes"]],
] as const)("a form of somebody who %s, and whom the trainer refuses and then lets in,", (_who, [...decisions]) => {
  test.each([
    ["types on meanwhile", (tono: Person) => [() => tono.says("tanggal 10 Juli")]],
    [
      "looks at everything meanwhile",
      (tono: Person) => ["/rencana", "/lanjut", "/start", "/lapor"].map((word) => () => tono.says(word)),
    ],
    ["does nothing meanwhile", () => []],
  ])("is gone on with afterwards, though its author %s", async (_what, meanwhile) => {
    const { tono, decides, ofLibrary } = await openWaiting({ written: false });
    const [last] = decisions.splice(-1);
    const refusal = decisions.splice(-1)[0];
    for (const decision of decisions) await decides(decision);
    await turn(...tellsPlan(tono));
    await decides(refusal ?? "no");
    await turn(...(meanwhile(tono) as (() => unknown)[]));
    expect(await stage.db.draft.findFirst({ where: { form: "plan" } })).toMatchObject({ answers: { activity: OWN } });
    await decides(last ?? "yes");
    await turn(
      () => tono.says("/lanjut"),
      () => tono.presses(/Lanjutkan/),
    );
    expect(screen(tono)).not.toContain("Mulai lagi");
    await turn(...restOfPlan(tono));
    expect(await ofLibrary()).toMatchObject({ activity: OWN, partner: "Karang taruna" });
    expect(stage.errors).toEqual([]);
  });
});

test("somebody who is refused in the middle of a form reads that it is kept, and a stranger's button tells nothing", async () => {
  const { tono, decides, apart } = await openWaiting({ written: false });
  await turn(...tellsPlan(tono));
  const { id } = await apart();
  await decides("no");
  await turn(() => tono.says("tanggal 10 Juli"));
  expect(screen(tono)).toContain("Isian ini tersimpan");
  const other = stage.person({ name: "Dodi" });
  await buildPerson(stage.db, { name: "Dodi", telegramId: other.id });
  await turn(() => other.says("/bantuan"));
  await turn(() => other.pressesOn(1, `rewrite:${id}`));
  expect(screen(other)).not.toContain("tersimpan");
  expect(await stage.db.draft.count({ where: { telegramId: other.id } })).toBe(0);
});
