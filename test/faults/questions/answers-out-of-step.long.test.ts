// People who do not wait for our answers, whose phones cut texts, whose photos come late, whom we read hours later: what they say is an
// answer to the question that they saw, or none. The short form stands in the suite, the long one is `npm run faults -- F33`.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { textsFor } from "../../../src/texts/index.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { runs } from "../../support/runs.js";
import { putBack, type Snapshot, takeSnapshot } from "../../support/stage/snapshot.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import type { Step } from "../../support/stage/steps.js";
import { openTwoClasses } from "../forms/hostile-scene.js";
import type { Scene } from "./every-question.js";
import { walkInCompany } from "./out-of-step-company.js";

/** Monday, 07:30 in Tanjungpinang. */
const NOW = "2024-06-03T00:30:00Z";
const WALKS = runs("OUT_OF_STEP_WALKS", { quick: 12, long: 52 });
const FIRST_SEED = Number(process.env.OUT_OF_STEP_SEED ?? 1);
/** Walks that one test makes, four at a time. */
const A_TEST = Math.min(WALKS, 52);

let database: TestDatabase;
let stage: Stage;
let scene: Scene;
let atFirst: Snapshot;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  // The chats of a stage grow with every walk.
  stage = await openStage(database, NOW);
  scene = await openTwoClasses(stage);
  atFirst = await takeSnapshot(stage.db);
});
afterAll(() => database.close());

async function atTheBeginning(): Promise<void> {
  await putBack(stage.db, atFirst, await takeSnapshot(stage.db));
  stage.clock.set(new Date(NOW));
  for (const chat of stage.sandbox.chats.values()) {
    chat.replyKeyboard = undefined;
    chat.messages.clear();
  }
  stage.restart();
}

test.each(Array.from({ length: Math.ceil(WALKS / A_TEST) }, (_, n) => FIRST_SEED + (n * A_TEST) / 4))(
  "what is said out of step is an answer to its own question, or told to be none (from seed %i on)",
  async (first) => {
    const wrong: string[] = [];
    let [forms, said] = [0, 0];
    for (let seed = first; seed < first + A_TEST / 4; seed++) {
      await atTheBeginning();
      const company = await walkInCompany(stage, scene, seed);
      wrong.push(...company.wrong);
      forms += company.forms;
      said += company.said;
    }
    expect(wrong, wrong.join("\n")).toEqual([]);
    expect(stage.errors).toEqual([]);
    expect(forms).toBe(A_TEST);
    expect(said).toBeGreaterThan(forms * 4);
  },
  180_000,
);

/** As a phone sends it: both parts before anything is answered. */
const cutByThePhone = (phone: Person, to: number) => {
  phone.repliesTo(to, "membaca ".repeat(600).slice(0, 4095).concat("x"));
  phone.says("ekor yang terpotong");
};

test("of a long reply to an older message no part is an answer, and what is written below it is one", async () => {
  const { participant } = scene.riau;
  const inTurn = async (act: () => unknown) => {
    stage.clock.advance(2000);
    act();
    await stage.settle();
  };
  await inTurn(() => participant.pressesOn(1, "plan:3"));
  await inTurn(() => cutByThePhone(participant, participant.received()[0]?.message_id ?? 0));
  const { common } = textsFor("id");
  const [refused, rest] = participant.received().slice(-2);
  expect(refused?.text).toContain(common.repliedElsewhere().text);
  expect(rest?.text).toContain(common.sentBefore().text);
  await inTurn(() => participant.says("Bertemu kepala desa"));
  const [draft] = await stage.world.store.drafts.ofForm(participant.id, "plan");
  expect(draft?.answers.activity).toBe("Bertemu kepala desa");
});

test("of a reply that is too long for a question's thread no part answers the form that is open", async () => {
  const { trainer, participant } = scene.riau;
  const inTurn = async (act: () => unknown) => {
    stage.clock.advance(2000);
    act();
    await stage.settle();
  };
  await inTurn(() => participant.says("/tanya"));
  await inTurn(() => participant.says("Bolehkah raknya dicat?"));
  const question = trainer.received().findLast(({ text }) => text?.includes("Bolehkah raknya dicat?") === true);
  await inTurn(() => trainer.pressesOn(1, "talked:plan-1:telephoned"));
  await inTurn(() => trainer.presses("📝 Tambah catatan"));
  await inTurn(() => cutByThePhone(trainer, question?.message_id ?? 0));
  const { common } = textsFor("id");
  const heard = trainer
    .received()
    .slice(-3)
    .map(({ text }) => text);
  expect(heard[0]).toContain(common.tooLong(3000).text);
  expect(heard[2]).toContain(common.sentBefore().text);
  expect(await stage.db.followUp.count({ where: { note: { not: null } } })).toBe(0);
  await inTurn(() => trainer.says("Akan mulai Senin"));
  expect(await stage.db.followUp.count({ where: { note: "Akan mulai Senin" } })).toBeGreaterThan(0);
});

test("what was written before a question came does not answer it, though the process died as it came", async () => {
  let dies = false;
  const dyingOnceShown: Step = async (name, call) => {
    const done = await call();
    if (!dies || name !== "telegram.editMessageText") return done;
    dies = false;
    throw new Error("dies before it can note which question stands there");
  };
  stage = await openStage(database, NOW, { step: dyingOnceShown });
  stage.triesAgain = true;
  const { participant } = (await openTwoClasses(stage)).riau;
  participant.pressesOn(1, "report:1");
  await stage.settle();
  stage.clock.advance(2000);
  participant.presses(/Ada kendala/);
  stage.clock.advance(2000);
  participant.says("Menata rak baru");
  stage.clock.advance(2000);
  dies = true;
  await stage.settle();
  expect(dies).toBe(false);
  expect(participant.received().at(-1)?.text).toContain(textsFor("id").common.sentBefore().text);
  stage.clock.advance(2000);
  participant.says("Kepala desa sakit");
  await stage.settle();
  expect(await stage.db.progressReport.findFirst({ orderBy: { id: "desc" } })).toMatchObject({
    state: "stuck",
    obstacle: "Kepala desa sakit",
  });
});
