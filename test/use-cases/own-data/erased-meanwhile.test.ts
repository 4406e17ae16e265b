// Somebody is forgotten while a process dies, a file stays, or a message of theirs is under way; and once, however often.
import { expect, test } from "vitest";
import type { KnownActor } from "../../../src/domain/people/person.js";
import { createDelivery } from "../../../src/storage/queue/delivery.js";
import { copyEvidence, erasePerson, finishErasures } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { knownEverywhere, NAME, TELEGRAM_ID, WORDS } from "./known-everywhere.js";

const stage = stageAt("2024-06-24T03:00:00Z");

// Keeps P36.
test("erasing twice erases once", async () => {
  const { actor } = await knownEverywhere(stage);
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
  const { actor } = await knownEverywhere(stage);
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
  const { actor, colleague } = await knownEverywhere(stage);
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
  const { actor, plan } = await knownEverywhere(stage);
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
  const { actor } = await knownEverywhere(stage);
  await stage.db.evidence.updateMany({ where: { fileUniqueId: "u1" }, data: { storedAs: null } });
  expect(stage.files.size).toBe(1);
  await erasePerson(stage.world, actor, { personId: actor.person.id });
  await finishErasures(stage.world);
  expect(stage.files.size).toBe(0);
});

// Keeps P36.
test("a post in a process's hands when somebody asks to be forgotten does not leave any more", async () => {
  const { actor } = await knownEverywhere(stage);
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
  const { actor, colleague, plan, library } = await knownEverywhere(stage);
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
