// An announcement outlives the words that were kept for each of its receivers: nobody ever reads "Halo {nama}".
import { expect, test } from "vitest";
import { announcementProgress, decideUnknown, forgetOldTraces, resendFailed } from "../../../src/use-cases/index.js";
import { openCorrecting } from "./corrections/correcting.js";

const { stage, anAdmin, participants, published, amended, tallyOf, telegram, dispatcherTo } = openCorrecting();

const DAY = 86_400_000;

/** As texts are forgotten by the job of the night. */
async function aHundredDaysLater() {
  stage.clock.advance(100 * DAY);
  await forgetOldTraces(stage.world);
}

const names = async () =>
  (await stage.db.person.findMany({ where: { participations: { some: {} } } })).map((p) => p.name);

test("a correction that asks for what was forgotten is refused, and one that does not changes every copy", async () => {
  await participants(3);
  const actor = await anAdmin();
  const id = await published(actor);
  const to = telegram();
  await dispatcherTo(to).drain();
  await aHundredDaysLater();
  expect(await amended(actor, id)).toEqual({
    kind: "problem",
    problem: { kind: "forgotten_word", written: "{nama}" },
  });
  const outcome = await amended(actor, id, 101, { text: "Hari Senin", marks: [] });
  if (outcome.kind !== "started") throw new Error(outcome.kind);
  await dispatcherTo(to).drain();
  for (const text of to.texts()) expect(text).toMatch(/\n\nHari Senin$/);
  expect((await tallyOf(actor, outcome.correctionId)).tally.changed).toBe(3);
});

test("a copy whose words were forgotten keeps what stands there, and is counted as not changed", async () => {
  await participants(3);
  const actor = await anAdmin();
  const id = await published(actor);
  const to = telegram();
  await dispatcherTo(to).drain();
  const before = to.texts();
  const [first] = await stage.db.outbox.findMany({ where: { announcementId: id }, orderBy: { id: "asc" } });
  await stage.db.$executeRaw`UPDATE outbox SET variables = NULL WHERE id = ${first!.id}`;
  const outcome = await amended(actor, id);
  if (outcome.kind !== "started") throw new Error(outcome.kind);
  await dispatcherTo(to).drain();
  expect(to.texts().join()).not.toContain("{nama}");
  expect(to.texts().filter((text) => before.includes(text))).toHaveLength(1);
  expect((await tallyOf(actor, outcome.correctionId)).tally).toMatchObject({ changed: 2, no_id: 1 });
});

test("what is sent again after its words were forgotten has them once more", async () => {
  await participants(3);
  const actor = await anAdmin();
  const announcementId = await published(actor);
  const posts = await stage.db.outbox.findMany({ where: { announcementId }, orderBy: { id: "asc" } });
  const settledAt = stage.clock.now();
  for (const [at, state] of (["dead", "unknown", "sent"] as const).entries()) {
    await stage.db.outbox.update({ where: { id: posts[at]!.id }, data: { state, cause: "400", settledAt } });
  }
  await aHundredDaysLater();
  expect(await resendFailed(stage.world, actor, announcementId)).toEqual({ kind: "requeued", count: 1 });
  const again = { announcementId, outboxId: posts[1]!.id, decision: "send_again" } as const;
  expect(await decideUnknown(stage.world, actor, again)).toEqual({ kind: "decided" });
  stage.clock.advance(DAY);
  const to = telegram();
  await dispatcherTo(to).drain();
  const known = await names();
  expect(to.texts()).toHaveLength(2);
  for (const text of to.texts()) expect(known.map((name) => `Halo ${name}, hari Jumat`)).toContain(text);
  const progress = await announcementProgress(stage.world, actor, announcementId);
  expect(progress).toMatchObject({ tally: { sent: 3, failed: 0, unknown: 0 } });
  // Theirs alone: whoever has it needs no words.
  expect((await stage.db.outbox.findUniqueOrThrow({ where: { id: posts[2]!.id } })).variables).toBeNull();
  expect(stage.errors).toEqual([]);
});
