// Copies of what people send: one that fails stands in nobody's way, is tried again later and later, and is told to the operators.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { KeptFile } from "../../../src/ports/own-data/files.js";
import { alarmOperators, copyEvidence, keepEvidence } from "../../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { buildAdmin } from "../../support/world/builders.js";
import { actorOf, berakit } from "../../support/world/plans.js";

let database: TestDatabase;
let stage: Stage;
let tried: string[];
let answers: Record<string, KeptFile>;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  stage = await openStage(database, "2024-06-10T02:00:00Z");
  tried = [];
  answers = {};
  stage.world.files.keep = async (fileId) => {
    tried.push(fileId);
    return answers[fileId] ?? { kind: "kept", storedAs: `aa/${fileId}`, byteSize: 9, mimeType: "image/jpeg" };
  };
});
afterAll(() => database.close());

const FULL: KeptFile = { kind: "failed", cause: "ENOSPC" };

const UNAVAILABLE: KeptFile = { kind: "later", isRefused: true };

async function sent(...fileIds: string[]): Promise<void> {
  const { personId, planIds } = await berakit(stage.db);
  const actor = await actorOf(stage.world, personId);
  for (const fileId of fileIds) {
    const file = {
      kind: "photo" as const,
      fileId,
      fileUniqueId: fileId,
      albumId: null,
      caption: null,
      mimeType: null,
      byteSize: 9,
    };
    expect(await keepEvidence(stage.world, actor, { planId: planIds[0], file })).toMatchObject({ kind: "kept" });
  }
}

const triedNow = async (): Promise<string[]> => {
  tried = [];
  await copyEvidence(stage.world);
  return tried;
};
const later = (minutes: number) => stage.clock.set(new Date(stage.clock.now().getTime() + minutes * 60_000));

test("a file that the disk refuses does not keep the others from being copied", async () => {
  await sent("large", "small", "other");
  answers = { large: FULL };
  expect(await copyEvidence(stage.world)).toEqual({ copied: 2, lost: 0, postponed: 1, refused: 0 });
});

test("what was refused is tried again after a minute, two, four, never later than six hours, until it is copied", async () => {
  await sent("large");
  answers = { large: FULL };
  expect(await triedNow()).toEqual(["large"]);
  expect(await triedNow()).toEqual([]);
  const waits: number[] = [];
  for (let tries = 1; tries < 12; tries++) {
    let minutes = 0;
    do {
      later(1);
      minutes += 1;
    } while ((await triedNow()).length === 0);
    waits.push(minutes);
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
  answers = {};
  later(360);
  expect(await copyEvidence(stage.world)).toEqual({ copied: 1, lost: 0, postponed: 0, refused: 0 });
  later(360);
  expect(await triedNow()).toEqual([]);
});

test("a disk that is full is asked three times a run, and the next run begins with what was never tried", async () => {
  await sent("a", "b", "c", "d", "e");
  answers = { a: FULL, b: FULL, c: FULL, d: FULL, e: FULL };
  expect(await triedNow()).toEqual(["a", "b", "c"]);
  later(1);
  expect(await triedNow()).toEqual(["d", "e", "a"]);
});

test("a file that Telegram does not give out for now keeps nobody behind it from the next run", async () => {
  await sent("stuck", "fine");
  answers = { stuck: { kind: "later" } };
  expect(await triedNow()).toEqual(["stuck"]);
  expect(await triedNow()).toEqual(["fine"]);
});

test("what Telegram still has is not lost for a broken wire, however old it is and whatever kept it waiting", async () => {
  await sent("a", "b");
  answers = { a: FULL, b: FULL };
  await copyEvidence(stage.world);
  later(72 * 60);
  answers = { a: { kind: "later" }, b: { kind: "later" } };
  for (let run = 0; run < 3; run++) {
    // The first one stands for all: nothing else is asked while Telegram is away.
    expect(await copyEvidence(stage.world)).toEqual({ copied: 0, lost: 0, postponed: 1, refused: 0 });
    later(6 * 60);
  }
  // Its first word about the file itself does not end it either.
  answers = { a: UNAVAILABLE, b: UNAVAILABLE };
  expect(await copyEvidence(stage.world)).toEqual({ copied: 0, lost: 0, postponed: 2, refused: 0 });
  answers = {};
  later(6 * 60);
  expect(await copyEvidence(stage.world)).toEqual({ copied: 2, lost: 0, postponed: 0, refused: 0 });
});

test("a file that Telegram refuses for two days is given up, and keeps nobody behind it meanwhile", async () => {
  await sent("stuck", "fine");
  answers = { stuck: UNAVAILABLE };
  expect(await copyEvidence(stage.world)).toEqual({ copied: 1, lost: 0, postponed: 1, refused: 0 });
  later(47 * 60);
  expect(await copyEvidence(stage.world)).toEqual({ copied: 0, lost: 0, postponed: 1, refused: 0 });
  later(2 * 60);
  expect(await copyEvidence(stage.world)).toEqual({ copied: 0, lost: 1, postponed: 0, refused: 0 });
  later(24 * 60);
  expect(await triedNow()).toEqual([]);
});

test("the operators hear how many copies fail and of what, once", async () => {
  const phone = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { telegramId: phone.id });
  phone.start();
  await stage.settle();
  stage.talk();
  await sent("a", "b", "c");
  answers = { a: FULL, b: UNAVAILABLE, c: { kind: "later" } };
  await copyEvidence(stage.world);
  await alarmOperators(stage.world);
  await alarmOperators(stage.world);
  await stage.settle();
  const said = stage.talk();
  expect(said).toContain("1 foto atau dokumen belum bisa disalin ke server: penyimpanannya penuh (ENOSPC).");
  expect(said.match(/ENOSPC/g)).toHaveLength(1);
});
