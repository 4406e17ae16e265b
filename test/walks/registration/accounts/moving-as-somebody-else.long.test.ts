// Somebody tries to get the account of another person: every way to it is closed, or needs a yes, or is told and taken back.
import { expect, test } from "vitest";
import type { Person } from "../../../../src/sandbox/shapes.js";
import { everything, screen } from "../../../support/stage/phone.js";
import { actsOn, stageAt } from "../../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../../support/world/builders.js";

const stage = stageAt("2024-06-04T03:00:00Z");
const turn = actsOn(stage, 5000);

const NUMBER = "628990000001";
const YES = "✅ Ya, pindahkan";
const DAY = 86_400_000;

async function openPeople() {
  const trainingClass = await buildClass(stage.db);
  const rina = stage.person({ name: "Rina", phone: "628990000008" });
  const trainer = await buildTrainer(stage.db, [trainingClass.id], {
    ...{ name: "Rina", telegramId: rina.id, phone: "+628990000008" },
  });
  const old = stage.person({ name: "Siti" });
  const { person } = await buildParticipant(stage.db, trainingClass.id, {
    ...{ name: "Siti Rahmawati", phone: `+${NUMBER}`, telegramId: old.id },
  });
  await turn(
    () => rina.start(),
    () => old.start(),
  );
  return { trainingClass, rina, trainer, old, siti: person };
}

/** Up to the question of the number. */
async function arrives(name: string, phone: string): Promise<Person> {
  const one = stage.person({ name, phone });
  await turn(
    () => one.start(),
    () => one.presses("✅ Setuju"),
  );
  return one;
}

async function arrivesWithNumber(name: string, phone = NUMBER): Promise<Person> {
  const one = await arrives(name, phone);
  await turn(() => one.sharesContact());
  return one;
}

async function accountOf(personId: number) {
  const { telegramId } = await stage.db.person.findUniqueOrThrow({ where: { id: personId } });
  const active = await stage.db.accountBinding.findMany({ where: { personId, unboundAt: null } });
  expect(active.map((one) => one.telegramId)).toEqual([telegramId]);
  return Number(telegramId);
}

test("a contact of another, a forged one and a typed number are not one's own number", async () => {
  const { old, siti } = await openPeople();
  const thief = await arrives("Orang lain", "628990000009");
  const ways = [
    () => thief.sharesContact({ phone: NUMBER, user_id: old.id }),
    () => thief.sharesContact({ phone: NUMBER }),
    () => thief.says(NUMBER),
  ];
  for (const way of ways) {
    await turn(way);
    expect(screen(thief)).not.toContain("Siti");
    await turn(() => thief.pressesOn(1, `move_account:${siti.id}`));
    expect(await accountOf(siti.id)).toBe(old.id);
  }
  expect(everything(thief)).toContain("Nomor yang terkirim bukan nomor akun ini");
  expect(await stage.db.accountMove.count()).toBe(0);
  expect(stage.errors).toEqual([]);
});

test("the confirm of another, without their number or with one's own, moves nobody", async () => {
  const { old, siti } = await openPeople();
  const thief = await arrivesWithNumber("Orang lain", "628990000009");
  await turn(() => thief.pressesOn(1, `move_account:${siti.id}`));
  expect(await accountOf(siti.id)).toBe(old.id);
  // Somebody who takes part has an account of their own, and cannot become another person.
  const { id: classId } = await stage.db.trainingClass.findFirstOrThrow();
  const tono = stage.person({ name: "Tono", phone: NUMBER });
  const built = await buildParticipant(stage.db, classId, {
    name: "Tono",
    telegramId: tono.id,
    phone: "+628990000003",
  });
  await turn(
    () => tono.start(),
    () => tono.pressesOn(1, `move_account:${siti.id}`),
  );
  expect(await accountOf(siti.id)).toBe(old.id);
  expect(await accountOf(built.person.id)).toBe(tono.id);
  // The number was shared yesterday: it may be somebody else's by now.
  const late = await arrivesWithNumber("Siti (baru)");
  stage.clock.advance(DAY + 60_000);
  await turn(() => late.presses(YES));
  expect(await accountOf(siti.id)).toBe(old.id);
  expect(screen(late)).toContain("tidak berlaku lagi");
  expect(stage.errors).toEqual([]);
});

test("nobody loses what they did before: who once took part keeps their own person and history", async () => {
  const { trainingClass, old, siti } = await openPeople();
  const former = stage.person({ name: "Ani", phone: NUMBER });
  const ani = await buildParticipant(stage.db, trainingClass.id, {
    name: "Ani",
    telegramId: former.id,
    phone: "+628990000004",
  });
  await stage.db.participant.updateMany({ where: { personId: ani.person.id }, data: { leftAt: stage.clock.now() } });
  await turn(
    () => former.start(trainingClass.joinToken),
    () => former.sharesContact(),
    () => former.pressesOn(1, `move_account:${siti.id}`),
  );
  expect(await accountOf(siti.id)).toBe(old.id);
  expect(await stage.db.person.findUniqueOrThrow({ where: { id: ani.person.id } })).toMatchObject({
    ...{ name: "Ani", erasedAt: null },
  });
});

test("an erased person is known by no number, and an account that is over cannot be moved", async () => {
  const { old, siti } = await openPeople();
  const late = await arrivesWithNumber("Siti (baru)");
  await turn(
    () => old.says("/hapus"),
    () => old.presses(/Ya, hapus/),
  );
  await turn(() => late.presses(YES));
  expect(await stage.db.person.findUniqueOrThrow({ where: { id: siti.id } })).toMatchObject({ telegramId: null });
  expect(await stage.db.accountMove.count()).toBe(0);
  const later = await arrivesWithNumber("Orang baru");
  expect(screen(later)).not.toContain("Siti");
  expect(stage.errors).toEqual([]);
});

test("a trainer's role moves only when an admin says yes, and stays where one says no", async () => {
  const { rina, trainer } = await openPeople();
  const admin = stage.person({ name: "Admin" });
  await buildAdmin(stage.db, { name: "Admin", telegramId: admin.id });
  await turn(() => admin.start());
  const phone = await arrivesWithNumber("Rina (baru)", "628990000008");
  await turn(() => phone.presses(YES));
  expect(await accountOf(trainer.id)).toBe(rina.id);
  expect(screen(phone)).toContain("perlu dipastikan dulu oleh orang lain");
  expect(screen(admin)).toContain("Akun mana yang benar?");
  // Neither the trainer nor the new account decides about it.
  const { id } = await stage.db.accountMove.findFirstOrThrow();
  await turn(
    () => rina.pressesOn(1, `decide_move:${id}:new`),
    () => phone.pressesOn(1, `decide_move:${id}:new`),
  );
  expect(await accountOf(trainer.id)).toBe(rina.id);
  await turn(() => admin.presses("🚫 Akun lama benar"));
  expect(await accountOf(trainer.id)).toBe(rina.id);
  expect(screen(phone)).toContain("tetap di Telegram yang lama");
  await turn(() => phone.presses(YES));
  expect(screen(phone)).toContain("bukan akun pemilik data itu");
  // A no can have been a mistake: a day later it is asked again, and again somebody decides.
  stage.clock.advance(DAY);
  await turn(
    () => phone.says("/mulai"),
    () => phone.start(),
  );
  await turn(() => phone.pressesOn(1, `move_account:${trainer.id}`));
  expect(await accountOf(trainer.id)).toBe(rina.id);
  expect(stage.errors).toEqual([]);
});

test("an admin needs the yes of another admin whose reach is as wide", async () => {
  await openPeople();
  const people = ["Admin satu", "Admin dua", "Admin provinsi"].map((name) => stage.person({ name }));
  const [one, other, province] = people as [Person, Person, Person];
  const admin = await buildAdmin(stage.db, { name: "Admin Satu", telegramId: one.id, phone: "+628990000002" });
  await buildAdmin(stage.db, { name: "Admin Dua", telegramId: other.id });
  await buildAdmin(stage.db, { name: "Admin Provinsi", telegramId: province.id, regionCode: "21" });
  for (const person of people) await turn(() => person.start());
  const phone = await arrivesWithNumber("Baru", "628990000002");
  await turn(() => phone.presses(YES));
  const { id } = await stage.db.accountMove.findFirstOrThrow();
  for (const person of [one, province]) await turn(() => person.pressesOn(1, `decide_move:${id}:new`));
  expect(await accountOf(admin.id)).toBe(one.id);
  await turn(() => other.presses("✅ Akun baru benar"));
  expect(await accountOf(admin.id)).toBe(phone.id);
  expect(screen(one)).toContain("pindah ke Telegram lain");
  expect(stage.errors).toEqual([]);
});

test("a role that was taken away does not come back with another account", async () => {
  const { trainer } = await openPeople();
  await stage.db.roleBinding.updateMany({ where: { personId: trainer.id }, data: { revokedAt: stage.clock.now() } });
  const phone = await arrivesWithNumber("Rina (baru)", "628990000008");
  await turn(
    () => phone.presses(YES),
    () => phone.says("/peserta"),
  );
  expect(await accountOf(trainer.id)).toBe(phone.id);
  expect(screen(phone)).toContain("Tugas Bapak/Ibu sebagai pelatih sudah berakhir");
});

test("a thief who moves on to a second account loses both when the owner says no, and cannot undo a decision", async () => {
  const { rina, old, siti } = await openPeople();
  const first = await arrivesWithNumber("Pencuri");
  await turn(() => first.presses(YES));
  const second = await arrivesWithNumber("Pencuri 2");
  await turn(() => second.presses(YES));
  expect(await accountOf(siti.id)).toBe(second.id);
  const [move] = await stage.db.accountMove.findMany({ orderBy: { id: "asc" } });
  // Nobody but the account that was left may object.
  const tono = await arrivesWithNumber("Tono", "628990000009");
  await turn(() => tono.pressesOn(1, `not_me:${move?.id}`));
  expect(await accountOf(siti.id)).toBe(second.id);
  await turn(() => old.presses("🚫 Bukan saya"));
  expect(await accountOf(siti.id)).toBe(old.id);
  expect(screen(second)).toContain("belum bisa dipakai");
  for (const one of [first, second]) await turn(() => one.pressesOn(1, `move_account:${siti.id}`));
  expect(await accountOf(siti.id)).toBe(old.id);
  expect(screen(rina)).toContain("Akun mana yang benar?");
  await turn(() => rina.presses("✅ Akun baru benar"));
  expect(await accountOf(siti.id)).toBe(second.id);
  await turn(() => old.pressesOn(1, `not_me:${move?.id}`));
  expect(await accountOf(siti.id)).toBe(second.id);
  expect(screen(old)).toContain("tidak berlaku lagi");
  expect(stage.errors).toEqual([]);
});

test("after seven days the old phone says nothing any more, as it may have been found or sold", async () => {
  const { old, siti } = await openPeople();
  const phone = await arrivesWithNumber("Siti (baru)");
  await turn(() => phone.presses(YES));
  stage.clock.advance(7 * DAY + 60_000);
  await turn(() => old.presses("🚫 Bukan saya"));
  expect(await accountOf(siti.id)).toBe(phone.id);
  expect(screen(old)).toContain("tidak berlaku lagi");
});
