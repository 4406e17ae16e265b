// The office lays out materials; a participant has them in the chat with two taps, and is answered before a trainer is asked.
import { expect, test } from "vitest";
import { presses, says, screen } from "../../support/stage/phone.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { ANSWER, openMaterials } from "./materials-scene.js";

const { stage, inTurn, cast, layOut, documents, toTrainer, menu } = openMaterials();

// Keeps P33.
test.each(WALKED_IN)("two taps from the menu, and the files of a topic are in the chat, in %s", async (language) => {
  const { siti, budi } = await cast(language);
  // Nothing is laid out: no button, and the word is answered all the same.
  await inTurn(siti, menu(language));
  expect(siti.buttons().some((label) => label.includes("📚"))).toBe(false);
  await inTurn(siti, says("materi"));
  await layOut(budi);
  await inTurn(siti, menu(language));
  expect(documents(siti)).toHaveLength(0);
  await inTurn(siti, presses(/^📚/), presses(/^(Advokasi|Advocacy) \(2\)/));
  expect(documents(siti).map(({ caption }) => caption)).toEqual(["Surat untuk kepala desa"]);
  // The link opens from its button, and an answer is one tap more.
  await inTurn(siti, presses(/^📚/), presses(/bot \(1\)$/), presses(/^❓/), presses(/^⬅️/));
  await inTurn(
    budi,
    presses(/^📚/),
    presses(/^❓/),
    presses(/^✏️/),
    presses(/^✏️ .*(judul|title)/i),
    says("Cara mengirim foto?"),
  );
  await inTurn(budi, presses(/^✅ (Simpan|Save)/), presses(/^📚/), presses(/^❓/), presses(/^🗑/), presses(/^🗑/));
  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/materials-${language}.txt`);
  expect(await stage.db.material.count()).toBe(2);
  expect(stage.errors).toEqual([]);
});

// Keeps P33.
test.each(WALKED_IN)("a frequent question is answered before a trainer is asked, in %s", async (language) => {
  const { siti, rina, budi } = await cast(language);
  await layOut(budi);
  stage.talk();
  const ask = says(language === "id" ? "/tanya" : "/ask");
  // Pressed before a word is written.
  await inTurn(siti, ask, presses(/^❓/), presses(/^📨/), presses(/^❓/), presses(/^✅/));
  // Found by what was written.
  await inTurn(siti, ask, says("Bu, gmn cara kirim foto lapran kegiatan ya?"), presses(/^✅/));
  expect(toTrainer(rina)).toHaveLength(0);
  // It is not the answer: one press, and it is sent as it was written.
  await inTurn(siti, ask, says("Foto laporan kegiatan tidak bisa dikirim, caranya?"), presses(/^📨/));
  expect(toTrainer(rina).map(({ text }) => text)).toEqual([
    expect.stringContaining("Foto laporan kegiatan tidak bisa dikirim, caranya?"),
  ]);
  await inTurn(budi, presses(/^📚/));
  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/materials-before-asking-${language}.txt`);
  expect(await stage.db.material.findFirst({ where: { kind: "answer" } })).toMatchObject({ helped: 2 });
  expect(stage.errors).toEqual([]);
});

test("what is meant by nothing frequent goes to the trainer at once, as without frequent questions", async () => {
  const { siti, rina, budi } = await cast();
  await layOut(budi);
  await inTurn(siti, says("/tanya"), says("Bolehkah kegiatan saya diundur sampai bulan depan?"));
  expect(toTrainer(rina)).toHaveLength(1);
});

test("nothing typed is lost: more words, a photo and thanks stay with the question until one press sends it", async () => {
  const { siti, rina, budi } = await cast();
  await layOut(budi);
  const written = "Cara mengirim foto laporan kegiatan?";
  await inTurn(siti, says("/tanya"), says(written), says("terima kasih"), says("sudah selesai"), (p) => p.sendsPhoto());
  expect(toTrainer(rina)).toHaveLength(0);
  await inTurn(siti, says("/menu"), says("/tanya"));
  expect(screen(siti)).toContain(ANSWER);
  await inTurn(siti, says("Foto saya terlalu besar."));
  const sent = rina.received().filter(({ caption, text }) => /Siti Rahmawati/.test(caption ?? text ?? ""));
  expect(sent).toHaveLength(1);
  const [{ text, files } = { text: "", files: [] }] = await stage.db.threadMessage.findMany();
  expect(text).toBe(`${written}\n\nFoto saya terlalu besar.`);
  expect(files).toHaveLength(1);
  expect(await stage.db.material.findFirst({ where: { kind: "answer" } })).toMatchObject({ helped: 0 });
});

test("the button's words, typed, do what it does", async () => {
  const { siti, rina, budi } = await cast();
  await layOut(budi);
  await inTurn(siti, says("/tanya"), says("cara kirim foto laporan kegiatan"), says("sudah terjawab"));
  expect(toTrainer(rina)).toHaveLength(0);
  await inTurn(siti, says("/tanya"), says("cara kirim foto laporan kegiatan"), says("tetap kirim"));
  expect(toTrainer(rina)).toHaveLength(1);
  expect(await stage.db.material.findFirst({ where: { kind: "answer" } })).toMatchObject({ helped: 1 });
});
