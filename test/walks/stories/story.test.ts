// A story of change on its way: told by Siti, read and proposed by her trainer, chosen by an admin, read in another library; and taken back.
import { expect, test } from "vitest";
import { sendStories } from "../../../src/use-cases/index.js";
import { type Act, everything, presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

// Tuesday, 10:30 in Tanjungpinang, after the class.
const stage = stageAt("2024-06-11T03:30:00Z");
const inTurn = phoneActsOn(stage, 3000);

const WORDS = {
  id: {
    ...{ command: "/cerita", manage: "/kelola" },
    who: "Seorang ibu penjual kue di dusun kami",
    activity: "Pelatihan memotret dan berjualan lewat HP",
    after: "Sekarang ada pesanan setiap pekan",
    proof: "“Dulu sepi, sekarang saya kewalahan”",
    typed: "Kuenya hanya dijual kepada tetangga",
    ...{ parent: "Orang tua", letter: "Surat tertulis", purpose: "Pertemuan belajar bersama" },
  },
  en: {
    ...{ command: "/story", manage: "/manage" },
    who: "A mother in our village who sells cakes",
    activity: "A course on taking photos and selling by phone",
    after: "Now she has orders every week",
    proof: "“It was quiet, now I can hardly keep up”",
    typed: "She sold her cakes to neighbours only",
    ...{ parent: "Parent", letter: "In writing", purpose: "Peer-learning meeting" },
  },
};

async function cast(language: "id" | "en") {
  const english = language === "en";
  const { id } = await buildClass(stage.db, { name: "Kepri 1" });
  const phone = (name: string) => stage.person({ name, english });
  const [siti, budi, rina, dewi] = [phone("Siti"), phone("Budi"), phone("Rina"), phone("Dewi")] as const;
  await buildParticipant(stage.db, id, {
    ...{ name: "Siti Rahmawati", telegramId: siti.id, language, libraryName: "Perpustakaan Berakit" },
  });
  await buildParticipant(stage.db, id, {
    ...{ name: "Budi Santoso", telegramId: budi.id, language, libraryName: "Perpustakaan Lagoi" },
    placeCode: "21.01.10.2002",
  });
  await buildTrainer(stage.db, [id], { name: "Rina Marlina", telegramId: rina.id, language });
  await buildAdmin(stage.db, {
    name: "Dewi Lestari",
    telegramId: dewi.id,
    language,
    regionCode: "21",
    provinceCode: "21",
  });
  for (const one of [siti, budi, rina, dewi]) await inTurn(one, (p) => p.start());
  stage.talk();
  return { siti, budi, rina, dewi };
}

const voice: Act = (p) => p.sendsVoice();
const photo: Act = (p) => p.sendsPhoto();

// Keeps P32, P19 and T16.
test.each(WALKED_IN)(
  "a story is told, allowed, chosen, read elsewhere and taken back, in %s",
  async (language) => {
    const { siti, budi, rina, dewi } = await cast(language);
    const said = WORDS[language];
    await inTurn(budi, says(said.command), presses(/^📬/));
    await inTurn(siti, says(said.command), presses(/^✍️/), says(said.who), voice, says(said.activity));
    await inTurn(siti, says(said.after), says(said.proof), photo, presses(/^✅/), presses(/^👧/), presses(/^✅/));
    // No is what stands until something else is said.
    expect(await stage.db.story.findMany({ select: { consent: true } })).toEqual([{ consent: "none" }]);
    await inTurn(rina, presses(/^📖/), presses(/^🎤/), presses(/^✍️/), says(said.typed), presses(/^📖/), presses(/^⭐/));
    await inTurn(siti, (p) => p.pressesOn(1, "story:1"), presses(/^🔐/), presses(/^✅.*(dengan|with) /));
    await inTurn(siti, presses(/^👪/), says("Ibu Ratna"), presses(said.parent), presses(said.letter));
    await inTurn(siti, presses(/^(Hari ini|Today)$/), presses(/^✅/));
    await inTurn(dewi, says(said.manage), presses(/^📖/), presses(/Berakit/), presses(/^📌/));
    await inTurn(dewi, (p) => p.pressesOn(1, "story_desk:listed"), presses(/^📄/), says(said.purpose));
    expect(await sendStories(stage.world)).toEqual({ sent: 1 });
    expect(await sendStories(stage.world)).toEqual({ sent: 0 });
    await stage.settle();
    expect(screen(budi)).toContain("Siti Rahmawati");
    await inTurn(budi, presses(/^🖼/));
    await inTurn(siti, says(said.command), presses(/^1\. /), presses(/^🔐/), presses(/^🔒/));
    for (const told of [rina, dewi]) expect(screen(told)).toMatch(/PDF/);
    await inTurn(budi, (p) => p.pressesOn(1, "story_photos:1"));
    await inTurn(dewi, (p) => p.pressesOn(1, "story_desk:listed"), presses(/^📊/), says(said.purpose));
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/story-${language}.txt`);
    expect(everything(budi)).not.toContain("Ratna");
    expect(stage.errors).toEqual([]);
  },
  60_000,
);

test("nothing is read by others that was not allowed, whatever button is pressed", async () => {
  const { siti, budi } = await cast("id");
  const said = WORDS.id;
  await inTurn(siti, (p) => p.pressesOn(1, "write_story"), says(said.who), says(said.typed), says(said.activity));
  await inTurn(siti, says(said.after), says(said.proof), photo, presses(/^✅/), presses(/^👧/), presses(/^✅/));
  const buttons = ["story:1", "story_photos:1", "story_voices:1", "type_story:1", "story_consent:1:name", "guardian:1"];
  for (const data of [...buttons, "drop_guardian:1", "remove_story:1", "flag_story:1:on", "list_story:1:on"]) {
    await inTurn(budi, (p) => p.pressesOn(1, data));
    expect(everything(budi), data).not.toContain(said.who);
    expect(
      budi.received().some(({ photo: shown }) => shown !== undefined),
      data,
    ).toBe(false);
  }
  expect(await stage.db.story.findMany()).toMatchObject([{ consent: "none", flaggedAt: null, listedAt: null }]);
});

test("a photo that comes late is taken to show children until its sender says otherwise, and photos can be removed", async () => {
  const { siti } = await cast("id");
  const said = WORDS.id;
  await inTurn(siti, (p) => p.pressesOn(1, "write_story"), says(said.who), says(said.typed), says(said.activity));
  await inTurn(
    siti,
    says(said.after),
    says(said.proof),
    photo,
    presses(/^🗑/),
    photo,
    presses(/^✅/),
    presses("Tidak ada"),
  );
  await inTurn(siti, photo);
  expect(everything(siti)).toContain("Foto tadi ikut disimpan. Sekarang ada 2 foto.");
  expect(screen(siti)).toContain("Ada wajah anak");
  await inTurn(siti, presses(/^✅/));
  const story = await stage.db.story.findFirstOrThrow();
  expect([story.photos.length, story.showsChildren]).toEqual([2, true]);
  expect(stage.errors).toEqual([]);
});

test("who may read it is changed from one's own page and from one's data too", async () => {
  const { siti } = await cast("id");
  const said = WORDS.id;
  await inTurn(siti, says("/saya"));
  expect(siti.buttons()).not.toContain("[⬅️ Cerita saya]");
  await inTurn(siti, (p) => p.pressesOn(1, "write_story"), says(said.who), says(said.typed), says(said.activity));
  await inTurn(
    siti,
    says(said.after),
    says(said.proof),
    presses("Lewati"),
    presses(/^✅/),
    presses("✅ Boleh, tanpa nama saya"),
  );
  for (const page of ["/saya", "/dataku"]) {
    await inTurn(siti, says(page), presses("⬅️ Cerita saya"), presses(/^1\. /));
    expect(screen(siti)).toContain("✅ Boleh dibaca, tanpa nama penulis");
  }
  await inTurn(siti, presses(/^🔐/), presses(/^🔒/), presses(/^🗑/), presses("🗑 Ya, hapus"));
  expect(await stage.db.story.count()).toBe(0);
  expect(await stage.db.audit.findMany({ where: { action: "story.consent" }, orderBy: { id: "asc" } })).toMatchObject([
    { details: { consent: "library" } },
    { details: { consent: "none" } },
  ]);
  expect(stage.errors).toEqual([]);
});

test("an album of six is five photos, and whoever goes back is asked about children again", async () => {
  const { siti } = await cast("id");
  const said = WORDS.id;
  await inTurn(siti, (p) => p.pressesOn(1, "write_story"), says(said.who), says(said.typed), says(said.activity));
  await inTurn(siti, says(said.after), says(said.proof), photo, photo, photo, photo, photo, photo);
  expect(screen(siti)).toContain("Sudah 5 foto");
  await inTurn(siti, presses(/^✅/), presses("Tidak ada"), presses(/^✅/));
  expect(await stage.db.story.findMany()).toMatchObject([{ showsChildren: false }]);
  expect((await stage.db.story.findFirstOrThrow()).photos).toHaveLength(5);
  expect(stage.errors).toEqual([]);
});
