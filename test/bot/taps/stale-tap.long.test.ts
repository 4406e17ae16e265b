// A button that is old, gone or somebody else's, pressed twice within a second: the presses are acknowledged, and answered once.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ActionName } from "../../../src/domain/messages/action.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { phoneOf } from "../../faults/forms/every-walk.js";
import { openTwoClasses, type Side } from "../../faults/forms/hostile-scene.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { dealt, someOf } from "../../support/runs.js";
import { BUTTONS } from "../../support/stage/every-button.js";
import { openStage, type Stage } from "../../support/stage/stage.js";

let database: TestDatabase;
let stage: Stage;
let scene: { riau: Side; maluku: Side; stranger: Person };
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  // Tuesday, 10:00 in Tanjungpinang.
  stage = await openStage(database, "2024-06-11T03:00:00Z");
  scene = await openTwoClasses(stage);
});
afterAll(() => database.close());

/** These change who somebody is: the others come before them. */
const LAST: ActionName[] = ["refuse", "accept", "consent", "erase"];
const NAMES = (Object.keys(BUTTONS) as ActionName[]).sort((a, b) => LAST.indexOf(a) - LAST.indexOf(b));
const dataOf = (name: ActionName) => [name, ...BUTTONS[name].slice(1)].join(":");

/** What is wrong with what followed; nothing where it was answered once. */
async function pressTwice(phone: Person, messageId: number, data: string): Promise<string[]> {
  stage.clock.advance(60_000);
  const acknowledged = phone.answers().length;
  const [chat, calls] = [phone.received().length, stage.sandbox.calls.length];
  phone.pressesOn(messageId, data);
  stage.clock.advance(400);
  phone.pressesOn(messageId, data);
  await stage.settle();
  const said = phone.received().slice(chat);
  const texts = said.map(({ text, caption, document }) => text ?? caption ?? document?.file_name ?? "");
  const shown = stage.sandbox.calls
    .slice(calls)
    .filter(({ method, chatId }) => chatId === phone.id && /^(send|edit)/.test(method));
  return [
    ...(phone.answers().length - acknowledged === 2 ? [] : ["not acknowledged twice"]),
    ...(shown.length > 0 ? [] : ["not answered"]),
    ...(new Set(texts).size === texts.length ? [] : [`answered more than once: ${texts.join(" | ")}`]),
  ].map((wrong) => `${data} ${wrong}`);
}

const CASES: [string, (name: ActionName) => [Person, number, string]][] = [
  [
    "below a message that is not there any more",
    (name) => [phoneOf(BUTTONS[name][0], scene.riau, scene.stranger), 1, dataOf(name)],
  ],
  [
    "below the first message of all",
    (name) => {
      const phone = phoneOf(BUTTONS[name][0], scene.riau, scene.stranger);
      return [phone, phone.received()[0]?.message_id ?? 1, dataOf(name)];
    },
  ],
  [
    "that is of another class",
    (name) => {
      const phone = phoneOf(BUTTONS[name][0], scene.maluku, scene.stranger);
      return [phone, phone.lastMessage()?.message_id ?? 1, dataOf(name)];
    },
  ],
  ["in a stranger's hand", (name) => [scene.stranger, scene.stranger.lastMessage()?.message_id ?? 1, dataOf(name)]],
  [
    "whose ids are gone",
    (name) => {
      const phone = phoneOf(BUTTONS[name][0], scene.riau, scene.stranger);
      const ids = BUTTONS[name].slice(1).map((id) => (typeof id === "number" ? 999_999 : id));
      return [phone, phone.lastMessage()?.message_id ?? 1, [name, ...ids].join(":")];
    },
  ],
];

test.each(someOf(1, CASES))(
  "every button %s, pressed twice within a second, answers once",
  async (_, press) => {
    const wrong: string[] = [];
    for (const name of dealt(NAMES, 0, 2)) wrong.push(...(await pressTwice(...press(name))));
    expect(wrong).toEqual([]);
    expect(stage.errors).toEqual([]);
  },
  120_000,
);

test("a button of a form that is over, or of no form at all, answers once", async () => {
  const wrong: string[] = [];
  for (const who of ["participant", "trainer", "admin"] as const) {
    const phone = scene.riau[who];
    for (const data of [
      "f|zz|activity|none",
      "f|1|summary|confirm",
      "f|1|leave|save",
      "f|",
      "nonsense",
      "menu:1:2:3",
    ]) {
      wrong.push(...(await pressTwice(phone, 1, data)));
      wrong.push(...(await pressTwice(phone, phone.lastMessage()?.message_id ?? 1, data)));
    }
  }
  expect(wrong).toEqual([]);
  expect(stage.errors).toEqual([]);
});
