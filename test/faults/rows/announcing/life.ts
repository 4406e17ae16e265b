// An office that announces, and a process that is killed in the middle of what it does (announcing.ts).
import { setTimeout as delay } from "node:timers/promises";
import type { Person } from "../../../../src/sandbox/shapes.js";
import { buildClass, buildParticipant, numberAnew } from "../../../support/world/builders.js";
import type { BotProcess } from "../../process/bot-process.js";
import { adminOf } from "../../process/office.js";
import { CANARY, openScene, type Scene } from "../../process/scene.js";

export const PER_ZONE = 16;
/** 08:00 of a Monday in Maluku, Kalimantan Selatan and Kepulauan Riau, in the order in which it comes. */
export const ZONES = [
  { provinceCode: "81", instant: Date.parse("2024-07-07T23:00:05Z") },
  { provinceCode: "63", instant: Date.parse("2024-07-08T00:00:05Z") },
  { provinceCode: "21", instant: Date.parse("2024-07-08T01:00:05Z") },
] as const;
export const FRIDAY = Date.parse("2024-07-05T03:00:00Z");
/** A kill comes within this; what an act takes on a quiet machine. */
const SPAN_MILLISECONDS = 900;
export const PATIENCE_SECONDS = 120;

export const ACTS = ["scheduling", "leaving", "correcting", "resending", "exporting"] as const;
export type Act = (typeof ACTS)[number];

export interface Life {
  scene: Scene;
  sri: Person;
  phones: { phone: Person; provinceCode: string }[];
  /** What the machine's clock lies behind that of the bot and of Telegram. */
  clock: { ahead: number };
  bot: BotProcess;
  killed: readonly Act[];
  kills: number;
  wrong: string[];
  /** The last message of the week before. */
  since: number;
}

export async function startAt(life: Life, instant: number): Promise<void> {
  await life.bot.kill();
  life.clock.ahead = instant - Date.now();
  await startAgain(life);
}

async function startAgain(life: Life): Promise<void> {
  const { inbox, outbox } = life.scene.database.prisma;
  // Nobody waits for the leases of the dead.
  await inbox.updateMany({ where: { state: "claimed" }, data: { leaseUntil: new Date(0) } });
  await outbox.updateMany({ where: { state: "claimed" }, data: { leaseUntil: new Date(0) } });
  life.bot = life.scene.bot({ PACE: "40", REST: "0", TICK: "1", CLOCK_AHEAD: String(life.clock.ahead) });
  await life.bot.ready;
}

/** Does it, is killed in the middle of it where that is meant, and waits until it is done. */
export async function through(life: Life, act: Act, does: () => unknown, isDone: () => boolean | Promise<boolean>) {
  does();
  if (life.killed.includes(act)) {
    await delay(Math.random() * SPAN_MILLISECONDS);
    await life.bot.kill();
    life.kills += 1;
    await startAgain(life);
  }
  await life.scene.until(`${act} comes to its end`, isDone, PATIENCE_SECONDS);
}

/** What the office has been sent this week: what a job tells it meanwhile is not in the way. */
const ofThisWeek = ({ sri, since }: Life) => sri.received().filter(({ message_id }) => message_id > since);

export async function presses(life: Life, ...labels: RegExp[]): Promise<void> {
  const isShown = (label: RegExp) =>
    ofThisWeek(life).some(({ reply_markup: markup }) =>
      (markup?.inline_keyboard ?? []).flat().some(({ text }) => label.test(text)),
    );
  for (const label of labels) {
    await life.scene.until(`there is ${label}`, () => isShown(label), PATIENCE_SECONDS);
    life.sri.presses(label);
  }
}

export async function reads(life: Life, words: string): Promise<void> {
  const isThere = () => ofThisWeek(life).some(({ text }) => text?.includes(words));
  await life.scene.until(`“${words}” is read`, isThere, PATIENCE_SECONDS);
}

export async function openLife(killed: readonly Act[]): Promise<Life> {
  const clock = { ahead: FRIDAY - Date.now() };
  const scene = await openScene({ clock: { now: () => new Date(Date.now() + clock.ahead) } });
  const { prisma } = scene.database;
  numberAnew();
  const sri = await adminOf(scene, "Sri");
  const phones: Life["phones"] = [];
  for (const { provinceCode } of ZONES) {
    const { id: classId } = await buildClass(prisma, { provinceCode });
    for (let n = 0; n < PER_ZONE; n++) {
      const name = `${CANARY} ${provinceCode}-${n}`;
      const phone = scene.world.person({ first_name: name });
      phone.start();
      // Of an office, so that no reminder of a plan spends the message of that day.
      await buildParticipant(prisma, classId, { name, telegramId: phone.id, provinceCode, kind: "province_office" });
      phones.push({ phone, provinceCode });
    }
  }
  scene.world.takeUpdates();
  const life = {
    ...{ scene, sri, phones, clock, killed, kills: 0, wrong: [], since: 0 },
    bot: undefined as never,
  } as Life;
  await startAgain(life);
  return life;
}
