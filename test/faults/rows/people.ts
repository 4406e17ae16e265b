// F14, F15, F17: poison, a process that dies while it handles what people say, a second poller, a refused token.
import { setTimeout as delay } from "node:timers/promises";
import { createInbox } from "../../../src/storage/queue/inbox.js";
import { inWords, left, openScene } from "../process/scene.js";
import type { Fault, Outcome } from "../report.js";

const QUICK = { PACE: "2000", REST: "0" };

async function poison(good: number, bad: number): Promise<Outcome> {
  const scene = await openScene();
  try {
    const people = await scene.people(good + bad);
    await scene.post(people, "plan_reminder");
    // Spread among the others: half too long for Telegram, half no message at all.
    const rows = await scene.database.prisma.outbox.findMany({ orderBy: { id: "asc" }, select: { id: true } });
    const every = Math.floor(rows.length / bad);
    for (let i = 0; i < bad; i++) {
      const message = i % 2 === 0 ? { text: "x".repeat(5000), marks: [] } : { words: i };
      await scene.database.prisma.outbox.update({ where: { id: rows[i * every]!.id }, data: { message } });
    }
    // And as many updates that no handler can bear, among people who only say hello.
    // A person's id that is no whole number: nothing that Telegram sends, and the database refuses to look it up.
    const talkers = Array.from({ length: bad }, (_, i) => scene.world.person({ first_name: `Peserta ${i}` }));
    const poisoned = talkers.map(({ id }, i) => ({
      updateId: 900_000_000 + i,
      chatId: id,
      payload: {
        update_id: 900_000_000 + i,
        message: { message_id: 1, date: 0, chat: { id, type: "private" }, from: { id: id + 0.5 }, text: "halo" },
      },
    }));
    await createInbox(scene.database.prisma).accept(poisoned, new Date());
    for (const phone of talkers) phone.start();
    await scene.bot(QUICK).ready;
    await scene.until("everything is settled", async () => (await left(scene)) === 0, 180);
    const heard = () => talkers.filter((phone) => phone.received().length > 0).length;
    await scene.until("everybody is answered", () => heard() === bad, 60);
    const causes = await scene.database.prisma.inbox.groupBy({
      by: ["cause"],
      where: { state: "parked" },
      _count: true,
    });
    const parked = causes.reduce((sum, { _count }) => sum + _count, 0);
    const account = await scene.account();
    const refused = scene.world.calls.filter(({ code }) => code === 400).length;
    return {
      done: `${bad} poisoned posts among ${good}, ${bad} poisoned updates among as many people`,
      counted: `${inWords(account)} · calls for the poison ${refused} · updates parked ${causes.map(({ cause, _count }) => `${_count} × ${cause}`).join(", ")}, people answered ${heard()}`,
      holds:
        parked === bad &&
        account.states.dead === bad &&
        account.states.sent === good &&
        account.lost === 0 &&
        refused <= bad,
    };
  } finally {
    await scene.close();
  }
}

export async function killWhileTalking(kills: number, talkers: number): Promise<Outcome> {
  const scene = await openScene();
  try {
    const { world, database } = scene;
    const phones = Array.from({ length: talkers }, (_, i) => world.person({ first_name: `Peserta ${i}` }));
    const agreed = new Set<number>();
    const isTold = (phone: (typeof phones)[number], words: string) =>
      phone.received().some(({ text }) => text?.includes(words) ?? false);
    // Each presses the button as soon as they are asked, once: as people do.
    world.onChange(({ kind, chatId }) => {
      const phone = chatId === undefined ? undefined : world.people.get(chatId);
      if (kind !== "message" || phone === undefined || agreed.has(phone.id) || !isTold(phone, "setuju?")) return;
      agreed.add(phone.id);
      setImmediate(() => phone.presses("✅ Setuju"));
    });
    let bot = scene.bot();
    for (let kill = 0; kill < kills; kill++) {
      const started = performance.now();
      await bot.ready;
      // Where a start takes long, so does the first message after it: killed sooner each time, no process would ever end one.
      const longest = Math.max(250, (performance.now() - started) / 3);
      const from = Math.floor((kill * talkers) / kills);
      for (const phone of phones.slice(from, Math.floor(((kill + 1) * talkers) / kills))) phone.start();
      await delay(30 + Math.random() * longest);
      await bot.kill();
      bot = scene.bot();
    }
    const isDone = () => phones.every((phone) => isTold(phone, "Bagikan nomor saya") || isTold(phone, "nomor"));
    await scene.until("everybody is asked the next question", isDone, 180);
    await scene.until(
      "the inbox is empty",
      async () => (await database.prisma.inbox.count({ where: { NOT: { state: "done" } } })) === 0,
      60,
    );
    const people = await database.prisma.person.count({ where: { NOT: { telegramId: null } } });
    const consents = await database.prisma.consentReceipt.count();
    const handled = await database.prisma.inbox.count({ where: { state: "done" } });
    const printed = scene.world.unknownMethods.length;
    return {
      done: `SIGKILL ×${kills} while ${talkers} people talk`,
      counted: `updates handled ${handled} of ${talkers * 2} · people ${people} · consents ${consents} · answered ${phones.filter((phone) => isTold(phone, "nomor")).length}`,
      holds: handled === talkers * 2 && people === talkers && consents === talkers && printed === 0,
    };
  } finally {
    await scene.close();
  }
}

async function secondPoller(): Promise<Outcome> {
  const scene = await openScene();
  const other = await openScene();
  try {
    await scene.post(await scene.people(3), "plan_reminder");
    await scene.database.prisma.outbox.updateMany({ data: { dueAt: new Date(Date.now() + 3_600_000) } });
    const first = scene.bot();
    await first.ready;
    await scene.until("it polls", () => scene.world.poller !== undefined);
    // The same token on another database: none of ours.
    const second = other.bot({ TELEGRAM_API_ROOT: scene.server.url, BOT_TOKEN: scene.world.token });
    await second.ready;
    const code = await first.exited;
    const says = first.printed().includes("another process fetches updates");
    const goesOn = second.isAlive();
    scene.world.token = "7000000001:AAanother-token-0123456789abcdef";
    const secondCode = await second.exited;
    const saysToken = second.printed().includes("does not accept BOT_TOKEN");
    const account = await scene.account();
    return {
      done: "a second poller with another database, then the token is revoked",
      counted: `the first ended with ${code}${says ? " and said why" : ""}, the second went on${goesOn ? "" : " NOT"}, and ended with ${secondCode} at the new token${saysToken ? " and said why" : ""}; ${inWords(account)}`,
      holds: code === 1 && says && goesOn && secondCode === 1 && saysToken && account.states.waiting === 3,
    };
  } finally {
    await other.close();
    await scene.close();
  }
}

export const PEOPLE: Fault[] = [
  { id: "F14", name: "poison", run: () => poison(9900, 100) },
  { id: "F15", name: "killed while people talk", run: () => killWhileTalking(50, 200) },
  { id: "F17", name: "second poller, revoked token", run: secondPoller },
];
