// Files that come when their report has been sent, and files that turn out to be something else than they said.

import { describe, expect, test } from "vitest";
import type { NewEvidence } from "../../../src/ports/plans/reports.js";
import { addFilesToReport, addLateFile, copyEvidence, keepEvidence } from "../../../src/use-cases/index.js";
import { untilWaiting } from "../../support/held-open.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { actorOf, berakit, colleague, report } from "../../support/world/plans.js";

const stage = stageAt("2024-06-10T02:00:00Z");

const photo = (name: string, more: Partial<NewEvidence> = {}): NewEvidence => ({
  ...{ kind: "photo", fileId: name, fileUniqueId: name, albumId: null, caption: null },
  ...{ mimeType: "image/jpeg", byteSize: 9 },
  ...more,
});

async function kept(personId: number, planId: number, file: NewEvidence): Promise<number> {
  const outcome = await keepEvidence(stage.world, await actorOf(stage.world, personId), { planId, file });
  if (outcome.kind !== "kept") throw new Error(`Not kept: ${outcome.kind}`);
  return outcome.evidenceId;
}

async function reported(personId: number, planId: number, evidenceIds: number[] = []): Promise<string> {
  const outcome = await report(stage.world, personId, planId, { evidenceIds });
  if (outcome.kind !== "recorded") throw new Error(`Not recorded: ${outcome.kind}`);
  return outcome.number;
}

const files = async () =>
  (await stage.db.evidence.findMany({ orderBy: { id: "asc" }, include: { report: true } })).map(
    ({ fileId, report: of }) => [fileId, of === null ? null : `${of.number}.${of.version}`],
  );

describe("files added to a report that was sent", () => {
  test("are its files, said once or twice", async () => {
    const { personId, planIds } = await berakit(stage.db);
    const number = await reported(personId, planIds[0]);
    const evidenceIds = [await kept(personId, planIds[0], photo("a")), await kept(personId, planIds[0], photo("b"))];
    const actor = await actorOf(stage.world, personId);
    for (const _ of ["once", "twice"]) {
      const input = { number, evidenceIds, updateId: 77 };
      expect(await addFilesToReport(stage.world, actor, input)).toEqual({ kind: "added" });
      expect(await files()).toEqual([
        ["a", `${number}.1`],
        ["b", `${number}.1`],
      ]);
    }
  });

  test("come with its next version where its trainer has reviewed it, once", async () => {
    const { personId, planIds } = await berakit(stage.db);
    const number = await reported(personId, planIds[1], [await kept(personId, planIds[1], photo("before"))]);
    await stage.db.progressReport.updateMany({ data: { reviewedAt: stage.clock.now() } });
    const evidenceIds = [await kept(personId, planIds[1], photo("after"))];
    const actor = await actorOf(stage.world, personId);
    for (const _ of ["once", "twice"])
      await addFilesToReport(stage.world, actor, { number, evidenceIds, updateId: 78 });
    expect(await files()).toEqual([
      ["before", `${number}.2`],
      ["after", `${number}.2`],
    ]);
    expect(await stage.db.progressReport.count()).toBe(2);
  });

  test("are refused for a reviewed one that is not the latest: what its trainer has read is not changed in silence", async () => {
    const { personId, planIds } = await berakit(stage.db);
    const number = await reported(personId, planIds[0]);
    await stage.db.progressReport.updateMany({ data: { reviewedAt: stage.clock.now() } });
    await reported(personId, planIds[0]);
    const evidenceIds = [await kept(personId, planIds[0], photo("a"))];
    const actor = await actorOf(stage.world, personId);
    for (const _ of ["once", "twice"]) {
      const input = { number, evidenceIds, updateId: 81 };
      expect(await addFilesToReport(stage.world, actor, input)).toEqual({ kind: "too_late" });
    }
    expect(await files()).toEqual([["a", null]]);
  });

  test.runIf(process.env.TEST_DATABASE === "postgres")(
    "lock their person before the plan, as a pause does: neither waits for ever for the other",
    async () => {
      const { personId, planIds } = await berakit(stage.db);
      const number = await reported(personId, planIds[0]);
      await stage.db.progressReport.updateMany({ data: { reviewedAt: stage.clock.now() } });
      const evidenceIds = [await kept(personId, planIds[0], photo("a"))];
      const actor = await actorOf(stage.world, personId);
      let added: Promise<unknown> = Promise.resolve();
      // A pause: it has the person, and takes the plans next.
      await stage.world.store.transaction(async (store) => {
        await store.pauses.hold([personId]);
        added = addFilesToReport(stage.world, actor, { number, evidenceIds, updateId: 82 });
        await untilWaiting(stage.db, 1);
        await store.plans.lock(planIds[0]);
      });
      expect(await added).toEqual({ kind: "added" });
    },
  );

  test("are refused from somebody of another library, and for a report that is not there", async () => {
    const { trainingClass, personId, planIds } = await berakit(stage.db);
    const number = await reported(personId, planIds[0]);
    const evidenceIds = [await kept(personId, planIds[0], photo("a"))];
    const other = await colleague(stage.db, trainingClass.id, "Budi", {
      ...{ libraryName: "Perpustakaan Lain", placeCode: "21.01.10.2002" },
    });
    const input = { number, evidenceIds, updateId: 79 };
    expect(await addFilesToReport(stage.world, await actorOf(stage.world, other), input)).toEqual({
      kind: "not_yours",
    });
    const actor = await actorOf(stage.world, personId);
    expect(await addFilesToReport(stage.world, actor, { ...input, number: "LP-249-0099" })).toEqual({
      kind: "not_yours",
    });
    expect(await files()).toEqual([["a", null]]);
  });
});

describe("a late part of an album", () => {
  test("goes into the report that has the others, in its latest version, said once or twice", async () => {
    const { personId, planIds } = await berakit(stage.db);
    const number = await reported(personId, planIds[2], [
      await kept(personId, planIds[2], photo("first", { albumId: "7" })),
    ]);
    const actor = await actorOf(stage.world, personId);
    for (const _ of ["once", "twice"]) {
      const outcome = await addLateFile(stage.world, actor, { file: photo("late", { albumId: "7" }), albumId: "7" });
      expect(outcome).toEqual({ kind: "added", number });
      expect(await files()).toEqual([
        ["first", `${number}.1`],
        ["late", `${number}.1`],
      ]);
    }
  });

  test("of somebody else's album, or of one that nothing was kept of, goes nowhere", async () => {
    const { trainingClass, personId, planIds } = await berakit(stage.db);
    await reported(personId, planIds[2], [await kept(personId, planIds[2], photo("first", { albumId: "7" }))]);
    const other = await actorOf(stage.world, await colleague(stage.db, trainingClass.id, "Budi"));
    const file = photo("late", { albumId: "7" });
    expect(await addLateFile(stage.world, other, { file, albumId: "7" })).toEqual({ kind: "none" });
    const actor = await actorOf(stage.world, personId);
    expect(await addLateFile(stage.world, actor, { file, albumId: "8" })).toEqual({ kind: "none" });
    expect(await files()).toHaveLength(1);
  });

  test("that is too large is refused", async () => {
    const { personId, planIds } = await berakit(stage.db);
    await reported(personId, planIds[2], [await kept(personId, planIds[2], photo("first", { albumId: "7" }))]);
    const file = photo("late", { albumId: "7", byteSize: 30_000_000 });
    const outcome = await addLateFile(stage.world, await actorOf(stage.world, personId), { file, albumId: "7" });
    expect(outcome).toEqual({ kind: "refused", fault: "too_large" });
  });
});

describe("a document whose bytes are none of the types that are kept", () => {
  const document = (name: string) => photo(name, { kind: "document", mimeType: "application/pdf" });

  async function copied(mimeTypes: Record<string, string | null>) {
    const removed: string[] = [];
    stage.world.files.keep = async (fileId) => ({
      ...{ kind: "kept", storedAs: `aa/${fileId}`, byteSize: 9 },
      mimeType: mimeTypes[fileId] ?? null,
    });
    stage.world.files.remove = async (storedAs) => {
      removed.push(storedAs);
    };
    return { counts: await copyEvidence(stage.world), removed };
  }

  test("is dropped with its copy, and its sender hears of all of them in one message, once", async () => {
    const { personId, planIds } = await berakit(stage.db);
    for (const name of ["one", "two", "good"]) await kept(personId, planIds[0], document(name));
    const { counts, removed } = await copied({ good: "image/png" });
    expect(counts).toEqual({ copied: 1, lost: 0, postponed: 0, refused: 2 });
    expect(removed.sort()).toEqual(["aa/one", "aa/two"]);
    expect(await stage.db.evidence.findMany({ select: { fileId: true, mimeType: true } })).toEqual([
      { fileId: "good", mimeType: "image/png" },
    ]);
    expect((await copied({})).counts).toEqual({ copied: 0, lost: 0, postponed: 0, refused: 0 });
    const posts = await stage.db.outbox.findMany({ where: { key: { startsWith: "evidence-refused:" } } });
    expect(posts.map(({ personId: to, kind }) => [to, kind])).toEqual([[personId, "answer"]]);
    expect(JSON.stringify(posts[0]?.message)).toContain("2 berkas");
  });

  test("is dropped where nobody knows any more who sent it, and nobody is told", async () => {
    const { personId, planIds } = await berakit(stage.db);
    await kept(personId, planIds[0], document("old"));
    await stage.db.evidence.updateMany({ data: { senderId: null } });
    expect((await copied({})).counts.refused).toBe(1);
    expect(await stage.db.evidence.count()).toBe(0);
    expect(await stage.db.outbox.count()).toBe(0);
  });

  test("stays where Telegram itself made a photo of it", async () => {
    const { personId, planIds } = await berakit(stage.db);
    await kept(personId, planIds[0], photo("photo"));
    expect((await copied({})).counts).toEqual({ copied: 1, lost: 0, postponed: 0, refused: 0 });
  });
});
