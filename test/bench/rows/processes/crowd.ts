// B18: a crowd answers a question of the report form at once: each press is acknowledged, kept, and the next question shown. Presses a second
// of one process and of two, from the first press to the last screen, on PostgreSQL.
//
// Beside: the usual bot (usual-bot.ts), which does the same writes and nothing of what keeps them from being lost or done twice. All talk to the
// same sandbox over HTTP, and the sandbox, PostgreSQL and the bots share the machine's cores: with two of them a second process has none of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { join } from "node:path";
import { seed } from "../../../../prisma/seed/seed.js";
import type { Person } from "../../../../src/sandbox/shapes.js";
import { openScene, type Scene } from "../../../faults/process/scene.js";
import { count, milliseconds, perSecond, type Row, times } from "../../report.js";

/** Thursday, 10:00 in Jakarta, three weeks after the first classes: plans are reported on. */
const THURSDAY = Date.parse("2024-06-27T03:00:00Z");
const STATE = /Berjalan/;
/** So many cores leave one to a second process: one for it, one each for the first, PostgreSQL and the sandbox. */
const CORES_FOR_TWO = 4;

export async function crowd(presses: number): Promise<Row[]> {
  const ahead = THURSDAY - Date.now();
  const scene = await openScene({ clock: { now: () => new Date(Date.now() + ahead) } });
  try {
    const reporters = await reportersOf(scene, 3 * presses);
    const start = async () => {
      const bot = scene.bot({ CLOCK_AHEAD: String(ahead), PACE: "100000", REST: "0" });
      await bot.ready;
      return bot;
    };
    const first = await start();
    const [one, two, usual] = [0, 1, 2].map((n) => reporters.slice(n * presses, (n + 1) * presses));
    // All of them stand at the question before anything is measured; the bot has worked for a while by then.
    await openForms(scene, reporters);
    const ofOne = await pressAll(scene, one!);
    const second = await start();
    const ofTwo = await pressAll(scene, two!);
    await Promise.all([first.stop(), second.stop()]);
    const ofUsual = await besideUsualBot(scene, () => pressAll(scene, usual!));
    const cores = cpus().length;
    return [
      {
        id: "B18",
        workload: `${count(presses)} people press at once, one process`,
        ours: perSecond(ofOne),
        beside: `usual bot ${perSecond(ofUsual)}`,
        ratio: times(ofOne / ofUsual),
        target: "≥ 3 × the usual bot",
        meets: ofOne >= 3 * ofUsual,
      },
      {
        id: "B18",
        workload: `${count(presses)} people press at once, two processes`,
        ours: perSecond(ofTwo),
        beside: `one process ${perSecond(ofOne)}`,
        ratio: times(ofTwo / ofOne),
        target: `≥ 1.7 × one, where there are ${CORES_FOR_TWO} cores or more (here ${cores})`,
        meets: cores < CORES_FOR_TWO || ofTwo >= 1.7 * ofOne,
      },
    ];
  } finally {
    await scene.close();
  }
}

interface Reporter {
  phone: Person;
  planId: number;
}

/** People of the seeded programme with a plan under way, each with their account on a phone. */
async function reportersOf({ world, database }: Scene, wanted: number): Promise<Reporter[]> {
  const { prisma } = database;
  await seed(prisma, { now: world.clock.now(), participants: 3 * wanted });
  await prisma.$executeRaw`ANALYZE`;
  const rows = await prisma.$queryRaw<{ account: number; planId: number }[]>`
    SELECT p.telegram_id::float8 AS account, min(w.id) AS "planId"
    FROM work_plans w
    JOIN participants q ON q.library_id = w.library_id AND q.class_id = w.class_id
    JOIN people p ON p.id = q.person_id AND p.telegram_id IS NOT NULL AND p.unreachable_cause IS NULL
    WHERE w.state IN ('not_started', 'in_progress')
      AND NOT EXISTS (SELECT 1 FROM drafts d WHERE d.telegram_id = p.telegram_id)
      AND NOT EXISTS (SELECT 1 FROM role_bindings r WHERE r.person_id = p.id)
    GROUP BY p.telegram_id ORDER BY p.telegram_id LIMIT ${wanted}`;
  if (rows.length < wanted) throw new Error(`${rows.length} people have a plan to report on, ${wanted} are needed.`);
  const reporters = rows.map(({ account, planId }) => {
    const phone = world.people.get(account) ?? world.person({ id: account, first_name: "Peserta" });
    phone.start();
    return { phone, planId };
  });
  world.takeUpdates();
  return reporters;
}

async function openForms(scene: Scene, reporters: readonly Reporter[]): Promise<void> {
  for (const { phone, planId } of reporters) {
    phone.pressesOn(phone.lastMessage()?.message_id ?? 0, `report:${planId}`);
  }
  const stands = ({ phone }: Reporter) => phone.buttons().some((text) => STATE.test(text));
  await scene.until("all stand at the question", () => reporters.every(stands), 300);
}

/** Presses a second. */
async function pressAll(scene: Scene, reporters: readonly Reporter[]): Promise<number> {
  const waiting = new Set(reporters.map(({ phone }) => phone.id));
  scene.world.onChange(({ kind, chatId }) => {
    if ((kind === "message" || kind === "edit") && chatId !== undefined) waiting.delete(chatId);
  });
  const took = await milliseconds(async () => {
    for (const { phone } of reporters) phone.presses(STATE);
    await scene.until("all have the next question", () => waiting.size === 0, 300);
  });
  return (reporters.length / took) * 1000;
}

async function besideUsualBot(scene: Scene, work: () => Promise<number>): Promise<number> {
  const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "../..", "usual-bot.ts")], {
    env: {
      ...{ PATH: process.env.PATH, NODE_ENV: "production", DATABASE_URL: scene.database.url },
      ...{ BOT_TOKEN: scene.world.token, TELEGRAM_API_ROOT: scene.server.url },
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  try {
    await scene.until("the usual bot polls", () => scene.world.poller !== undefined, 60);
    return await work();
  } finally {
    child.kill("SIGKILL");
    await ended;
  }
}
