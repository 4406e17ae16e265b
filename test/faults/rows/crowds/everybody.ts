// A11: the office tells the whole programme something, in the chat, while everybody goes on with what they do there.
import { seed } from "../../../../prisma/seed/seed.js";
import type { Person } from "../../../../src/sandbox/shapes.js";
import { adminOf } from "../../process/office.js";
import { openScene, type Scene } from "../../process/scene.js";
import type { Outcome } from "../../report.js";
import { inMilliseconds, percentile } from "./waits.js";

/** Thursday, 10:00 in Jakarta, three weeks after the first classes: plans are reported on, many are late. */
const THURSDAY = Date.parse("2024-06-27T03:00:00Z");
const HOUR = 3_600_000;
/** For ten thousand receivers, whatever else leaves. */
const MOST_MINUTES = 8;
/** For ten thousand messages of every kind: what else people are told meanwhile goes at the same thirty a second. */
const MOST_MINUTES_OF_ALL = 6;
/** How often somebody new comes, somebody of the programme looks at something, somebody asks for help. */
const EVERY_MILLISECONDS = { newcomer: 2000, familiar: 1000, help: 15_000 };
const WORDS = "Kabar untuk {nama}: pertemuan daring pukul 14.00.";

/** What people of the programme open all day; whoever it is, they get one message for it. */
const FAMILIAR = {
  participants: ["/rencana", "/jadwal", "/rapor", "/bantuan"],
  trainers: ["/ringkasan", "/peserta", "/terlambat", "/kelas"],
  admins: ["/statistik", "/terlambat", "/ringkasan", "/audit"],
};
type Role = keyof typeof FAMILIAR;
const ROLES = Object.keys(FAMILIAR) as Role[];

interface Office {
  scene: Scene;
  sri: Person;
  budi: Person;
  people: Record<Role, Person[]>;
  /** Plans under way, each with somebody who carries it out and the trainers of its class. */
  plans: { id: number; account: number; trainers: number[] }[];
}

export async function everybodyAndTheirDay(recipients: number): Promise<Outcome> {
  let ahead = THURSDAY - Date.now();
  const scene = await openScene({ limits: true, clock: { now: () => new Date(Date.now() + ahead) } });
  try {
    const office = await open(scene, recipients);
    // What the morning owed has left before: what is measured is the hour after it.
    scene.world.limits.on = false;
    const morning = scene.bot({ CLOCK_AHEAD: String(ahead), TICK: "1", REST: "0", PACE: "300" });
    await morning.ready;
    await scene.until("the jobs have run", () => morning.printed().includes("demo.ticked"), 600);
    await scene.until("what they posted has left", async () => (await dueNow(scene)) === 0, 600);
    await morning.stop();
    scene.world.limits.on = true;
    ahead += HOUR;
    await scene.bot({ CLOCK_AHEAD: String(ahead) }).ready;
    return await announceIn(office);
  } finally {
    await scene.close();
  }
}

/** The seeded programme of national size, everybody's account on a phone, and an office of two. */
async function open(scene: Scene, recipients: number): Promise<Office> {
  const { world } = scene;
  const { prisma } = scene.database;
  await seed(prisma, { now: world.clock.now(), participants: recipients });
  const sri = await adminOf(scene, "Sri");
  const budi = await adminOf(scene, "Budi");
  await prisma.$executeRaw`ANALYZE`;
  const rows = await prisma.person.findMany({
    where: { telegramId: { not: null } },
    select: { name: true, telegramId: true, roles: { select: { role: true, regionCode: true } } },
  });
  const people: Office["people"] = { participants: [], trainers: [], admins: [] };
  for (const { name, telegramId, roles } of rows) {
    const id = Number(telegramId);
    const phone = world.people.get(id) ?? world.person({ id, first_name: name });
    phone.start();
    if (phone === sri || phone === budi) continue;
    const [held] = roles;
    people[held === undefined ? "participants" : held.role === "admin" ? "admins" : "trainers"].push(phone);
  }
  world.takeUpdates();
  const plans = await prisma.$queryRaw<Office["plans"]>`
    SELECT w.id, min(p.telegram_id)::float8 AS account, array_agg(DISTINCT t.telegram_id::float8) AS trainers
    FROM work_plans w
    JOIN participants q ON q.library_id = w.library_id AND q.class_id = w.class_id
    JOIN people p ON p.id = q.person_id AND p.telegram_id IS NOT NULL
    JOIN class_trainers c ON c.class_id = w.class_id
    JOIN people t ON t.id = c.person_id AND t.telegram_id IS NOT NULL
    WHERE w.state = 'in_progress' GROUP BY w.id ORDER BY w.id`;
  return { scene, sri, budi, people, plans };
}

async function announceIn(office: Office): Promise<Outcome> {
  const { scene, sri, budi } = office;
  const { world } = scene;
  const { outbox, announcement } = scene.database.prisma;
  const press = async (phone: Person, label: RegExp) => {
    const has = () => phone.buttons().some((text) => label.test(text));
    await scene.until(`${label} is there`, has).catch((error: Error) => {
      throw new Error(`${error.message}\n${phone.lastMessage()?.text} ${phone.buttons().slice(-12).join(" ")}`);
    });
    const before = JSON.stringify(phone.chat());
    phone.presses(label);
    await scene.until(`${label} is answered`, () => JSON.stringify(phone.chat()) !== before);
  };
  const day = startDay(office);
  let minutes: number;
  let leftInAll: number;
  try {
    sri.says("/pengumuman");
    await scene.until("the office is asked for it", () => /kirim isi/.test(sri.lastMessage()?.text ?? ""));
    sri.says(WORDS);
    for (const label of [/Kepada/, /✅ Selesai/, /🚨 Darurat/, /🚨 Darurat/, /✅ (Kirim|Ajukan)/, /✅ Ya/])
      await press(sri, label);
    for (const label of [/Periksa/, /Setujui dan kirim/]) await press(budi, label);
    const startedAt = Date.now();
    const leftBefore = world.ledger.length;
    const isAnnouncement = { kind: "announcement" };
    await scene.until("it is posted", async () => (await outbox.count({ where: isAnnouncement })) > 0);
    const isLeft = { ...isAnnouncement, state: { in: ["waiting" as const, "claimed" as const] } };
    await scene.until("all of it has left", async () => (await outbox.count({ where: isLeft })) === 0, 900);
    minutes = (Date.now() - startedAt) / 60_000;
    leftInAll = world.ledger.length - leftBefore;
  } finally {
    day.end();
  }
  const { help, ...replies } = await day.waits();
  const { id: announcementId } = await announcement.findFirstOrThrow();
  const states = await outbox.groupBy({ by: ["state"], where: { announcementId }, _count: true });
  const sent = states.find(({ state }) => state === "sent")?._count ?? 0;
  const audience = states.reduce((sum, { _count }) => sum + _count, 0);
  const announced = world.ledger.filter(
    ({ text, chatId }) => text.startsWith("Kabar untuk ") && chatId !== sri.id && chatId !== budi.id,
  ).length;
  const refused = world.calls.filter(({ code }) => code === 429).length;
  const answered = Object.values(replies).flat();
  const byWhom = Object.entries(replies).map(([whom, list]) => `${whom} p95 ${percentile(list, 0.95)} ms`);
  return {
    done: `the office tells ${audience} people at Telegram's limits, in the chat; ${answered.length} others ask meanwhile, and ${help.length} plead for help`,
    counted: `sent ${sent}, in the ledger ${announced}, refused ${refused} · done in ${minutes.toFixed(2)} min, with ${leftInAll - announced} other messages · replies ${inMilliseconds(answered)} (${byWhom.join(", ")}) · a plea is with the trainer ${inMilliseconds(help)}`,
    holds:
      sent === audience &&
      announced === audience &&
      refused === 0 &&
      minutes <= (MOST_MINUTES * audience) / 10_000 &&
      minutes <= (MOST_MINUTES_OF_ALL * leftInAll) / 10_000 &&
      percentile(answered, 0.95) <= 2000 &&
      Math.max(...help) <= 5000,
  };
}

/** Somebody asks for something again and again, until the end of the day. */
function startDay({ scene, people, plans }: Office) {
  const waits: Record<"newcomer" | Role | "help", number[]> = {
    newcomer: [],
    participants: [],
    trainers: [],
    admins: [],
    help: [],
  };
  const asks: Promise<void>[] = [];
  const timers: NodeJS.Timeout[] = [];
  const ask = (kind: keyof typeof waits, phones: readonly Person[], does: () => void) => {
    const had = phones.map((phone) => phone.received().length);
    const isAnswered = () => phones.some((phone, n) => phone.received().length > had[n]!);
    const at = Date.now();
    does();
    const asked = scene.until(`an answer to ${kind}`, isAnswered).then(() => void waits[kind].push(Date.now() - at));
    // Waited for at the end.
    asked.catch(() => {});
    asks.push(asked);
  };
  const every = (milliseconds: number, does: (turn: number) => void) => {
    let turn = 0;
    timers.push(setInterval(() => does(turn++), milliseconds));
  };
  every(EVERY_MILLISECONDS.newcomer, () => {
    const phone = scene.world.person({ first_name: "Peserta" });
    ask("newcomer", [phone], () => phone.start());
  });
  every(EVERY_MILLISECONDS.familiar, (turn) => {
    const kind = ROLES[turn % ROLES.length]!;
    const command = FAMILIAR[kind][Math.floor(turn / ROLES.length) % FAMILIAR[kind].length]!;
    const phone = people[kind][turn % people[kind].length]!;
    ask(kind, [phone], () => phone.says(command));
  });
  every(EVERY_MILLISECONDS.help, (turn) => {
    const { id, account, trainers } = plans[(turn * 37) % plans.length]!;
    const phone = scene.world.people.get(account)!;
    const told = trainers.map((trainer) => scene.world.people.get(trainer)!);
    ask("help", told, () => phone.pressesOn(phone.lastMessage()?.message_id ?? 0, `need_help:${id}`));
  });
  return {
    end: () => timers.forEach(clearInterval),
    /** @throws when somebody has had no answer. */
    waits: async () => {
      await Promise.all(asks);
      return waits;
    },
  };
}

const dueNow = (scene: Scene) =>
  scene.database.prisma.outbox.count({
    where: { state: { in: ["waiting", "claimed"] }, dueAt: { lte: scene.world.clock.now() } },
  });
