// A trainer's five weeks, in both languages: the unasked messages of each day as they came, and what was pressed on them. One or two people a
// case: one reports, one is stuck, one asks, one blocks the bot, one never joined, one is silent.
import { expect, test } from "vitest";
import { addDays, dayIn, instantAt } from "../../../src/domain/time/calendar.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { type Act, presses, says } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import {
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildSession,
  buildTrainer,
} from "../../support/world/builders.js";
import { report } from "../../support/world/plans.js";

// The Friday before a class of one day on Monday: Saturday is a holiday. Its plans are due on Friday, 21 June.
const stage = stageAt("2024-05-31T01:00:00Z");
const onPhone = phoneActsOn(stage, 3_000);

const NAMES = [
  "Siti Rahmawati",
  "Hasan Ahmad",
  "Nuraini Rahman",
  "Firdaus Salim",
  "Joko Santoso",
  "Ana Putri",
] as const;
type Name = (typeof NAMES)[number];

const CLASS_DAY = "2024-06-03";
/** Said by the programme itself on a day without a class; letters of participants come besides. */
const MOST_A_DAY = 2;

/** What one phone reads and does, without the board of the day that changes itself. */
function heardBy(name: string, talk: string): string[] {
  const turns = talk.split(/\n(?! {4})/).filter((turn) => new RegExp(`^(Bot (→|✎) )?${name}:`).test(turn));
  return turns.filter((turn) => !/^Bot ✎ \w+: 📍 (Hari|Day) /.test(turn));
}

/** By clocks in Tanjungpinang: the morning and the board of the day, repeats and forms that were left, the summary, the evening before. */
const LOOKS = ["08:15", "10:15", "16:45", "18:15"];

function looksBetween(from: Date, until: Date): Date[] {
  const looks: Date[] = [];
  for (let day = dayIn("Asia/Jakarta", from); day <= dayIn("Asia/Jakarta", until); day = addDays(day, 1)) {
    looks.push(...LOOKS.map((hour) => instantAt("Asia/Jakarta", day, hour)));
  }
  return [...looks.filter((look) => look > from && look < until), until];
}

const dayOf = ({ date }: { date: number }) => dayIn("Asia/Jakarta", new Date(date * 1000));

const morningOf = (phone: Person) => phone.received().findLast(({ text }) => text?.startsWith("☀️"))?.message_id ?? 0;

// Keeps T02, T05, T06, T07, T08, T10, T18.
test.each(["id", "en"] as const)(
  "five weeks of a trainer's mornings, in %s",
  async (language) => {
    const { db } = stage;
    const { id: classId } = await buildClass(db, { name: "Kepri 1", startsOn: CLASS_DAY, days: 1 });
    await db.trainingClass.update({ where: { id: classId }, data: { plansDueOn: new Date("2024-06-21") } });
    await buildSession(db, classId, { title: "Pembukaan", startsAt: new Date("2024-06-03T01:30:00Z") });
    const rina = stage.person({ name: "Rina" });
    await buildTrainer(db, [classId], { name: "Rina Marlina", telegramId: rina.id, language });
    const people = {} as Record<Name, Awaited<ReturnType<typeof buildParticipant>> & { phone: Person }>;
    for (const name of NAMES) {
      const phone = stage.person({ name: name.split(" ")[0] ?? "" });
      const libraryName = `Perpustakaan ${phone.name}`;
      people[name] = { ...(await buildParticipant(db, classId, { name, libraryName, telegramId: phone.id })), phone };
      phone.start();
    }
    await buildRosterRow(db, classId, { name: "Umar Said", libraryName: "Perpustakaan Umar", phone: "+628110001009" });
    await db.workPlan.updateMany({
      data: { state: "not_started", activity: "Pelatihan keripik pisang", writtenAt: new Date("2024-06-03T05:00:00Z") },
    });
    rina.start();
    await stage.settle();
    stage.talk();

    const unasked = new Map<string, number>();
    const pages: string[] = [];
    const read = (head: string) => {
      pages.push(`== ${head}`, ...heardBy("Rina", stage.talk()));
    };
    /** To this hour in Tanjungpinang. */
    const until = async (day: string, hour: string) => {
      const before = rina.received().length;
      const target = new Date(`2024-${day}T${hour}:00+07:00`);
      // A look whenever something may leave, not each quarter of an hour: five weeks of those would take minutes.
      for (const look of looksBetween(stage.clock.now(), target)) {
        stage.clock.set(look);
        await stage.tick();
      }
      for (const message of rina.received().slice(before)) {
        unasked.set(dayOf(message), (unasked.get(dayOf(message)) ?? 0) + 1);
      }
      read(`${day} ${hour}`);
    };
    const does = (...acts: Act[]) => onPhone(rina, ...acts);
    const person =
      (name: Name): Act =>
      (phone) =>
        phone.pressesOn(phone.lastMessage()?.message_id ?? 0, `person:${people[name].participant.id}`);
    const reports = async (name: Name, state: "in_progress" | "stuck" | "done", plans = [0, 1, 2]) => {
      for (const n of plans) {
        const obstacle = state === "stuck" ? "budget" : null;
        await report(stage.world, people[name].person.id, people[name].plans[n]?.id ?? 0, { state, obstacle });
      }
    };

    // Week 1: the class. Who is absent, and everybody present by one tap.
    await until("06-03", "08:00");
    await does(presses(/^▫️/), presses(/^✅/), presses(/^✅ (Semua|Everybody|All)/), presses(/^⬅️ (Papan|Board)/));
    read("06-03 pressed");
    await until("06-08", "20:00");

    // Week 2: news, a question, and somebody who blocks the bot.
    await until("06-13", "10:00");
    await reports("Siti Rahmawati", "in_progress");
    await reports("Hasan Ahmad", "stuck", [0]);
    await reports("Joko Santoso", "done");
    const { phone: nuraini } = people["Nuraini Rahman"];
    await onPhone(nuraini, says("/tanya"), says("Apakah boleh di balai desa?"));
    people["Firdaus Salim"].phone.blocks();
    await until("06-14", "09:00");
    await does(says("/start"), presses(/^💬/), presses(/^1\. /), presses(/^(Boleh|Yes)/));
    await onPhone(nuraini, says("Terima kasih"));
    await does(says("/start"), presses(/^📋 (Tinjau|Review)/), presses(/^✅/));
    read("06-14 pressed");

    // Week 3: the plans fall due.
    await until("06-22", "20:00");

    // Week 4: late ones. A talk, a reminder for all, and more time for one, taken back.
    await until("06-24", "09:00");
    await does((phone) =>
      phone.pressesOn(morningOf(phone), `morning_person:${people["Firdaus Salim"].participant.id}`),
    );
    await does(presses(/^✅ (Sudah|We)/), presses(/^📞/));
    await does((phone) => phone.pressesOn(morningOf(phone), "morning_remind"), presses(/^✅/));
    await does(person("Hasan Ahmad"), presses(/^📅/), presses(/^3 /), presses(/2024/), presses(/^(Sakit|Illness)/));
    await does(presses(/^↩️/));
    read("06-24 pressed");
    await until("06-24", "20:00");
    await until("06-25", "20:00");
    await reports("Ana Putri", "in_progress");
    await until("06-28", "20:00");

    // Week 5: who is still silent, and why.
    await until("07-01", "09:00");
    await does(says(language === "id" ? "/peserta" : "/participants"), presses(/^🔎/));
    read("07-01 pressed");
    await until("07-06", "20:00");

    await expect(`${pages.join("\n")}\n`).toMatchFileSnapshot(`../transcripts/five-weeks-${language}.txt`);
    expect([...unasked].filter(([day, count]) => day !== CLASS_DAY && count > MOST_A_DAY)).toEqual([]);
    expect(unasked.size).toBeGreaterThan(5);
    expect(stage.errors).toEqual([]);
  },
  300_000,
);
