// A form walked from its opening to its end while the handling of each update breaks, and what there is to compare afterwards.
import { expect } from "vitest";
import type { FormName } from "../../../src/bot/forms/forms.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import type { TestDatabase } from "../../support/database.js";
import { type BreakAt, type Breakage, createBreaker } from "../../support/stage/breaker.js";
import type { Who } from "../../support/stage/every-button.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { buttonOf, everyRow, phoneOf, type WalkAct } from "./every-walk.js";
import { openTwoClasses, readyFor } from "./hostile-scene.js";

/** Tuesday, 10:00 in Tanjungpinang. */
export const NOW = "2024-06-11T03:00:00Z";

const SPEAKS = /^telegram\.(send|edit)/;

export interface Walk {
  /** What must be so before this form can be opened, see readyFor() in hostile-scene.ts. */
  form: FormName;
  who: Who;
  acts: WalkAct[];
}

export interface Breaks {
  breakage: Breakage;
  at: BreakAt;
}

export const CALM: Breaks = { breakage: "failing", at: () => null };

export interface Walked {
  stage: Stage;
  /** What the person had before them after each act. */
  screens: string[];
  /** Every message that anybody had before them at any time, each once. */
  said: Set<string>;
  rows: Record<string, string[]>;
  /** Of the try that was not broken, an update each: its steps, and how often it spoke; whether any try did. */
  tries: { steps: number; spoken: number; isAnswered: boolean }[];
  /** How many steps were broken. */
  hits: number;
}

export async function walkThrough(
  database: TestDatabase,
  { form, who, acts }: Walk,
  { breakage, at }: Breaks,
): Promise<Walked> {
  const breaker = createBreaker();
  const stage = await openStage(database, NOW, { step: breaker.step });
  const { riau, stranger } = await openTwoClasses(stage);
  const phone = phoneOf(who, riau, stranger);
  await readyFor(stage, form, phone);
  stage.talk();
  const tries: Walked["tries"] = [];
  const screens: string[] = [];
  stage.tries = async (once) => {
    const counted = await countersOf(stage);
    const between = async () => {
      stage.errors.length = 0;
      if (breakage === "killed" || breakage === "killed_after") stage.restart();
      await putBack(stage, counted);
    };
    const { steps, before } = await breaker.handle(once, { breakage, at, between });
    const spoken = steps.filter((name) => SPEAKS.test(name)).length;
    tries.push({ steps: steps.length, spoken, isAnswered: [...before, ...steps].some((name) => SPEAKS.test(name)) });
    // A row found where one was to be made leaves a gap as well.
    await putBack(stage, counted);
  };
  for (const act of acts) {
    stage.clock.advance(60_000);
    act(phone, (choice) => {
      const { message_id: screen, data } = buttonOf(phone, choice);
      phone.pressesOn(screen, data);
    });
    await stage.settle();
    screens.push(screenOf(phone));
  }
  const rows = await everyRow(stage.db);
  return { stage, screens, said: saidIn(stage.talk()), rows: comparable(rows), tries, hits: breaker.hits };
}

/** As if nothing had broken: the same screens, the same rows, nothing else was ever said, and each try says its result once. */
export function expectTheSame(broken: Walked, calm: Walked): void {
  expect(broken.screens).toEqual(calm.screens);
  expect(broken.rows).toEqual(calm.rows);
  expect([...broken.said].filter((words) => !calm.said.has(words))).toEqual([]);
  for (const [update, { spoken, isAnswered }] of broken.tries.entries()) {
    expect(spoken, `messages of update ${update}`).toBeLessThanOrEqual(calm.tries[update]?.spoken ?? 0);
    expect(isAnswered, `an answer to update ${update}`).toBe(calm.tries[update]?.isAnswered ?? false);
  }
  expect(broken.stage.errors).toEqual([]);
}

/** The last message and what can be pressed there. */
export function screenOf(phone: Person): string {
  const last = phone.received().at(-1);
  const keys = last?.reply_markup?.inline_keyboard.map((row) => row.map((key) => JSON.stringify(key)).join(" ")) ?? [];
  return [last?.text ?? last?.caption ?? "", ...keys].join("\n");
}

/** Each message of a transcript, whether it was sent or took the place of another. */
function saidIn(talk: string): Set<string> {
  const turns = talk.split(/\n(?! {4})/).filter((turn) => turn.startsWith("Bot "));
  return new Set(turns.map((turn) => turn.replace(/^Bot [→✎]/, "Bot")));
}

/** Where each table's numbers stand: a transaction that is rolled back leaves a gap, which is no difference that anybody sees. */
async function countersOf({ db }: Stage): Promise<Map<string, bigint>> {
  const rows = await db.$queryRaw<{ name: string; last: bigint }[]>`
    SELECT sequencename::text AS name, COALESCE(last_value, 0) AS last FROM pg_sequences WHERE schemaname = 'public'`;
  return new Map(rows.map(({ name, last }) => [name, last]));
}

/** Puts them back to there, or to the last number that is in use. */
async function putBack(stage: Stage, before: Map<string, bigint>): Promise<void> {
  for (const [name, last] of await countersOf(stage)) {
    const then = before.get(name) ?? 0n;
    if (last === then) continue;
    const table = name.replace(/_id_seq$/, "");
    await stage.db.$executeRawUnsafe(
      `SELECT setval('"${name}"', GREATEST(top, 1), top > 0) FROM (
        SELECT GREATEST(COALESCE(max(id), 0), ${then}) AS top FROM "${table}") AS used`,
    );
  }
}

/**
 * Without what differs by its nature: numbers of updates and of messages (two that leave at once leave in either order),
 * tokens, fences of claims, where the plugin stands.
 */
export function comparable(rows: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(rows)
      .filter(([name]) => name !== "conversation_states")
      .map(([name, all]) => [name, all.map(plain).sort()]),
  );
}

function plain(row: string): string {
  return row
    .replaceAll(/\b1000\d{5}\b/g, "#")
    .replaceAll(/test-token-\d+/g, "token")
    .replaceAll(/"(first|last|telegram_message_id|editedAt|fence)": (\d+|null)/g, '"$1": #');
}
