// P35: a button pressed five times in a second has one effect and one reply: every button there is, and those of every form.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FormName } from "../../../src/bot/forms/forms.js";
import type { ActionName } from "../../../src/domain/messages/action.js";
import { ACTIONS } from "../../../src/domain/messages/actions.js";
import { comparable } from "../../faults/forms/broken-walk.js";
import { buttonOf, everyRow, FORM_NAMES, phoneOf, WALKS } from "../../faults/forms/every-walk.js";
import { openTwoClasses, readyFor } from "../../faults/forms/hostile-scene.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { dealt, someOf } from "../../support/runs.js";
import { BUTTONS } from "../../support/stage/every-button.js";
import { openStage, type Stage } from "../../support/stage/stage.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Tuesday, 10:00 in Tanjungpinang. */
const NOW = "2024-06-11T03:00:00Z";

/** These change who somebody is: the others come before them. */
const LAST: ActionName[] = ["refuse", "accept", "consent", "erase"];

/** So many hands would press all of them; the long tests have all in one. */
const HANDS = 3;

// Keeps P35.
describe("pressed five times in a second, it has one effect and one reply:", () => {
  let scene: Awaited<ReturnType<typeof openTwoClasses>>;
  beforeAll(async () => {
    stage = await openStage(database, NOW);
    scene = await openTwoClasses(stage);
  });
  const names = Object.keys(BUTTONS) as ActionName[];

  const some = dealt(names, 0, HANDS).filter((name) => !LAST.includes(name));

  test.each([...some, ...LAST])("the button %s", async (name) => {
    const [who, ...ids] = BUTTONS[name];
    const phone = phoneOf(who, scene.riau, scene.stranger);
    stage.clock.advance(60_000);
    const pressed = phone.answers().length;
    const data = [name, ...ids].join(":");
    expect(ACTIONS[name].length, "ids").toBeGreaterThanOrEqual(ids.length);
    const screen = phone.lastMessage()?.message_id ?? 0;
    const calls = stage.sandbox.calls.length;
    phone.pressesOn(screen, data);
    await stage.settle();
    // Where the screen shows already what it should, Telegram is asked all the same.
    expect(stage.sandbox.calls.slice(calls).some(({ method }) => /^(send|edit)/.test(method))).toBe(true);
    stage.talk();
    const after = await everyRow(stage.db);
    for (let tap = 2; tap <= 5; tap++) {
      stage.clock.advance(200);
      phone.pressesOn(screen, data);
    }
    await stage.settle();
    expect(stage.talk(), "replies to the others").toBe("");
    expect(await everyRow(stage.db)).toEqual(after);
    expect(phone.answers().length - pressed, "presses answered for themselves").toBe(5);
    expect(stage.errors).toEqual([]);
  });
});

/** What was said, and all that is kept. */
async function walk(form: FormName, taps: number) {
  stage = await openStage(database, NOW);
  const { riau, stranger } = await openTwoClasses(stage);
  const { who, acts } = WALKS[form];
  const phone = phoneOf(who, riau, stranger);
  await readyFor(stage, form, phone);
  stage.talk();
  for (const act of acts) {
    stage.clock.advance(60_000);
    act(phone, (choice) => {
      const { message_id: screen, data } = buttonOf(phone, choice);
      for (let tap = 0; tap < taps; tap++) phone.pressesOn(screen, data);
    });
    await stage.settle();
  }
  expect(stage.errors).toEqual([]);
  return { said: stage.talk(), rows: comparable(await everyRow(stage.db)) };
}

// Keeps P35.
test.each(someOf(2, FORM_NAMES))("the form %s goes the same way for hasty fingers", async (form) => {
  const calm = await walk(form, 1);
  const hasty = await walk(form, 5);
  expect(hasty.said).toBe(calm.said);
  expect(hasty.rows).toEqual(calm.rows);
});
