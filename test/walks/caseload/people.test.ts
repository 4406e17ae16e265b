// A trainer's people: one line a person, why nothing is heard of some, and everything about one of them on one page.
import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { extendDeadlines, recordTalk } from "../../../src/use-cases/index.js";
import { presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildTrainer,
} from "../../support/world/builders.js";
import { actorOf, report } from "../../support/world/plans.js";

// Wednesday, 09:00 in Tanjungpinang, three days after the plans were due.
const NOW = "2024-07-10T02:00:00Z";
const stage = stageAt(NOW);
const onPhone = phoneActsOn(stage, 3_000);

const LONG_AGO = new Date("2024-06-12T02:00:00Z");

let rina: Person;
let ids: Record<"class" | "trainer" | "hasan" | "umar" | "siti", number>;

type Language = "id" | "en";

/** Nine people of one class, each silent for another reason or not at all. */
async function ninePeople(language: Language) {
  const { db } = stage;
  const trainingClass = await buildClass(db, { name: "Kepri 1" });
  rina = stage.person({ name: "Rina" });
  const trainer = await buildTrainer(db, [trainingClass.id], { name: "Rina Marlina", telegramId: rina.id, language });
  const join = async (name: string, n: number) => {
    const libraryName = `Perpustakaan ${name.split(" ")[0]}`;
    const one = await buildParticipant(db, trainingClass.id, { name, phone: `+62811000${n}`, libraryName });
    await db.workPlan.updateMany({ where: { libraryId: one.library.id }, data: { state: "not_started" } });
    return one;
  };
  const siti = await join("Siti Rahmawati", 1001);
  const hasan = await join("Hasan Ahmad", 1002);
  const nurhayati = await join("Nurhayati Salim", 1003);
  const zulkifli = await join("Zulkifli Effendi", 1004);
  const nuraini = await join("Nuraini Rahman", 1005);
  const joko = await join("Joko Susilo", 1006);
  const ana = await join("Ana Putri", 1007);
  const budi = await join("Budi Santoso", 1008);
  const umar = await buildRosterRow(db, trainingClass.id, {
    name: "Umar Said",
    phone: "+628110001009",
    libraryName: "Perpustakaan Umar",
  });

  stage.clock.set(LONG_AGO);
  await report(stage.world, hasan.person.id, hasan.plans[2]?.id ?? 0, {
    state: "stuck",
    obstacle: "budget",
    story: "Menunggu jadwal kades",
    answers: [{ question: "visitors", amount: 25 }],
  });
  stage.clock.set(new Date("2024-06-26T02:00:00Z"));
  const actor = await actorOf(stage.world, trainer.id);
  const saidAt = stage.clock.now();
  const talk = {
    scope: { kind: "plan" as const, planId: hasan.plans[2]?.id ?? 0 },
    way: "telephoned" as const,
    note: "Akan lapor Senin",
    updateId: 801,
    saidAt,
  };
  await recordTalk(stage.world, actor, talk);
  const extension = {
    scope: { kind: "plan" as const, planId: hasan.plans[0]?.id ?? 0 },
    until: "2024-07-21" as const,
    reason: "Dana desa",
    updateId: 802,
    saidAt,
  };
  await extendDeadlines(stage.world, actor, extension);
  stage.clock.set(new Date("2024-07-09T02:00:00Z"));
  await report(stage.world, siti.person.id, siti.plans[0]?.id ?? 0, { state: "in_progress" });
  stage.clock.set(new Date(NOW));

  await db.followUp.create({
    data: {
      ...{ key: "help:1", planId: nurhayati.plans[0]?.id ?? 0, reason: "help", raisedAt: LONG_AGO },
      dueOn: new Date("2024-07-07"),
    },
  });
  const asked = new Date("2024-07-09T05:00:00Z");
  await db.questionThread.create({
    data: {
      ...{ participantId: zulkifli.participant.id, askedAt: asked, lastAt: asked },
      messages: { create: { authorId: zulkifli.person.id, text: "Boleh diganti?", sentAt: asked, updateId: 803 } },
    },
  });
  await db.person.update({
    where: { id: nuraini.person.id },
    data: { unreachableCause: "blocked", unreachableSince: LONG_AGO },
  });
  await db.person.update({ where: { id: joko.person.id }, data: { pausedUntil: new Date("2024-07-15T01:00:00Z") } });
  const anasPhone = stage.person({ name: "Ana" });
  await db.person.update({ where: { id: ana.person.id }, data: { telegramId: anasPhone.id } });
  await db.workPlan.updateMany({ where: { libraryId: budi.library.id }, data: { state: "done" } });
  await onPhone(
    anasPhone,
    (phone) => phone.start(),
    () => anasPhone.pressesOn(anasPhone.lastMessage()?.message_id ?? 0, `report:${ana.plans[2]?.id}`),
    presses(/Ada kendala|obstacle/),
  );
  await onPhone(rina, (phone) => phone.start());
  stage.talk();
  ids = {
    ...{ class: trainingClass.id, trainer: trainer.id, umar: umar.id },
    ...{ hasan: hasan.participant.id, siti: siti.participant.id },
  };
}

const open = (data: string) => (phone: Person) => phone.pressesOn(phone.lastMessage()?.message_id ?? 0, data);

// Keeps T07, T03.
test.each(WALKED_IN)("nine people stand in nine lines, each under one cause, in %s", async (language) => {
  await ninePeople(language);
  const command = language === "id" ? "/peserta" : "/participants";
  await onPhone(rina, says(command), presses(/➡️|Berikutnya|Next|Lagi|More/i), presses(/🔎/));
  await onPhone(rina, presses(/Tunggu tinjauan|Awaiting review|Kendala|Obstacle/), presses("1"));
  await onPhone(rina, open("people:silent:0"), open("people:stopped_midway:0"), presses("1"));
  await onPhone(rina, open("people:not_joined:0"), presses("1"), open("people:paused:0"), presses("1"));
  await onPhone(rina, open("people:blocked:0"), presses("1"), open("people:done:0"), presses("1"));
  await onPhone(rina, open("people:all:0"), presses("1"), open("people:all:0"), presses("2"), says(`${command} siti`));

  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/people-${language}.txt`);
  expect(stage.errors).toEqual([]);
});

// Keeps T03.
test("a phone number stands there to be pressed, and WhatsApp opens with a text in their language", async () => {
  await ninePeople("en");
  await onPhone(rina, open(`person:${ids.hasan}`));
  expect(screen(rina)).toContain("+628110001002");
  const link = buttonsOf(rina).find(({ url }) => url !== undefined)?.url ?? "";
  expect(decodeURIComponent(link)).toBe(
    "https://wa.me/628110001002?text=Bapak/Ibu Hasan Ahmad, saya Rina Marlina, pelatih Bimtek. Bagaimana kabar rencana kerja Perpustakaan Hasan? Bila ada kendala, silakan ceritakan di sini.",
  );
  await stage.db.trainingClass.updateMany({ data: { joinTokenExpiresAt: new Date("2024-12-31") } });
  await onPhone(rina, open(`invited:${ids.umar}`));
  const invitation = decodeURIComponent(buttonsOf(rina).find(({ url }) => url !== undefined)?.url ?? "");
  expect(invitation).toMatch(/^https:\/\/wa\.me\/628110001009\?text=.*https:\/\/t\.me\/\w+\?start=/);
});

test("an admin who writes by WhatsApp does not call themselves their trainer", async () => {
  await ninePeople("id");
  const sari = stage.person({ name: "Sari" });
  await buildAdmin(stage.db, { name: "Sari", regionCode: "21", telegramId: sari.id });
  await onPhone(sari, (phone) => phone.start());
  const written = () => decodeURIComponent(buttonsOf(sari).find(({ url }) => url !== undefined)?.url ?? "");
  await onPhone(sari, open(`person:${ids.hasan}`));
  expect(written()).toContain("saya Sari, dari panitia Bimtek. Bagaimana kabar");
  await onPhone(sari, open(`invited:${ids.umar}`));
  expect(written()).toContain("saya Sari, dari panitia Kepri 1. Mohon bergabung");
  await stage.db.person.updateMany({ data: { language: "en" } });
  await onPhone(sari, open(`person:${ids.hasan}`));
  expect(written()).toContain("this is Sari, from the organisers of the training. How are");
  expect(stage.errors).toEqual([]);
});

test("the list of one kind of libraries is headed by its name as it is written", async () => {
  await ninePeople("id");
  await onPhone(rina, open("people:tbm:0"));
  expect(screen(rina)).toMatch(/^👥 Peserta: TBM \(/);
  await onPhone(rina, open("people:not_joined:0"));
  expect(screen(rina)).toMatch(/^👥 Peserta: belum gabung \(/);
});

const buttonsOf = (phone: Person) =>
  (phone.lastMessage()?.reply_markup?.inline_keyboard.flat() ?? []) as { text: string; url?: string }[];

// Keeps T01, T03.
test("a trainer of another class and one whose role was taken away see nothing of them", async () => {
  await ninePeople("id");
  const other = await buildClass(stage.db, { provinceCode: "63", name: "Kalsel 1" });
  const dewi = stage.person({ name: "Dewi" });
  await buildTrainer(stage.db, [other.id], { name: "Dewi Lestari", telegramId: dewi.id });
  await onPhone(dewi, says("/peserta"));
  expect(screen(dewi)).not.toMatch(/Hasan|Umar|Siti/);
  for (const data of [`person:${ids.hasan}`, `invited:${ids.umar}`]) {
    await onPhone(dewi, open(data));
    expect(screen(dewi), data).toContain("bukan di kelas atau wilayah");
  }

  await stage.db.roleBinding.updateMany({ where: { personId: ids.trainer }, data: { revokedAt: stage.clock.now() } });
  for (const data of [`person:${ids.hasan}`, `invited:${ids.umar}`, "people:all:0", "causes"]) {
    await onPhone(rina, open(data));
    expect(screen(rina), data).not.toMatch(/Hasan|Umar|Siti|Diam/);
  }
  expect(stage.errors).toEqual([]);
});

// Keeps T07.
test("the name of a kabupaten or kecamatan finds its village libraries and those invited from there", async () => {
  const { db } = stage;
  const { id: classId } = await buildClass(db, { name: "Kepri 1" });
  const { telegramId } = await buildTrainer(db, [classId], { name: "Rina Marlina" });
  rina = stage.person({ id: Number(telegramId), name: "Rina" });
  await buildParticipant(db, classId, { name: "Siti Rahmawati", placeCode: "21.01.10.2001" });
  await buildParticipant(db, classId, { name: "Hasan Ahmad", placeCode: "21.01.04.2002" });
  await buildParticipant(db, classId, { name: "Dewi Lestari", kind: "province_office", placeCode: "21" });
  await buildRosterRow(db, classId, { name: "Umar Said", placeCode: "21.01.10.2001" });
  await onPhone(rina, (phone) => phone.start());
  const found = async (typed: string) => {
    await onPhone(rina, says(`/peserta ${typed}`));
    return ["Siti", "Hasan", "Dewi", "Umar"].filter((name) => screen(rina).includes(name));
  };
  expect(await found("Bintan")).toEqual(["Siti", "Hasan", "Umar"]);
  expect(await found("kab. bintan")).toEqual(["Siti", "Hasan", "Umar"]);
  expect(await found("teluk sebong")).toEqual(["Siti", "Umar"]);
  // Nearly all whom a trainer looks after are of one province: its name finds only the office of that name.
  expect(await found("Kepulauan Riau")).toEqual(["Dewi"]);
  // What merely stands somewhere in the name of a region is mostly a part of somebody's own name.
  expect(await found("inta")).toEqual([]);
  expect(stage.errors).toEqual([]);
});

// Keeps T07.
test("people who are called so stand before all who merely live in a kabupaten that begins so", async () => {
  const { db } = stage;
  const { id: classId } = await buildClass(db, { name: "Kepri 1" });
  const { telegramId } = await buildTrainer(db, [classId], { name: "Rina Marlina" });
  rina = stage.person({ id: Number(telegramId), name: "Rina" });
  for (let n = 1; n <= 9; n++) {
    await buildParticipant(db, classId, { name: `Adi ${n}`, placeCode: "21.01.10.2001" });
  }
  await buildParticipant(db, classId, { name: "Binta", placeCode: "21.01.04.2002" });
  await buildRosterRow(db, classId, { name: "Wa Binta", placeCode: "21.01.10.2001" });
  await onPhone(rina, (phone) => phone.start());
  await onPhone(rina, says("/peserta Binta"));
  const shown = ["Binta", "Wa Binta", "Adi 1", "Adi 6"].map((name) => screen(rina).lastIndexOf(name));
  expect(
    shown.every((at) => at >= 0),
    screen(rina),
  ).toBe(true);
  expect(screen(rina)).not.toContain("Adi 7");
  expect(stage.errors).toEqual([]);
});
