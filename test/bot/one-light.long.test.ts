// P28: a plan has one light. Whoever looks at it, wherever it stands, on the same day: participant, trainer and admin see the same.

import { expect, test } from "vitest";
import { PLAN_STATES, type PlanState } from "../../src/domain/plans/plan-state.js";
import { type Light, lightOf, PLAN_TYPES, type PlanType } from "../../src/domain/plans/work-plan.js";
import { addDays, dayIn } from "../../src/domain/time/calendar.js";
import type { Person } from "../../src/sandbox/shapes.js";
import { dayToColumn } from "../../src/storage/days.js";
import { textsFor } from "../../src/texts/index.js";
import { stageAt } from "../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../support/world/builders.js";

const stage = stageAt("2024-07-01T03:00:00Z");

const { planWords } = textsFor("id");
const SYMBOLS = Object.entries(planWords.lights) as [Light, string][];

/** From today to the due day: long before, the day before, the day itself, the day after, long after. */
const DUE_IN_DAYS = [20, 1, 0, -1, -9];

/**
 * Half past eleven at night in Maluku, and an hour later, when a new day has begun there and not in Jakarta, where the trainer and
 * the admin sit.
 */
const INSTANTS = ["2024-07-01T14:30:00Z", "2024-07-01T15:30:00Z"];

/** Each state with each due day, three plans at a time. */
const CASES = INSTANTS.flatMap((instant) =>
  [PLAN_STATES.slice(0, 3), PLAN_STATES.slice(3)].flatMap((states) =>
    DUE_IN_DAYS.map((_, turn) => ({
      instant,
      plans: states.map((state, n) => ({ state, dueIn: DUE_IN_DAYS[(turn + n) % DUE_IN_DAYS.length] ?? 0 })),
    })),
  ),
);

async function aClass() {
  const trainingClass = await buildClass(stage.db, { provinceCode: "81", name: "Maluku" });
  const [siti, rina, budi] = ["Siti", "Rina", "Budi"].map((name) => stage.person({ name })) as [Person, Person, Person];
  await buildTrainer(stage.db, [trainingClass.id], { telegramId: rina.id });
  await buildAdmin(stage.db, { telegramId: budi.id });
  const built = await buildParticipant(stage.db, trainingClass.id, { telegramId: siti.id, name: "Siti Rahmawati" });
  for (const phone of [siti, rina, budi]) phone.start();
  await stage.listen();
  return { ...built, siti, rina, budi };
}

interface Screen {
  text: string;
  buttons: string[];
}

/** The last day of the class that builders make. */
const CLASS_ENDS = "2024-06-07";

/** What stands on the phone after these words, or in place of the message whose button was pressed. */
async function screen(phone: Person, act: { says: string } | { presses: string }): Promise<Screen> {
  // Not one tap with the one before.
  stage.clock.advance(1500);
  const pressedOn = phone.received().at(-1)?.message_id ?? 0;
  if ("says" in act) phone.says(act.says);
  else phone.pressesOn(pressedOn, act.presses);
  await stage.listen();
  const shown = phone.lastMessage();
  return {
    text: shown?.text ?? "",
    buttons: (shown?.reply_markup?.inline_keyboard.flat() ?? []).map(({ text }) => text),
  };
}

/** The light beside these words: before them on their line, or on the line below. */
function lightBeside(lines: string[], words: string): Light | null {
  const at = lines.findIndex((line) => line.includes(words));
  for (const line of [lines[at], lines[at + 1]]) {
    const found = SYMBOLS.find(([, symbol]) => line?.startsWith(symbol));
    if (found !== undefined) return found[0];
  }
  return null;
}

// Keeps P28.
test("a plan's light is the same on every page of participant, trainer and admin, in every state and on every day", {
  timeout: 180_000,
}, async () => {
  const { participant, plans, siti, rina, budi } = await aClass();
  const met = new Set<Light>();
  const pairs = new Set<string>();
  for (const { instant, plans: wanted } of CASES) {
    stage.clock.set(new Date(instant));
    const today = dayIn("Asia/Jayapura", stage.clock.now());
    const expected = new Map<PlanType, Light>();
    const stateOf = new Map<PlanType, PlanState>();
    for (const [n, { state, dueIn }] of wanted.entries()) {
      const plan = plans[n];
      if (plan === undefined) throw new Error("three plans");
      const dueOn = addDays(today, dueIn);
      await stage.db.workPlan.update({
        where: { id: plan.id },
        data: { state, dueOn: dayToColumn(dueOn), activity: "Pelatihan keripik", writtenAt: new Date("2024-06-10") },
      });
      expected.set(plan.type, lightOf({ state, dueOn, pausedUntil: null, classEndsOn: CLASS_ENDS }, today));
      stateOf.set(plan.type, state);
      met.add(lightOf({ state, dueOn, pausedUntil: null, classEndsOn: CLASS_ENDS }, today));
      pairs.add(`${state} ${dueIn}`);
    }
    const differs: string[] = [];
    const stateIn = (type: PlanType) => stateOf.get(type) ?? "unwritten";
    const compare = (where: string, type: PlanType, lines: string[]) => {
      const light = lightBeside(lines, planWords.types[type]);
      if (light !== expected.get(type)) differs.push(`${where}: ${type} is ${light}, not ${expected.get(type)}`);
    };
    for (const command of ["/kemajuan", "/rencana", "/lapor"]) {
      const { text } = await screen(siti, { says: command });
      for (const { type } of plans) compare(`participant ${command}`, type, text.split("\n"));
      // Word and symbol on the card, never colour alone.
      if (command === "/kemajuan")
        for (const [type, light] of expected) expect(text).toContain(planWords.light({ light, state: stateIn(type) }));
    }
    for (const { id, type } of plans) {
      if (["unwritten", "none_yet"].includes(stateOf.get(type) ?? "")) continue;
      const { text } = await screen(siti, { presses: `plan:${id}` });
      const light = expected.get(type) as Light;
      if (!text.includes(planWords.light({ light, state: stateIn(type) })))
        differs.push(`participant's page of ${type}: ${text}`);
    }
    for (const [who, phone] of [
      ["trainer", rina],
      ["admin", budi],
    ] as const) {
      const list = await screen(phone, { says: "/peserta Siti" });
      const lights = PLAN_TYPES.map((type) => planWords.lights[expected.get(type) as Light]).join("");
      if (!list.text.includes(`${lights} Siti Rahmawati`)) differs.push(`${who}: ${list.text}`);
      const page = await screen(phone, { presses: `person:${participant.id}` });
      for (const { type } of plans) {
        compare(`${who}'s page of the person`, type, page.text.split("\n"));
        const button = `${planWords.lights[expected.get(type) as Light]} ${planWords.shortTypes[type]}`;
        if (!page.buttons.includes(button)) differs.push(`${who}'s buttons: no ${button}`);
      }
      for (const { id, type } of plans) {
        const { text } = await screen(phone, { presses: `case:${id}` });
        compare(`${who}'s page of the plan`, type, text.split("\n"));
      }
    }
    expect(differs, `${instant} ${JSON.stringify(wanted)}`).toEqual([]);
  }
  expect(met).toEqual(new Set(["green", "yellow", "red"]));
  expect(pairs.size).toBe(PLAN_STATES.length * DUE_IN_DAYS.length);
  expect(stage.errors).toEqual([]);
});
