// A new phone or Telegram account: the same number brings everything along, and the old account is nobody's.

import { describe, expect, test } from "vitest";
import type { Person } from "../../../../src/sandbox/shapes.js";
import { postTo } from "../../../../src/use-cases/posting.js";
import { everything, screen } from "../../../support/stage/phone.js";
import { actsOn, stageAt } from "../../../support/stage/stage-at.js";
import { WALKED_IN } from "../../../support/walked-in.js";
import { buildClass, buildParticipant, buildTrainer } from "../../../support/world/builders.js";

const stage = stageAt("2024-06-04T03:00:00Z");
const turn = actsOn(stage, 5000);

const NUMBER = "628990000001";
const YES = { id: "✅ Ya, pindahkan", en: "✅ Yes, move it" };
const AGREE = { id: "✅ Setuju", en: "✅ I agree" };
const NOT_ME = { id: "🚫 Bukan saya", en: "🚫 That was not me" };

async function openPeople(language: "id" | "en" = "id") {
  const trainingClass = await buildClass(stage.db);
  const rina = stage.person({ name: "Rina" });
  await buildTrainer(stage.db, [trainingClass.id], { name: "Rina", telegramId: rina.id, language });
  const old = stage.person({ name: "Siti" });
  const built = await buildParticipant(stage.db, trainingClass.id, {
    ...{ name: "Siti Rahmawati, S.Pd", phone: `+${NUMBER}`, telegramId: old.id, language },
  });
  await turn(
    () => rina.start(),
    () => old.start(),
  );
  return { trainingClass, rina, old, siti: built.person, language };
}

async function newPhone(language: "id" | "en" = "id"): Promise<Person> {
  const phone = stage.person({ name: "Siti (baru)", phone: NUMBER, english: language === "en" });
  // By the link of their class, which they still have in the group of WhatsApp.
  const { joinToken } = await stage.db.trainingClass.findFirstOrThrow();
  await turn(
    () => phone.start(joinToken),
    () => phone.presses(AGREE[language]),
    () => phone.sharesContact(),
  );
  return phone;
}

const activeBindings = (personId: number) => stage.db.accountBinding.findMany({ where: { personId, unboundAt: null } });
const personOf = (id: number) => stage.db.person.findUniqueOrThrow({ where: { id } });

// Keeps P10.
describe.each(WALKED_IN)("somebody with a new phone (%s)", (language) => {
  test("says yes, and finds everything there; the old account is told once", async () => {
    const { old, siti } = await openPeople(language);
    await stage.db.draft.create({
      data: {
        ...{ telegramId: old.id, form: "plan", subject: "plan:1", version: 1, answers: { activity: "Pojok baca" } },
        ...{ createdAt: stage.clock.now(), updatedAt: stage.clock.now() },
      },
    });
    const phone = await newPhone(language);
    expect(screen(phone)).toContain("Siti R");
    expect(screen(phone)).not.toContain("Rahmawati");
    await turn(() => phone.presses(YES[language]));
    await expect(stage.talk()).toMatchFileSnapshot(`../../transcripts/new-telegram-account.${language}.txt`);
    expect(await personOf(siti.id)).toMatchObject({ telegramId: BigInt(phone.id), name: "Siti Rahmawati, S.Pd" });
    expect(await activeBindings(siti.id)).toMatchObject([{ telegramId: BigInt(phone.id) }]);
    // Who, and from when until when.
    expect(await stage.db.accountBinding.count({ where: { personId: siti.id } })).toBe(2);
    expect(await stage.db.accountMove.findMany()).toMatchObject([{ state: "moved", fromAccount: BigInt(old.id) }]);
    expect(await stage.db.audit.count({ where: { action: "account.move", subject: `person:${siti.id}` } })).toBe(1);
    expect(await stage.db.draft.findMany({ where: { form: "plan" } })).toMatchObject([
      { telegramId: BigInt(phone.id) },
    ]);
    // Nobody is behind the row that the new account had for a minute.
    expect(await stage.db.person.count({ where: { name: "", erasedAt: null } })).toBe(0);
    expect(stage.errors).toEqual([]);
  });

  test("the old account says no: it has everything back, and the trainer decides", async () => {
    const { rina, old, siti } = await openPeople(language);
    const phone = await newPhone(language);
    await turn(
      () => phone.presses(YES[language]),
      () => old.presses(NOT_ME[language]),
    );
    expect(await activeBindings(siti.id)).toMatchObject([{ telegramId: BigInt(old.id) }]);
    await expect(stage.talk()).toMatchFileSnapshot(`../../transcripts/new-telegram-account-contested.${language}.txt`);
    // The new one is told that it waits to be checked, not that the account is elsewhere.
    await turn(() => phone.says(language === "id" ? "/rencana" : "/plan"));
    expect(screen(phone)).toMatch(/sampai pelatih atau admin memastikannya|until a trainer or admin has checked/);
    await turn(() => phone.pressesOn(1, "plans"));
    expect(screen(phone)).toMatch(/sampai pelatih atau admin memastikannya|until a trainer or admin has checked/);
    // And it cannot come back by itself.
    await turn(
      () => phone.start(),
      () => phone.presses(AGREE[language]),
      () => phone.sharesContact(),
      () => phone.presses(YES[language]),
    );
    expect(await activeBindings(siti.id)).toMatchObject([{ telegramId: BigInt(old.id) }]);
    const { id } = await stage.db.accountMove.findFirstOrThrow();
    await turn(() => rina.pressesOn(1, `decide_move:${id}:new`));
    expect(await activeBindings(siti.id)).toMatchObject([{ telegramId: BigInt(phone.id) }]);
    expect(await stage.db.audit.count({ where: { action: "account.yes" } })).toBe(1);
    expect(stage.errors).toEqual([]);
  });
});

test("what waits goes to the new chat, what is uncertain is not sent again, and the old chat gets nothing more", async () => {
  const { old, siti } = await openPeople();
  const phone = await newPhone();
  const at = new Date(stage.clock.now().getTime() + 3_600_000);
  const post = { kind: "answer" as const, names: [], say: () => ({ text: "Jawaban pelatih", marks: [] }) };
  const person = await stage.world.store.people.find(siti.id);
  if (person === null) throw new Error("Nobody there.");
  await stage.world.transaction((inside) =>
    postTo(inside, [
      { ...post, key: "waits", to: person, at },
      { ...post, key: "uncertain", to: person, at },
    ]),
  );
  await stage.db.outbox.update({ where: { key: "uncertain" }, data: { state: "unknown", settledAt: at } });
  await turn(() => phone.presses(YES.id));
  const before = everything(old).length;
  stage.clock.advance(2 * 3_600_000);
  await stage.settle();
  expect(everything(phone)).toContain("Jawaban pelatih");
  expect(everything(phone).split("Jawaban pelatih")).toHaveLength(2);
  expect(everything(old).length).toBe(before);
  expect(everything(old)).not.toContain("Jawaban pelatih");
});

test("old buttons and commands of the old account are answered as not theirs, and its forms are over", async () => {
  const { old } = await openPeople();
  const phone = await newPhone();
  await turn(() => phone.presses(YES.id));
  for (const act of [() => old.pressesOn(1, "plan:1"), () => old.says("/rencana"), () => old.says("rapor")]) {
    await turn(act);
    expect(screen(old)).toContain("sudah pindah ke Telegram lain");
    expect(screen(old)).not.toContain("belum terdaftar");
  }
  expect(await stage.db.draft.count({ where: { telegramId: old.id } })).toBe(0);
});

test("pressed twice, and by two accounts at once, one of them has it", async () => {
  const { siti } = await openPeople();
  const [first, second] = [await newPhone(), await newPhone()];
  first.presses(YES.id);
  second.presses(YES.id);
  await stage.settle();
  await turn(() => first.pressesOn(1, `move_account:${siti.id}`));
  expect(await activeBindings(siti.id)).toHaveLength(1);
  const { telegramId } = await personOf(siti.id);
  expect([BigInt(first.id), BigInt(second.id)]).toContain(telegramId);
  expect(await stage.db.person.count({ where: { telegramId } })).toBe(1);
  expect(stage.errors).toEqual([]);
});

test("another number on the same account takes the place of the old one, unless it is somebody else's", async () => {
  const { siti, trainingClass } = await openPeople();
  const phone = stage.person({ name: "Siti", phone: "628990000077" });
  await stage.db.person.update({ where: { id: siti.id }, data: { telegramId: phone.id } });
  await turn(
    () => phone.says("/profil"),
    () => phone.presses("👤 Nomor dan akun saya"),
    () => phone.presses("📱 Ganti nomor"),
    () => phone.sharesContact(),
  );
  expect((await personOf(siti.id)).phone).toBe("+628990000077");
  // The page behind it says the new one.
  expect(screen(phone)).toContain("+62 899-0000-077");
  expect(await stage.db.audit.count({ where: { action: "phone.change" } })).toBe(1);
  const tono = stage.person({ name: "Tono", phone: "628990000077" });
  await buildParticipant(stage.db, trainingClass.id, { name: "Tono", telegramId: tono.id, phone: "+628990000055" });
  await stage.db.accountBinding.create({
    data: { personId: siti.id, telegramId: phone.id, boundAt: stage.clock.now() },
  });
  await turn(
    () => tono.says("/profil"),
    () => tono.presses("👤 Nomor dan akun saya"),
    () => tono.presses("📱 Ganti nomor"),
    () => tono.sharesContact(),
  );
  expect(everything(tono)).toContain("tercatat atas nama peserta lain");
});
