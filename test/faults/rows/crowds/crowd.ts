// F18: thousands of people are busy with the bot while an announcement goes out.
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { Api } from "grammy";
import type { Day } from "../../../../src/domain/time/calendar.js";
import { inProcessFetch } from "../../../../src/sandbox/in-process.js";
import type { Person } from "../../../../src/sandbox/shapes.js";
import { buildClass } from "../../../support/world/builders.js";
import { openScene, type Scene } from "../../process/scene.js";
import type { Fault, Outcome } from "../../report.js";
import { everybodyAndTheirDay } from "./everybody.js";
import { inMilliseconds, percentile } from "./waits.js";

/** Within so long all of the crowd press. */
const PRESSING_MILLISECONDS = 10_000;
/** Before the crowd: so long the announcement goes out alone, which is what its rate is compared with. */
const CALM_MILLISECONDS = 20_000;
const EARLY = 1000;
/** What an announcement keeps of its rate: on two cores bot, PostgreSQL and Telegram's stand-in take turns, and a message is longer on its way. */
const KEPT_RATE = cpus().length >= 4 ? 0.95 : 0.9;

async function crowdPressesButtons(crowd: number): Promise<Outcome> {
  const scene = await openScene();
  try {
    // Long enough for the announcement to be under way until the last of the crowd is answered.
    const people = await scene.people(4000);
    const phones = await peopleWithAButton(scene, EARLY + crowd);
    const bot = scene.bot();
    await bot.ready;
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
    const cpuBefore = cpuMilliseconds(bot.pid);
    await press(phones);
    const within = (Date.now() - startedAt) / 1000;
    await scene.until("all have their reply", () => repliedAt.size === crowd, 300);
    const seconds = (Date.now() - startedAt) / 1000;
    const cpu = (cpuMilliseconds(bot.pid) - cpuBefore) / crowd;
    const rate = announced(scene).filter((at) => at >= startedAt).length / seconds;
    const answers = scene.world.callbacks.answers
      .slice(answeredBefore)
      .map(({ userId, at }) => at.getTime() - pressedAt.get(userId)!);
    const replies = [...repliedAt].map(([id, at]) => at - pressedAt.get(id)!);
    return {
      done: `${crowd} people press a button within ${within.toFixed(1)} s during an announcement`,
      counted: `presses answered ${inMilliseconds(answers)}, replied to ${inMilliseconds(replies)}, ${cpu.toFixed(1)} ms of the bot's processor time each with all else it did · the announcement at ${rate.toFixed(2)}/s meanwhile, ${calmRate.toFixed(2)}/s before`,
      holds:
        answers.length === crowd &&
        percentile(answers, 0.99) <= 2000 &&
        Math.max(...answers) <= 15_000 &&
        rate >= KEPT_RATE * calmRate,
    };
  } finally {
    await scene.close();
  }
}

/** Participants of a class of next season, each with a library and a message that has a button under it. */
async function peopleWithAButton(scene: Scene, count: number) {
  const known = await scene.people(count);
  const { prisma } = scene.database;
  const ids = known.map(({ id }) => id);
  const next = new Date(Date.now() + 90 * 24 * 3_600_000).toISOString().slice(0, 10) as Day;
  const { id: classId } = await buildClass(prisma, { startsOn: next });
  await prisma.$executeRaw`
    WITH libraries AS (
      INSERT INTO libraries (kind, name, place_code)
      SELECT 'desa', 'Perpustakaan ' || id, (SELECT min(code) FROM places WHERE code LIKE '21.01.%' AND length(code) = 13)
      FROM unnest(${ids}::int[]) AS id
      RETURNING id, substr(name, 14)::int AS person_id
    ), members AS (
      INSERT INTO library_members (library_id, person_id, from_at) SELECT id, person_id, now() FROM libraries
    )
    INSERT INTO participants (number, person_id, class_id, library_id, kind, joined_at)
    SELECT 'KEP-' || person_id, person_id, ${classId}, id, 'desa', now() FROM libraries`;
  const api = new Api(scene.world.token, { fetch: inProcessFetch(scene.world) as never });
  for (const { chatId } of known) {
    await api.sendMessage(chatId, "Halo", {
      reply_markup: { inline_keyboard: [[{ text: "Menu", callback_data: "menu" }]] },
    });
  }
  return known.map(({ chatId }) => scene.world.people.get(chatId)!);
}

/** What a process has spent so far, as Linux counts it: user and system, in hundredths of a second. */
function cpuMilliseconds(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const announced = (scene: Scene): number[] =>
  scene.world.ledger.filter(({ text }) => text.startsWith("announcement:")).map(({ at }) => at.getTime());

/** So many of a roster that more than 10,000 of them have joined. */
const EVERYBODY = 12_300;

export const CROWD: Fault[] = [
  { id: "F18", name: "a crowd presses buttons", company: "alone", run: () => crowdPressesButtons(10_000) },
  {
    id: "A11",
    name: "everybody is told something on a day of work",
    company: "alone",
    run: () => everybodyAndTheirDay(EVERYBODY),
  },
];
