// The letter that the work plans are carried out: who gets it, under one number, and what its number tells to anybody.
import { beforeEach, describe, expect, inject, test } from "vitest";
import {
  checkLetter,
  erasePerson,
  lettersToOpen,
  offerHandover,
  openLetter,
  reviewReport,
  takeOver,
  writeWorkPlan,
} from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildPerson, buildTrainer } from "../../support/world/builders.js";
import { outsidersOf } from "../../support/world/outsiders.js";
import { actorOf, berakit, colleague, report } from "../../support/world/plans.js";

const testOpenTransactions = test.skipIf(inject("database").kind !== "postgres");

/** Another library of the class. */
const LAGOI = { libraryName: "Perpustakaan Lagoi", placeCode: "21.01.10.2002" };

const stage = stageAt("2024-06-10T02:00:00Z");

let scene: Awaited<ReturnType<typeof berakit>> & { rina: number };
beforeEach(async () => {
  const library = await berakit(stage.db);
  const rina = (await buildTrainer(stage.db, [library.trainingClass.id], { name: "Rina Marlina" })).id;
  scene = { ...library, rina };
});

/** Done, told, and accepted, but for so many of the three. */
async function carriedOut({ unread = 0 } = {}): Promise<void> {
  for (const [at, planId] of scene.planIds.entries()) {
    const outcome = await report(stage.world, scene.personId, planId, { state: "done" });
    if (outcome.kind !== "recorded") throw new Error(`Not recorded: ${outcome.kind}`);
    stage.clock.advance(60_000);
    if (at >= unread) await accept(outcome.reportId);
  }
}

async function accept(reportId: number) {
  return reviewReport(stage.world, await actorOf(stage.world, scene.rina), { reportId, verdict: "accepted" });
}

const open = async (personId: number, participantId = scene.participantId) =>
  openLetter(stage.world, await actorOf(stage.world, personId), participantId);

async function numberOf(personId = scene.personId): Promise<string> {
  const opened = await open(personId);
  if (opened.kind !== "ready") throw new Error(`No letter: ${opened.kind}`);
  return opened.letter.number;
}

// Keeps P33.
describe("the letter", () => {
  test("comes when all three are done and accepted, and not before", async () => {
    const siti = await actorOf(stage.world, scene.personId);
    expect(await open(scene.personId)).toEqual({ kind: "unfinished", isOwn: true });
    expect(await lettersToOpen(stage.world, siti)).toEqual([]);
    await carriedOut({ unread: 1 });
    expect(await open(scene.personId)).toEqual({ kind: "unfinished", isOwn: true });
    expect(await stage.db.completionLetter.count()).toBe(0);
    const [unread] = await stage.db.progressReport.findMany({ where: { reviewedAt: null } });
    await accept(unread?.id ?? 0);
    expect(await open(scene.personId)).toMatchObject({ kind: "ready", isOwn: true, plans: [{}, {}, {}] });
    expect(await lettersToOpen(stage.world, siti)).toMatchObject([{ id: scene.participantId }]);
  });

  test("opened twice is one, under one number, and one line says who issued it", async () => {
    await carriedOut();
    const number = await numberOf();
    stage.clock.advance(86_400_000);
    expect(await numberOf()).toBe(number);
    expect(await numberOf(scene.rina)).toBe(number);
    expect(await stage.db.completionLetter.findMany()).toMatchObject([
      { number, participantId: scene.participantId, issuedAt: new Date("2024-06-10T02:03:00Z") },
    ]);
    expect(await stage.db.audit.findMany({ where: { action: "letter.issue" } })).toMatchObject([
      { actorId: scene.personId, subject: `participant:${scene.participantId}` },
    ]);
  });

  testOpenTransactions("opened by two at once has one number", async () => {
    await carriedOut();
    const numbers = await Promise.all([numberOf(), numberOf(scene.rina), numberOf(), numberOf(scene.rina)]);
    expect(new Set(numbers).size).toBe(1);
    expect(await stage.db.audit.count({ where: { action: "letter.issue" } })).toBe(1);
  });

  test("waits again once a report has been changed, and its number stays what it was", async () => {
    await carriedOut();
    const number = await numberOf();
    const last = await stage.db.progressReport.findFirstOrThrow({ orderBy: { id: "desc" } });
    const corrects = { number: last.number, basis: { version: 1, reviewed: true } };
    const changed = await report(stage.world, scene.personId, last.planId, {
      state: "done",
      corrects,
      story: "Lebih lengkap",
    });
    if (changed.kind !== "recorded") throw new Error(`Not recorded: ${changed.kind}`);
    expect(await open(scene.personId)).toEqual({ kind: "unfinished", isOwn: true });
    await accept(changed.reportId);
    expect(await numberOf()).toBe(number);
  });

  test("is everybody's who acts for the library, each under a number of their own", async () => {
    const budi = await colleague(stage.db, scene.trainingClass.id, "Budi Santoso");
    await carriedOut();
    const [his] = await lettersToOpen(stage.world, await actorOf(stage.world, budi));
    const opened = await open(budi, his?.id);
    expect(opened).toMatchObject({ kind: "ready", participant: { person: { name: "Budi Santoso" } } });
    expect(opened.kind === "ready" && opened.letter.number).not.toBe(await numberOf());
  });

  test("is opened by nobody who has nothing to do with them", async () => {
    await carriedOut();
    const elsewhere = await buildClass(stage.db, { provinceCode: "11" });
    const others = [
      (await buildTrainer(stage.db, [elsewhere.id], { name: "Cut" })).id,
      (await buildAdmin(stage.db, { name: "Aceh", regionCode: "11" })).id,
      await colleague(stage.db, scene.trainingClass.id, "Tono", { ...LAGOI }),
      ...(await outsidersOf(stage.db, scene.rina, stage.clock.now())),
    ];
    for (const id of others) expect((await open(id)).kind, String(id)).toBe("not_yours");
    expect(await stage.db.completionLetter.count()).toBe(0);
    expect((await open((await buildAdmin(stage.db, { name: "Nasional" })).id)).kind).toBe("ready");
  });
});

/** To somebody new, or back to who had it; the participant whose it is now. */
async function handOver(from: { personId: number; participantId: number }, to: number) {
  const page = await offerHandover(stage.world, await actorOf(stage.world, from.personId), from.participantId);
  if (page.kind !== "found" || page.open === null) throw new Error("No code was made.");
  stage.clock.advance(60_000);
  const taken = await takeOver(stage.world, await actorOf(stage.world, to), { code: page.open.code, says: null });
  if (taken.kind !== "taken") throw new Error(taken.kind);
  stage.clock.advance(60_000);
  return { personId: to, participantId: taken.participantId };
}

const letterOf = async ({ personId, participantId }: { personId: number; participantId: number }) => {
  const all = await lettersToOpen(stage.world, await actorOf(stage.world, personId));
  return { kind: (await open(personId, participantId)).kind, offered: all.map(({ id }) => id) };
};

describe("after the library was handed over", () => {
  const someone = async (name: string) => (await buildPerson(stage.db, { name })).id;

  test("the letter is of who had carried out the plans, also opened later, and not of who took over", async () => {
    await carriedOut();
    const budi = await handOver(scene, await someone("Budi"));
    expect(await letterOf(scene)).toEqual({ kind: "ready", offered: [scene.participantId] });
    expect(await letterOf(budi)).toEqual({ kind: "before_them", offered: [] });
    expect(await open(scene.rina, budi.participantId)).toMatchObject({ kind: "before_them", isOwn: false });
    expect(await stage.db.completionLetter.findMany()).toMatchObject([{ participantId: scene.participantId }]);
    // Handed back, and on to somebody else, it is no other's.
    await handOver(budi, scene.personId);
    expect(await letterOf(scene)).toEqual({ kind: "ready", offered: [scene.participantId] });
    const ani = await handOver(scene, await someone("Ani"));
    expect(await letterOf(ani)).toEqual({ kind: "before_them", offered: [] });
  });

  test("a number that was given stays open to whom it was given, whatever the successor changes; what was earned too", async () => {
    await carriedOut();
    await colleague(stage.db, scene.trainingClass.id, "Dewi");
    const number = await numberOf();
    const budi = await handOver(scene, await someone("Budi"));
    const last = await stage.db.progressReport.findFirstOrThrow({ orderBy: { id: "desc" } });
    const corrects = { number: last.number, basis: { version: 1, reviewed: true } };
    await report(stage.world, budi.personId, last.planId, { state: "in_progress", corrects });
    expect(await numberOf()).toBe(number);
    await stage.db.completionLetter.deleteMany();
    expect(await letterOf(scene)).toEqual({ kind: "ready", offered: [scene.participantId] });
    expect(await letterOf(budi)).toEqual({ kind: "unfinished", offered: [] });
  });

  test("it says nothing that the successor wrote: of a plan whose words were changed since, the type alone", async () => {
    await carriedOut();
    const number = await numberOf();
    const budi = await handOver(scene, await someone("Budi"));
    const words = { activity: "Kursus menjahit", targetOn: null, measure: null, partner: null };
    const his = await actorOf(stage.world, budi.personId);
    const written = await writeWorkPlan(stage.world, his, { planId: scene.planIds[1], ...words });
    expect(written.kind).toBe("written");
    const keripik = "Pelatihan membuat keripik pisang";
    const opened = await open(scene.personId);
    if (opened.kind !== "ready") throw new Error(opened.kind);
    expect(opened.letter.number).toBe(number);
    expect(opened.plans.map(({ activity }) => activity)).toEqual([keripik, null, keripik]);
  });

  test("of plans that were accepted since it is the successor's, and a colleague's who was there all the time", async () => {
    const dewi = await colleague(stage.db, scene.trainingClass.id, "Dewi");
    await carriedOut({ unread: 1 });
    const budi = await handOver(scene, await someone("Budi"));
    const [unread] = await stage.db.progressReport.findMany({ where: { reviewedAt: null } });
    await accept(unread?.id ?? 0);
    expect(await letterOf(budi)).toEqual({ kind: "ready", offered: [budi.participantId] });
    expect(await letterOf(scene)).toEqual({ kind: "unfinished", offered: [] });
    const { id } = await stage.db.participant.findFirstOrThrow({ where: { personId: dewi } });
    // A colleague takes over what was theirs before.
    await handOver(budi, dewi);
    expect(await letterOf({ personId: dewi, participantId: id })).toEqual({ kind: "ready", offered: [id] });
  });
});

describe("its number tells anybody", () => {
  test("whose it is, as it stands on the paper", async () => {
    await carriedOut();
    const number = await numberOf();
    expect(await checkLetter(stage.world, `nomor ${number.toLowerCase()}`)).toMatchObject({
      kind: "ours",
      letter: { number },
      participant: { person: { name: "Siti Rahmawati" } },
    });
  });

  test("that there is none, where there is none", async () => {
    expect(await checkLetter(stage.world, "SPP-K7MPQ-2XWRD")).toEqual({ kind: "unknown", number: "SPP-K7MPQ-2XWRD" });
    expect(await checkLetter(stage.world, "Selamat pagi")).toEqual({ kind: "no_number" });
  });

  test("nothing more about somebody who asked to be forgotten", async () => {
    await carriedOut();
    const number = await numberOf();
    await erasePerson(stage.world, await actorOf(stage.world, scene.personId), { personId: scene.personId });
    expect(await checkLetter(stage.world, number)).toEqual({ kind: "unknown", number });
  });
});
