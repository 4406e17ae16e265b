// F34: killed while a file is read and saved, while that is taken back, and while classes are given to trainers; two admins, one file.
import { setTimeout as delay } from "node:timers/promises";
import type { Person } from "../../../src/sandbox/shapes.js";
import { buildClass, buildTrainer } from "../../support/world/builders.js";
import type { BotProcess } from "../process/bot-process.js";
import { adminOf, workbookOf } from "../process/office.js";
import { openScene, type Scene } from "../process/scene.js";
import type { Fault, Outcome } from "../report.js";

const PATIENCE_SECONDS = 90;
/** Nobody teaches two classes on one day. */
const WEEKS = ["2027-05-17", "2027-05-24", "2027-05-31", "2027-06-07"] as const;

/** What an import has made: all of it, or nothing. */
async function standing({ database: { prisma } }: Scene): Promise<string> {
  const open = await prisma.rosterImport.count({ where: { undoneAt: null, inserted: { gt: 0 } } });
  const { rosterRow, rosterChange, trainingClass, wave } = prisma;
  const counts = [await rosterRow.count(), await rosterChange.count(), await trainingClass.count(), await wave.count()];
  return [open, ...counts].join("/");
}

const lastSays = (phone: Person, words: string) => phone.lastMessage()?.text?.includes(words) ?? false;
const saying = (phone: Person, words: string) => phone.received().filter(({ text }) => text?.includes(words)).length;

/** Something that an admin does, what they read when it is done, and what stands in the database before and after. */
interface Act {
  name: string;
  does(): void;
  isTold(): boolean;
  stands(): Promise<string>;
  before: string;
  after: string;
}

interface Tally {
  kills: Record<string, number>;
  wrong: string[];
}

/** Kills the process at a moment of what it does, and looks: at once, and when the next process has come to its end. */
async function killDuring(scene: Scene, bot: BotProcess, act: Act, span: number, tally: Tally): Promise<BotProcess> {
  act.does();
  await delay(Math.random() * span);
  const wasTold = act.isTold();
  await bot.kill();
  tally.kills[act.name] = (tally.kills[act.name] ?? 0) + 1;
  const stood = await act.stands();
  if (stood !== act.before && stood !== act.after) tally.wrong.push(`${act.name} killed in half: ${stood}`);
  if (wasTold && stood !== act.after) tally.wrong.push(`${act.name} told and not done: ${stood}`);
  // Nobody waits for the lease of the dead.
  const { inbox } = scene.database.prisma;
  await inbox.updateMany({ where: { state: "claimed" }, data: { leaseUntil: new Date(0) } });
  const next = scene.bot();
  await next.ready;
  await scene.until(`${act.name} is told`, act.isTold, PATIENCE_SECONDS);
  // Told before the kill, it is handled once more by the next process: what comes next must not begin beneath it.
  const isDone = async () => (await inbox.count({ where: { state: { in: ["waiting", "claimed"] } } })) === 0;
  await scene.until(`${act.name} is handled`, isDone, PATIENCE_SECONDS);
  const stands = await act.stands();
  if (stands !== act.after) tally.wrong.push(`${act.name} told and not whole: ${stands}`);
  return next;
}

/** How long it takes when nobody kills: from what is done until it is told. */
async function spanOf(scene: Scene, { name, does, isTold }: Act): Promise<number> {
  const startedAt = performance.now();
  does();
  await scene.until(`${name} is told`, isTold, PATIENCE_SECONDS);
  return performance.now() - startedAt;
}

async function importActs(scene: Scene, sri: Person, people: number): Promise<Act[]> {
  const bytes = await workbookOf(people);
  const stands = () => standing(scene);
  let previews = 0;
  return [
    {
      name: "reading",
      does: () => {
        previews = saying(sri, "Belum ada yang disimpan.");
        sri.sendsDocument({ name: "program.xlsx", mime: "application/octet-stream", bytes });
      },
      isTold: () => saying(sri, "Belum ada yang disimpan.") > previews,
      ...{ stands, before: "", after: "" },
    },
    {
      name: "saving",
      does: () => sri.presses(/^✅ Simpan/),
      isTold: () => lastSays(sri, "✅ Tersimpan"),
      ...{ stands, before: "", after: "" },
    },
    {
      name: "undoing",
      does: () => sri.presses("↩️ Urungkan"),
      isTold: () => lastSays(sri, "dikembalikan seperti semula") || lastSays(sri, "sudah diurungkan"),
      ...{ stands, before: "", after: "" },
    },
  ];
}

async function killDuringImports(rounds: number, people: number): Promise<Outcome> {
  const scene = await openScene();
  const tally: Tally = { kills: {}, wrong: [] };
  try {
    const sri = await adminOf(scene, "Sri");
    let bot = scene.bot();
    await bot.ready;
    const acts = await importActs(scene, sri, people);
    const spans: number[] = [];
    // Once in peace: how long each takes, and what stands before and after it.
    for (const act of acts) {
      act.before = await standing(scene);
      spans.push(await spanOf(scene, act));
      act.after = await standing(scene);
    }
    for (let round = 0; round < rounds; round++) {
      const before = sri.received().length;
      for (const [n, act] of acts.entries()) bot = await killDuring(scene, bot, act, spans[n] ?? 1000, tally);
      const sent = sri.received().length - before;
      // The preview, which becomes the receipt and the word about the undoing.
      if (sent !== 1) tally.wrong.push(`${sent} messages for one import`);
      if (sri.received().some(({ text }) => text?.startsWith("⏳"))) tally.wrong.push("a progress that stays");
    }
    return outcomeOf(tally, `a file of ${people} is read, saved and taken back`);
  } finally {
    await scene.close();
  }
}

async function killDuringSpread(kills: number): Promise<Outcome> {
  const scene = await openScene();
  const tally: Tally = { kills: {}, wrong: [] };
  try {
    const { prisma } = scene.database;
    const sri = await adminOf(scene, "Sri");
    const first = await buildClass(prisma, { startsOn: WEEKS[0], provinceCode: "33" });
    for (let n = 1; n < 40; n++) await buildClass(prisma, { startsOn: WEEKS[n % WEEKS.length]!, provinceCode: "33" });
    for (let n = 0; n < 20; n++) {
      const trainer = await buildTrainer(prisma, [], { name: `Pelatih ${n}` });
      await prisma.roleBinding.updateMany({ where: { personId: trainer.id }, data: { regionCode: "33" } });
    }
    let bot = scene.bot();
    await bot.ready;
    const stands = async () => String(await prisma.classTrainer.count());
    const ask = async () => {
      await prisma.classTrainer.deleteMany();
      const menu = sri.lastMessage()?.message_id ?? 0;
      sri.pressesOn(menu, `spread:${first.waveId}:33`);
      await scene.until("the proposal is there", () => sri.buttons().some((label) => label.includes("✅ Bagi")));
    };
    sri.says("/menu");
    await scene.until("the menu is there", () => sri.buttons().length > 0);
    const act: Act = {
      name: "spreading",
      does: () => sri.presses(/^✅ Bagi/),
      isTold: () => lastSays(sri, "sudah punya pelatih"),
      ...{ stands, before: "0", after: "" },
    };
    await ask();
    const span = await spanOf(scene, act);
    act.after = await stands();
    for (let kill = 0; kill < kills; kill++) {
      await ask();
      bot = await killDuring(scene, bot, act, span, tally);
    }
    return outcomeOf(tally, "40 classes are given to 20 trainers");
  } finally {
    await scene.close();
  }
}

/** Each has the preview before them; both press within a moment, and the process is killed meanwhile. */
async function twoAdminsImport(rounds: number, people: number): Promise<Outcome> {
  const scene = await openScene();
  const tally: Tally = { kills: {}, wrong: [] };
  let both = 0;
  try {
    const admins = [await adminOf(scene, "Sri"), await adminOf(scene, "Budi")];
    const bytes = await workbookOf(people);
    let bot = scene.bot();
    await bot.ready;
    const nothing = await standing(scene);
    for (let round = 0; round < rounds; round++) {
      for (const phone of admins) {
        phone.sendsDocument({ name: "program.xlsx", mime: "application/octet-stream", bytes });
        const isShown = () => lastSays(phone, "Belum ada yang disimpan.");
        await scene.until("the preview is there", isShown, PATIENCE_SECONDS);
      }
      for (const phone of admins) phone.presses(/^✅ Simpan/);
      // Every other round is let live.
      if (round % 2 === 1) {
        await delay(Math.random() * 1500);
        await bot.kill();
        tally.kills["two admins saving"] = (tally.kills["two admins saving"] ?? 0) + 1;
        await scene.database.prisma.inbox.updateMany({
          where: { state: "claimed" },
          data: { leaseUntil: new Date(0) },
        });
        bot = scene.bot();
        await bot.ready;
      }
      const told = (words: string) => admins.filter((phone) => lastSays(phone, words));
      const isTold = () => told("✅ Tersimpan").length + told("sudah tersimpan sebelumnya").length === 2;
      await scene.until("both are told", isTold, PATIENCE_SECONDS);
      const rows = await scene.database.prisma.rosterRow.count();
      const author = told("✅ Tersimpan");
      if (rows === people && author.length === 1) both += 1;
      else tally.wrong.push(`${rows} rows, ${author.length} told that they saved`);
      author[0]?.presses("↩️ Urungkan");
      const isBack = async () => (await standing(scene)) === nothing;
      await scene.until("it is taken back", isBack, PATIENCE_SECONDS);
    }
    const { done, counted, holds } = outcomeOf(tally, `two admins save one file of ${people} at once ×${rounds}`);
    return { done, counted: `${both} × one import, the other told so · ${counted}`, holds: holds && both === rounds };
  } finally {
    await scene.close();
  }
}

function outcomeOf({ kills, wrong }: Tally, what: string): Outcome {
  const all = Object.values(kills).reduce((sum, count) => sum + count, 0);
  const spread = Object.entries(kills).map(([name, count]) => `${count} × ${name}`);
  return {
    done: `SIGKILL ×${all} while ${what}`,
    counted: `${spread.join(", ")} · ${wrong.length === 0 ? "all or nothing, told once" : wrong.join(" | ")}`,
    holds: wrong.length === 0,
  };
}

export const IMPORTS: Fault[] = [
  { id: "F34", name: "import killed", run: () => killDuringImports(13, 1000) },
  { id: "F34", name: "rebalance killed", run: () => killDuringSpread(11) },
  { id: "F34", name: "two admins, one file", run: () => twoAdminsImport(6, 1000) },
];
