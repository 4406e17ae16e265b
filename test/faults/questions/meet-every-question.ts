// Goes through every question of every form: the short form stands in the suite, the long one in `npm run test:long`.
import { beforeAll, beforeEach, expect, test } from "vitest";
import { FORMS, type FormName } from "../../../src/bot/forms/forms.js";
import { COLUMN_ANSWERS } from "../../../src/bot/programme/roster/column-steps.js";
import { questionSteps } from "../../../src/bot/reports/questionnaire-steps.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { openTestDatabase } from "../../support/database.js";
import { putBack, type Snapshot, takeSnapshot } from "../../support/stage/snapshot.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { openTwoClasses } from "../forms/hostile-scene.js";
import { meetQuestions, type Question, ROUTES, type Scene } from "./every-question.js";

/** Monday, 07:30 in Tanjungpinang. */
const NOW = "2024-06-03T00:30:00Z";

/** Asked only after a colleague wrote too, or about a file that was sent: plan-meanwhile.long.test.ts, roster.test.ts, roster-columns.long.test.ts, other-provinces.test.ts and rules.test.ts in test/walks meet them. */
const MET_IN_WALKS: Partial<Record<FormName, readonly string[]>> = {
  plan: ["whose"],
  rules: ["file"],
  roster: [
    "file",
    "sheet",
    "class",
    "abroad",
    "elsewhere",
    "column",
    "role",
    ...COLUMN_ANSWERS,
    ...Array.from({ length: 10 }, (_, n) => `doubt-${n}`),
  ],
};

/** `check` says what has gone wrong at a question of every nth way; `nth` counts the questions of the way, each way from another number. */
export function testEveryQuestion(
  holds: string,
  check: (stage: Stage, phone: Person, question: Question, nth: number) => Promise<string[]>,
  timeout: number,
  everyNth = 1,
): void {
  let stage: Stage;
  let scene: Scene;
  let atFirst: Snapshot;
  beforeAll(async () => {
    stage = await openStage(await openTestDatabase(), NOW);
    scene = await openTwoClasses(stage);
    atFirst = await takeSnapshot(stage.db);
  });
  // The scene takes longer to build than many a way.
  beforeEach(async () => {
    await putBack(stage.db, atFirst, await takeSnapshot(stage.db));
    stage.clock.set(new Date(NOW));
    for (const chat of stage.sandbox.chats.values()) chat.replyKeyboard = undefined;
    stage.restart();
    stage.errors.length = 0;
  });

  const met = new Map<string, Set<string>>(Object.keys(FORMS).map((form) => [form, new Set()]));

  const ways = ROUTES.map((route, at) => [route.form, at + 1, route] as const);
  test.each(ways.filter((_, at) => at % everyNth === 0))(
    `at every question of %s on way %i ${holds}`,
    async (form, way, route) => {
      const wrong: string[] = [];
      let nth = way;
      await meetQuestions(stage, scene, route, async (question, phone) => {
        met.get(form)?.add(question.step);
        wrong.push(...(await check(stage, phone, question, nth)));
        nth += 1;
      });
      expect(wrong).toEqual([]);
      expect(stage.errors).toEqual([]);
    },
    timeout,
  );

  test.runIf(everyNth === 1)("these ways meet every question of every form", () => {
    const configured = Object.keys(questionSteps(stage.world.settings.questions.current));
    const missing = (Object.keys(FORMS) as FormName[]).flatMap((form) => {
      const all = [...FORMS[form].questions, ...(form === "report" ? configured : [])];
      const elsewhere = MET_IN_WALKS[form] ?? [];
      const unmet = all.filter((step) => met.get(form)?.has(step) !== true && !elsewhere.includes(step));
      return unmet.map((step) => `${form}: ${step}`);
    });
    expect(missing).toEqual([]);
  });
}
