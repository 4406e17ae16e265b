// Telegram refuses a screen of a form: whichever it is, there is a way back and a way out, and nobody is locked out.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { FORMS } from "../../../src/bot/forms/forms.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import type { Fault } from "../../../src/sandbox/state/faults.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { runs } from "../../support/runs.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { type Act, OPEN } from "./every-form.js";
import { openTwoClasses, readyFor } from "./hostile-scene.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  stage = await openStage(database, "2024-06-11T03:00:00Z");
});
afterAll(() => database.close());

const DEPTHS = runs("REFUSED_DEPTHS", { quick: 1, long: 3 });
const REFUSED: Fault = { kind: "status", code: 400, description: "Bad Request: message is too long" };

async function inTurn(phone: Person, ...acts: Act[]): Promise<void> {
  for (const act of acts) {
    stage.clock.advance(1500);
    act(phone);
    await stage.settle();
  }
}

const lastOf = (phone: Person) => phone.received().at(-1);
const keysOf = (phone: Person) => lastOf(phone)?.reply_markup?.inline_keyboard.flat() ?? [];

/** Answers the open question with its first button, or with words where it has none. */
const answer: Act = (phone) => {
  const key = keysOf(phone).find(({ text }) => !/Batal|Kembali|✏️/.test(text));
  if (key !== undefined && "callback_data" in key) phone.pressesOn(lastOf(phone)?.message_id ?? 0, key.callback_data);
  else phone.says("Membaca bersama 12");
};

/** The screen is refused in place of the old one and below it, or as the file that it is; what comes in its stead is not. */
const AS_SCREEN = ["editMessageText", "sendMessage"];
const AS_FILE = ["sendDocument"];

/** After so many answers the first button gives a file: of the rules it is the workbook, and the question stands below it again. */
const GIVE_FILES: Partial<Record<keyof typeof FORMS, readonly number[]>> = {
  export: [1],
  exports: [4],
  roster: [1],
  rules: [1, 3, 5, 7],
};

async function refused(phone: Person, act: Act, methods: readonly string[]): Promise<number> {
  const before = stage.sandbox.faults.hits;
  const lift = methods.map((method) =>
    stage.sandbox.faults.add({ method, times: 1, chatId: phone.id, fault: REFUSED }),
  );
  await inTurn(phone, act);
  for (const undo of lift) undo();
  return stage.sandbox.faults.hits - before;
}

async function isAnswered(phone: Person, act: Act): Promise<boolean> {
  const before = stage.sandbox.calls.length;
  await inTurn(phone, act);
  return stage.sandbox.calls.slice(before).some(({ method, code }) => /^(send|edit)/.test(method) && code === 200);
}

const CASES = (Object.keys(OPEN) as (keyof typeof FORMS)[]).flatMap((form) =>
  Array.from({ length: DEPTHS }, (_, depth) => [form, depth] as const),
);

test.each(CASES)(
  "of the form %s the screen after %i answers may be refused, and each button below leads on",
  async (form, depth) => {
    for (const which of [0, 1]) {
      const { riau, stranger } = await openTwoClasses(stage);
      const { who, open } = OPEN[form];
      const phone = who === "stranger" ? stranger : riau[who];
      await readyFor(stage, form, phone);
      const acts = [...open, ...Array.from({ length: depth }, () => answer)];
      await inTurn(phone, ...acts.slice(0, -1));
      const hits = await refused(phone, acts.at(-1) as Act, GIVE_FILES[form]?.includes(depth) ? AS_FILE : AS_SCREEN);
      expect(hits).toBeGreaterThan(0);
      // Something stands there, with a way on.
      expect(keysOf(phone).length).toBeGreaterThan(0);
      const key = keysOf(phone)[Math.min(which, keysOf(phone).length - 1)];
      const data = key !== undefined && "callback_data" in key ? key.callback_data : "menu";
      expect(await isAnswered(phone, (p) => p.pressesOn(lastOf(p)?.message_id ?? 0, data))).toBe(true);
      expect(await isAnswered(phone, (p) => p.says("/bantuan"))).toBe(true);
      // The form can be opened and answered as if nothing had been.
      await inTurn(phone, ...open);
      expect(keysOf(phone).length + (lastOf(phone)?.text?.length ?? 0)).toBeGreaterThan(0);
      stage = await openStage(database, "2024-06-11T03:00:00Z");
    }
  },
  // The deepest screens of `npm run faults` come after eight answers, twice.
  120_000,
);
