// On the way into a class: the link is remembered whatever comes next, and words do what buttons do.

import { expect, test } from "vitest";
import { hasLetter } from "../../../src/domain/people/has-letter.js";
import { consentIn } from "../../../src/domain/registration/consent-words.js";
import { startTokenIn } from "../../../src/domain/registration/start-link.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { screen } from "../../support/stage/phone.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildRosterRow, buildTrainer } from "../../support/world/builders.js";

const stage = stageAt("2024-06-02T02:00:00Z");

const turn = actsOn(stage, 5000);
const ofRegistration = () => stage.db.draft.findMany({ where: { form: "registration" } });

type Act = (phone: Person) => unknown;
const agrees: Act = (phone) => phone.presses("✅ Setuju");
const WAYS: [what: string, ...acts: Act[]][] = [
  ["types setuju", (phone) => phone.says("setuju")],
  ["types saya setuju", (phone) => phone.says("Saya setuju")],
  ["types Iya, setuju.", (phone) => phone.says("Iya, setuju.")],
  ["sends a sticker, then ya", (phone) => phone.sendsSticker(), (phone) => phone.says("ya")],
  ["starts again without the link, and agrees", (phone) => phone.start(), (phone) => phone.says("YA")],
  ["reads it in English and agrees", (phone) => phone.presses("🌐 English"), (phone) => phone.says("I agree")],
  ["sends a photo, then presses the second notice's button", (phone) => phone.sendsPhoto(), agrees],
  ["asks for a report first", (phone) => phone.says("/lapor"), (phone) => phone.start(), agrees],
];

test.each(WAYS)(
  "somebody who opened a class's link and then %s registers for that class, once",
  async (_what, ...acts) => {
    const trainingClass = await buildClass(stage.db);
    const siti = stage.person({ name: "Siti" });
    await turn(() => siti.start(trainingClass.joinToken));
    for (const act of acts) await turn(() => act(siti));
    expect((await ofRegistration()).map(({ subject }) => subject)).toEqual([`class:${trainingClass.id}`]);
    // Whatever they say next, it is that one's question.
    await turn(() => siti.says("halo"));
    await turn(() => siti.start());
    expect((await ofRegistration()).map(({ subject }) => subject)).toEqual([`class:${trainingClass.id}`]);
    expect(stage.errors).toEqual([]);
  },
);

test("tidak refuses, and leaves nothing that carries the account", async () => {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });
  await turn(() => siti.start(trainingClass.joinToken));
  await turn(() => siti.says("tidak"));
  expect(screen(siti)).not.toContain("setuju?");
  expect([await stage.db.person.count(), await stage.db.draft.count()]).toEqual([0, 0]);
});

test("ya to nothing is agreeing to nothing", async () => {
  await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });
  await turn(() => siti.says("ya"));
  expect(await stage.db.consentReceipt.count()).toBe(0);
  expect(screen(siti)).toContain("setuju?");
});

test("answers given before the link go along, and there is one registration", async () => {
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti" });
  await turn(() => siti.start());
  await turn(() => siti.presses("✅ Setuju"));
  await turn(() => siti.says("Lewati"));
  await turn(() => siti.says("Siti Rahmawati"));
  await turn(() => siti.start(trainingClass.joinToken));
  const [only, ...more] = await ofRegistration();
  expect(more).toEqual([]);
  expect(only).toMatchObject({
    subject: `class:${trainingClass.id}`,
    answers: { phone: null, name: "Siti Rahmawati" },
  });
  expect(screen(siti)).toContain("bertugas di mana");
  await turn(() => siti.start());
  expect((await ofRegistration()).map(({ subject }) => subject)).toEqual([`class:${trainingClass.id}`]);
  expect(screen(siti)).toContain("bertugas di mana");
});

test.each([
  ["the link", (token: string, bot: string) => `https://t.me/${bot}?start=${token}`],
  ["the link in a sentence", (token: string, bot: string) => `Ini tautannya: t.me/${bot}?start=${token} ya Bu`],
  ["the bare token", (token: string) => token],
])("%s pasted as text works like a pressed one, also in the middle of registration", async (_what, textOf) => {
  const trainingClass = await buildClass(stage.db);
  await buildTrainer(stage.db, [trainingClass.id], { name: "Rina" });
  const text = textOf(trainingClass.joinToken, stage.sandbox.bot.username);
  const siti = stage.person({ name: "Siti" });
  await turn(() => siti.says(text));
  expect(screen(siti)).toContain(trainingClass.name);
  const tono = stage.person({ name: "Tono" });
  await turn(() => tono.start());
  await turn(() => tono.presses("✅ Setuju"));
  await turn(() => tono.says(text));
  expect((await ofRegistration()).map(({ subject }) => subject)).toEqual([`class:${trainingClass.id}`]);
  expect(stage.errors).toEqual([]);
});

test.each(["/lapor", "/jadwal", "/saya", "/rencana", "/rapor", "/tanya"])(
  "%s in the middle of registration says so and offers to go on",
  async (command) => {
    const trainingClass = await buildClass(stage.db);
    const siti = stage.person({ name: "Siti" });
    await turn(() => siti.start(trainingClass.joinToken));
    await turn(() => siti.presses("✅ Setuju"));
    await turn(() => siti.says("Lewati"));
    await turn(() => siti.says(command));
    expect(screen(siti)).toContain("Pendaftaran Bapak/Ibu belum selesai");
    await turn(() => siti.presses("▶️ Lanjutkan"));
    expect(screen(siti)).toContain("Siapa nama lengkap");
    expect(await ofRegistration()).toHaveLength(1);
  },
);

test.each(["ㅤㅤ", "12345", "....", "🌸🌸", "٣٤", "- -"])(
  "%s is no name: it is asked again, with an example",
  async (typed) => {
    const trainingClass = await buildClass(stage.db);
    const siti = stage.person({ name: "Siti" });
    await turn(() => siti.start(trainingClass.joinToken));
    await turn(() => siti.presses("✅ Setuju"));
    await turn(() => siti.says("Lewati"));
    await turn(() => siti.says(typed));
    expect(screen(siti)).toContain("Siapa nama lengkap");
    expect(screen(siti)).toContain("Siti Rahmawati");
    for (const name of ["O", "Suharto", "王"]) expect(hasLetter(name)).toBe(true);
  },
);

test("words of consent are whole answers, and links are those of this bot", () => {
  expect(["Ya", "ya pak", "✅ Setuju", "oke", "Yes!", "I agree"].map(consentIn)).toEqual(Array(6).fill("yes"));
  expect(["Tidak", "no.", "tidak setuju", "NGGAK"].map(consentIn)).toEqual(Array(4).fill("no"));
  expect(["ya ampun", "setuju dengan syarat apa", "tidak tahu", "yesterday", ""].map(consentIn)).toEqual(
    Array(5).fill(null),
  );
  expect(startTokenIn("https://t.me/ContohBot?start=abc_DEF-123", "ContohBot")).toBe("abc_DEF-123");
  expect(startTokenIn("tg://resolve?domain=ContohBot&start=abc_DEF-123", "ContohBot")).toBe("abc_DEF-123");
  expect(startTokenIn("https://t.me/LainBot?start=abc_DEF-123 ada", "ContohBot")).toBe(null);
});

test.each([
  ["after the link of another class", true],
  ["after a number that stands on three lists", false],
] as const)(
  "the link of one's own class %s finds one's line on its list, by the number shared again",
  async (_, isLink) => {
    const [first, second, own] = [
      await buildClass(stage.db, { name: "Kelas Satu" }),
      await buildClass(stage.db, { name: "Kelas Dua" }),
      await buildClass(stage.db, { name: "Kelas Sendiri" }),
    ];
    const row = { phone: "+628990000001", libraryName: "Perpustakaan Berakit", placeCode: "21.01.10.2001" };
    if (!isLink) for (const { id } of [first, second]) await buildRosterRow(stage.db, id, { ...row, name: "Sita" });
    const { id: rosterRowId } = await buildRosterRow(stage.db, own.id, { ...row, name: "Siti Rahmawati" });
    const siti = stage.person({ name: "Siti", phone: "628990000001" });
    await turn(() => (isLink ? siti.start(first.joinToken) : siti.start()));
    await turn(() => siti.presses("✅ Setuju"));
    await turn(() => siti.sharesContact());
    await turn(() => siti.start(own.joinToken));
    await turn(() => siti.sharesContact());
    await turn(() => siti.presses("✅ Benar, daftarkan"));
    const [participant] = await stage.db.participant.findMany({ include: { rosterRow: true } });
    expect(participant).toMatchObject({ classId: own.id, rosterRow: { id: rosterRowId } });
    expect(stage.errors).toEqual([]);
  },
);
