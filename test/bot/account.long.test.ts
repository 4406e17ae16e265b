// Whatever a trainer or admin changes about others or the programme leaves a line of who did it. Every button and every form of theirs is
// pressed, and what changed in the database is set beside the lines that were left: a new one that leaves none fails here.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ActionName } from "../../src/domain/messages/action.js";
import type { AuditedAction } from "../../src/domain/own-data/audited.js";
import { LOOKS } from "../../src/domain/own-data/look.js";
import { buttonOf, FORM_NAMES, phoneOf, WALKS } from "../faults/forms/every-walk.js";
import { digestOf, openTwoClasses, readyFor } from "../faults/forms/hostile-scene.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { BUTTONS } from "../support/stage/every-button.js";
import { putBack, type Snapshot, takeSnapshot } from "../support/stage/snapshot.js";
import { openStage, type Stage } from "../support/stage/stage.js";
import { buildClass } from "../support/world/builders.js";

let database: TestDatabase;
let stage: Stage;
let scene: Awaited<ReturnType<typeof openTwoClasses>>;
let before: Snapshot;

/** Tuesday, 10:00 in Tanjungpinang. */
const NOW = "2024-06-11T03:00:00Z";

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** What only tells how the bot is talked to. */
const OF_THE_TALK = ["inbox", "audits", "class_boards", "announcement_boards", "leases", "workers"];

/** Their own: a practice is nobody else's and goes as a whole; so are a name and their quick answers. */
const OWN: readonly string[] = [
  "make_practice",
  "practice",
  "staff_name",
  "keep_answer",
  "drop_answer",
  "quick_answer",
];
/** That a question was opened stands in the line of the look. */
const ONLY_LOOKED: readonly string[] = ["question", "audit_find"];

/** What must be so before the button does what it is for; the id with which it is pressed then, where that is another. */
const READY: Partial<Record<ActionName, (db: Stage["db"]) => Promise<unknown>>> = {
  resume_announcement: (db) => db.announcement.updateMany({ data: { state: "paused" } }),
  confirm_remove_material: (db) => db.roleBinding.updateMany({ where: { role: "admin" }, data: { regionCode: null } }),
  let_in: (db) => db.participant.updateMany({ data: { admission: "waiting", askedAt: new Date(NOW) } }),
  turn_away: (db) => db.participant.updateMany({ data: { admission: "waiting", askedAt: new Date(NOW) } }),
  mark_one: (db) => db.trainingSession.updateMany({ data: { startsAt: new Date(NOW) } }),
  mark_all: (db) => db.trainingSession.updateMany({ data: { startsAt: new Date(NOW) } }),
  resend_announcement: (db) => db.outbox.updateMany({ data: { state: "dead", cause: "server" } }),
  other_person: (db) => db.rosterRow.update({ where: { id: 1 }, data: { participantId: 1 } }),
  remove_class: async (db) => {
    await db.trainingClass.update({ where: { id: 1 }, data: { joinToken: "lama" } });
    return (await buildClass(db, { provinceCode: "21", joinToken: "kosong" })).id;
  },
  give_back: (db) => db.roleBinding.update({ where: { id: 3 }, data: { revokedAt: new Date(NOW) } }),
  ask_plans: (db) => db.participant.updateMany({ data: { kind: "regency_office" } }),
  unask_plans: (db) => db.participant.updateMany({ data: { kind: "regency_office", flagged: true } }),
  remind_trainers: (db) => db.questionThread.updateMany({ data: { escalatedAt: new Date(NOW) } }),
  undo_act: (db) => db.careAct.updateMany({ data: { at: new Date("2024-06-11T03:01:00Z") } }),
};

/** What takes more to be done than this scene has: its line is asserted there. */
const ELSEWHERE: Partial<Record<ActionName, [line: AuditedAction, where: string]>> = {
  approve_announcement: ["announcement.approve", "use-cases/announcements/approval.test.ts"],
  teach: ["class.trainer-add", "walks/staff/staff-desk.test.ts"],
  undo_import: ["roster.undo", "faults/office/rights-lost.test.ts"],
  parked: ["update.decide_parked", "use-cases/operations/alarm-operators.test.ts"],
  unknowns: ["post.decide_unknown", "use-cases/operations/alarm-operators.test.ts"],
};

const sourceOf = (file: string) => readFileSync(join(import.meta.dirname, "..", file), "utf8");

/** The talk of the scene was about this plan: a word can be added to it. */
async function noteTalkOfPlan(planId: number): Promise<void> {
  const [at, day] = [new Date(NOW), new Date("2024-06-01")];
  const { id: followUpId } = await stage.db.followUp.create({
    data: {
      key: `overdue:${planId}`,
      planId,
      reason: "overdue",
      dueOn: day,
      raisedAt: at,
      resolvedAt: at,
      resolution: "contacted",
      way: "visited",
    },
  });
  await stage.db.careActChange.create({ data: { actId: 1, followUpId, raised: true } });
}

/** Tables that this changed, and the lines of acts that it left. */
async function traceOf(act: () => Promise<void>): Promise<{ changed: string[]; lines: string[] }> {
  const { audits: linesBefore = [], ...rowsBefore } = await digestOf(stage);
  await act();
  const { audits = [], ...rows } = await digestOf(stage);
  const changed = Object.keys(rows)
    .filter((name) => !OF_THE_TALK.includes(name))
    .filter((name) => rows[name]?.join("\n") !== rowsBefore[name]?.join("\n"));
  const lines = audits
    .filter((line) => !linesBefore.includes(line))
    .map((line) => (JSON.parse(line) as { action: string }).action)
    .filter(
      (action) =>
        ["staff.export", "feedback.export"].includes(action) || !(LOOKS as readonly string[]).includes(action),
    );
  return { changed, lines: [...new Set(lines)] };
}

describe("a press that changes something leaves a line:", () => {
  beforeAll(async () => {
    stage = await openStage(database, NOW);
    scene = await openTwoClasses(stage);
    await stage.db.participant.updateMany({ data: { joinedAt: stage.clock.now() } });
    before = await takeSnapshot(stage.db);
  });
  beforeEach(async () => putBack(stage.db, before, await takeSnapshot(stage.db)));
  const names = (Object.keys(BUTTONS) as ActionName[]).filter((name) => /trainer|admin/.test(BUTTONS[name][0]));

  test.each(names)("%s", async (name) => {
    const [who, ...ids] = BUTTONS[name];
    const [line, where] = ELSEWHERE[name] ?? [];
    if (line !== undefined && where !== undefined) expect(sourceOf(where)).toContain(line);
    const made = await READY[name]?.(stage.db);
    const pressed = typeof made === "number" ? [made] : ids;
    const { changed, lines } = await traceOf(async () => {
      stage.clock.set(new Date("2024-06-11T03:02:00Z"));
      phoneOf(who, scene.riau, scene.stranger).pressesOn(1, [name, ...pressed].join(":"));
      await stage.settle();
    });
    if (name in READY) expect(changed).not.toEqual([]);
    if (changed.length > 0 && ![...OWN, ...ONLY_LOOKED].includes(name)) expect(lines).not.toEqual([]);
    expect(stage.errors).toEqual([]);
  });
});

describe("a form that is filled in to its end leaves a line:", () => {
  beforeEach(async () => {
    stage = await openStage(database, NOW);
    scene = await openTwoClasses(stage);
  });

  test.each(FORM_NAMES.filter((name) => /trainer|admin/.test(WALKS[name].who)))("%s", async (name) => {
    const { who, acts } = WALKS[name];
    const phone = phoneOf(who, scene.riau, scene.stranger);
    await readyFor(stage, name, phone);
    if (name === "contact") await noteTalkOfPlan(2);
    await stage.settle();
    const { lines } = await traceOf(async () => {
      for (const act of acts) {
        stage.clock.advance(60_000);
        act(phone, (choice) => {
          const { message_id, data } = buttonOf(phone, choice);
          phone.pressesOn(message_id, data);
        });
        await stage.settle();
      }
    });
    if (![...OWN, ...ONLY_LOOKED].includes(name) || name === "question") expect(lines).not.toEqual([]);
    expect(stage.errors).toEqual([]);
  });
});
