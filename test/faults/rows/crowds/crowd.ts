// F18, A11: thousands of people are busy with the bot while an announcement goes out.
import { setTimeout as delay } from "node:timers/promises";
import { Api } from "grammy";
import { inProcessFetch } from "../../../../src/sandbox/in-process.js";
import type { Person } from "../../../../src/sandbox/shapes.js";
import { inWords, left, openScene, type Scene } from "../../process/scene.js";
import type { Fault, Outcome } from "../../report.js";

/** Within so long all of the crowd press. */
const PRESSING_MILLISECONDS = 10_000;
/** Before the crowd: so long the announcement goes out alone, which is what its rate is compared with. */
const CALM_MILLISECONDS = 20_000;
const EARLY = 1000;

async function crowdPressesButtons(crowd: number): Promise<Outcome> {
  const scene = await openScene();
  try {
    // Long enough for the announcement to be under way until the last of the crowd is answered.
    const people = await scene.people(4000);
    const phones = await peopleWithAButton(scene, EARLY + crowd);
    await scene.bot().ready;
    await scene.post(people);
    await scene.until("the announcement is under way", () => announced(scene).length > 30);
    const pressedAt = new Map<number, number>();
    const repliedAt = new Map<number, number>();
    scene.world.onChange(({ kind, chatId }) => {
      if (kind !== "message" || chatId === undefined || !pressedAt.has(chatId) || repliedAt.has(chatId)) return;
      repliedAt.set(chatId, Date.now());
    });
    /** All who are due by now press, however late this loop comes round: a crowd does not wait for us. */
    const press = async (phones: readonly Person[]) => {
      const startedAt = Date.now();
      for (let pressed = 0; pressed < phones.length; await delay(5)) {
        const part = (Date.now() - startedAt) / PRESSING_MILLISECONDS;
        const due = Math.min(phones.length, Math.ceil(part * phones.length));
        for (const phone of phones.slice(pressed, due)) {
          pressedAt.set(phone.id, Date.now());
          phone.presses("Menu");
        }
        pressed = Math.max(pressed, due);
      }
    };
    // The crowd meets a bot that has worked for a while, not one that was started this second.
    const early = phones.splice(0, EARLY);
    await press(early);
    await scene.until("the early ones have their reply", () => repliedAt.size === early.length, 120);
    const answeredBefore = scene.world.callbacks.answers.length;
    for (const { id } of early) {
      pressedAt.delete(id);
      repliedAt.delete(id);
    }
    const calmFrom = Date.now();
    await delay(CALM_MILLISECONDS);
    const startedAt = Date.now();
    const calmRate = announced(scene).filter((at) => at >= calmFrom).length / ((startedAt - calmFrom) / 1000);
    await press(phones);
    const within = (Date.now() - startedAt) / 1000;
    await scene.until("all have their reply", () => repliedAt.size === crowd, 300);
    const seconds = (Date.now() - startedAt) / 1000;
    const rate = announced(scene).filter((at) => at >= startedAt).length / seconds;
    const answers = scene.world.callbacks.answers
      .slice(answeredBefore)
      .map(({ userId, at }) => at.getTime() - pressedAt.get(userId)!);
    const replies = [...repliedAt].map(([id, at]) => at - pressedAt.get(id)!);
    return {
      done: `${crowd} people press a button within ${within.toFixed(1)} s during an announcement`,
      counted: `presses answered ${inMilliseconds(answers)}, replied to ${inMilliseconds(replies)} · the announcement at ${rate.toFixed(2)}/s meanwhile, ${calmRate.toFixed(2)}/s before`,
      holds:
        answers.length === crowd &&
        percentile(answers, 0.99) <= 2000 &&
        Math.max(...answers) <= 15_000 &&
        rate >= 0.95 * calmRate,
    };
  } finally {
    await scene.close();
  }
}

/** A11: the whole programme is told something, and somebody asks for help every two seconds. */
async function everybodyAndAReply(recipients: number): Promise<Outcome> {
  const scene = await openScene({ limits: true });
  try {
    const people = await scene.people(recipients);
    await scene.bot().ready;
    const startedAt = Date.now();
    await scene.post(people);
    const waits: number[] = [];
    const ask = async () => {
      const phone = scene.world.person({ first_name: "Peserta" });
      const askedAt = Date.now();
      phone.start();
      await scene.until("the reply is there", () => phone.received().length > 0, 30);
      waits.push(Date.now() - askedAt);
    };
    while ((await left(scene)) > 0 && Date.now() - startedAt < 600_000) {
      await ask();
      await delay(2000);
    }
    const minutes = (Date.now() - startedAt) / 60_000;
    const account = await scene.account();
    return {
      done: `an announcement to ${recipients} at Telegram's limits, ${waits.length} people ask meanwhile`,
      counted: `${inWords(account)} · done in ${minutes.toFixed(1)} min · replies ${inMilliseconds(waits)}`,
      holds:
        account.states.sent === recipients &&
        account.lost === 0 &&
        account.doubledHeld === 0 &&
        minutes <= 8 &&
        percentile(waits, 0.95) <= 2000,
    };
  } finally {
    await scene.close();
  }
}

/** People whom the bot knows, each with a message that has a button under it. */
async function peopleWithAButton(scene: Scene, count: number) {
  const known = await scene.people(count);
  const api = new Api(scene.world.token, { fetch: inProcessFetch(scene.world) as never });
  for (const { chatId } of known) {
    await api.sendMessage(chatId, "Halo", {
      reply_markup: { inline_keyboard: [[{ text: "Menu", callback_data: "menu" }]] },
    });
  }
  return known.map(({ chatId }) => scene.world.people.get(chatId)!);
}

const announced = (scene: Scene): number[] =>
  scene.world.ledger.filter(({ text }) => text.startsWith("announcement:")).map(({ at }) => at.getTime());

function percentile(waits: number[], part: number): number {
  return [...waits].sort((a, b) => a - b)[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? 0;
}

function inMilliseconds(waits: number[]): string {
  return `${waits.length}: p95 ${percentile(waits, 0.95)} ms, p99 ${percentile(waits, 0.99)} ms, slowest ${Math.max(...waits)} ms`;
}

export const CROWD: Fault[] = [
  { id: "F18", name: "a crowd presses buttons", company: "alone", run: () => crowdPressesButtons(10_000) },
  { id: "A11", name: "everybody, and a reply", company: "alone", run: () => everybodyAndAReply(10_000) },
];
