// B9: a workbook of 10,000 people from every province, sent to the bot as a process: until its preview stands in the chat, until it is
// saved, and what others notice meanwhile: how long they wait for a reply, and how long the process's loop is held up.
//
// Beside: reading alone, the sheets without what they mean, and the same people's waits while nothing is imported. Memory is that of the
// whole process, worker threads included, above what it held before. A file of 100,000 lines is refused, with the limit said.
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { readGrids } from "../../../src/files/read-grids.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import type { BotProcess } from "../../faults/process/bot-process.js";
import { adminOf, workbookOf } from "../../faults/process/office.js";
import { openScene, type Scene } from "../../faults/process/scene.js";
import { count, median, milliseconds, ms, percentile, type Row } from "../report.js";

const QUIET_MILLISECONDS = 5000;
const ASK_EVERY_MILLISECONDS = 40;
const PATIENCE_SECONDS = 180;
const TARGET = "preview ≤ 30 s, saving ≤ 20 s; loop lag p99 ≤ 50 ms; replies p95 ≤ 2 s; ≤ 200 MB more";

export async function rosterImport(people: number, tooMany: number): Promise<Row[]> {
  const bytes = await workbookOf(people);
  const parsing = await milliseconds(() => readGrids(bytes));
  const scene = await openScene();
  try {
    const sri = await adminOf(scene, "Sri");
    const bot = scene.bot({ LOG_LEVEL: "info" });
    await bot.ready;
    const others = askAllTheTime(scene);
    await delay(QUIET_MILLISECONDS);
    const quiet = { ...others.take(), lag: await loopLag(bot) };
    const memory = watchMemory(bot);
    const preview = await timed(
      scene,
      "the preview is there",
      () => says(sri, "Belum ada"),
      () => send(sri, bytes),
    );
    const saving = await timed(
      scene,
      "it is saved",
      () => says(sri, "Tersimpan"),
      () => sri.presses(/^✅ Simpan/),
    );
    const busy = { ...others.take(), lag: await loopLag(bot) };
    const more = memory.stop();
    const saved = await scene.database.prisma.rosterRow.count();
    if (saved !== people) throw new Error(`${saved} of ${people} people are saved`);
    const refusing = await refusalOf(scene, sri, tooMany);
    await others.stop();
    return [
      {
        id: "B9",
        workload: `a workbook of ${count(people)} people (XLSX, all provinces), ${(bytes.length / 1e6).toFixed(1)} MB`,
        ours: `preview ${seconds(preview)}, saving ${seconds(saving)}; loop lag p99 ${ms(busy.lag)}; replies p50 ${ms(busy.p50)}, p95 ${ms(busy.p95)}; ${more.toFixed(0)} MB more`,
        beside: `reading the sheets alone ${seconds(parsing)}; without an import: loop lag p99 ${ms(quiet.lag)}, replies p50 ${ms(quiet.p50)}, p95 ${ms(quiet.p95)}`,
        ratio: `preview ${(preview / parsing).toFixed(1)} × the reading`,
        target: TARGET,
        meets: preview <= 30_000 && saving <= 20_000 && busy.lag <= 50 && busy.p95 <= 2000 && more <= 200,
      },
      {
        id: "B9",
        workload: `a workbook of ${count(tooMany)} people`,
        ours: `refused after ${seconds(refusing.milliseconds)}: “${refusing.said}”`,
        beside: "–",
        ratio: "–",
        target: "passes, or is refused with the limit said",
        meets: refusing.said.includes("25.000"),
      },
    ];
  } finally {
    await scene.close();
  }
}

async function refusalOf(scene: Scene, sri: Person, people: number): Promise<{ milliseconds: number; said: string }> {
  const bytes = await workbookOf(people);
  const before = sri.received().length;
  const isAnswered = () => sri.received().length > before && !says(sri, "⏳");
  const took = await timed(scene, "it is refused", isAnswered, () => send(sri, bytes));
  return {
    milliseconds: took,
    said:
      sri
        .lastMessage()
        ?.text?.split("\n")
        .find((line) => line.includes("baris")) ?? "",
  };
}

const send = (sri: Person, bytes: Uint8Array) =>
  sri.sendsDocument({ name: "program.xlsx", mime: "application/octet-stream", bytes });
const says = (sri: Person, words: string) => sri.lastMessage()?.text?.includes(words) === true;
const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;

function timed(scene: Scene, what: string, isSo: () => boolean, act: () => unknown): Promise<number> {
  return milliseconds(async () => {
    act();
    await scene.until(what, isSo, PATIENCE_SECONDS);
  });
}

/** Somebody new asks at every moment, and waits for the answer. */
function askAllTheTime({ world }: Scene) {
  const waits: number[] = [];
  let isOver = false;
  const asking = (async () => {
    for (let n = 0; !isOver; n++) {
      const phone = world.person({ first_name: `Peserta ${n}` });
      const startedAt = performance.now();
      phone.start();
      while (!isOver && phone.received().length === 0) await delay(2);
      waits.push(performance.now() - startedAt);
      await delay(ASK_EVERY_MILLISECONDS);
    }
  })();
  return {
    take() {
      const taken = waits.splice(0);
      return { p50: median(taken), p95: percentile(taken, 0.95) };
    },
    async stop() {
      isOver = true;
      await asking;
    },
  };
}

/** Of the process's loop since the last time that somebody asked, in milliseconds. */
async function loopLag(bot: BotProcess): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${bot.port()}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_p99_seconds ([\d.e-]+)/m.exec(text)?.[1]) * 1000;
}

/** In megabytes above what it holds now. */
function watchMemory(bot: BotProcess) {
  const held = () => {
    const status = readFileSync(`/proc/${bot.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000;
  };
  const before = held();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, held());
  }, 50);
  return {
    stop() {
      clearInterval(watch);
      return most - before;
    },
  };
}
