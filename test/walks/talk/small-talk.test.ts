// What people write as they would to a person: each gets a kind answer and a way on, and nobody loses their form.
import { describe, expect, test } from "vitest";
import { loadActor } from "../../../src/bot/gate/actor.js";
import { isKnown } from "../../../src/domain/people/person.js";
import { escalateQuestions, replyInThread, unansweredQuestions } from "../../../src/use-cases/index.js";
import { openSmallTalk } from "./small-talk-scene.js";

const { stage, inTurn, cast, last } = openSmallTalk();

test("twenty kinds of small talk are answered, with a way on where one is needed", async () => {
  const { siti } = await cast();
  await inTurn(
    ...[
      ...["makasih banyak", "permisi", "selamat pagi bu", "assalamualaikum", "om swastyastu", "ini siapa ya"],
      ...["ini penipuan ya", "kok gak bisa", "saya bingung", "nanti saja ya", "sudah bu", "belum sempat", "oke siap"],
      ...["ibu saya sakit", "selamat natal", "mohon maaf lahir batin", "dasar bodoh", "piye iki", "rapor"],
      ...["kapan batas waktunya", "honornya kapan"],
    ].map((text) => () => siti.says(text)),
    () => siti.sendsVoice(),
    () => siti.sendsPhoto(),
    () => siti.sendsSticker(),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/small-talk.txt");
  expect(stage.errors).toEqual([]);
});

test("small talk is answered in English", async () => {
  const { siti } = await cast(true);
  const said = ["thanks a lot", "hello", "shalom", "are you a robot?", "is this official", "it does not work"];
  await inTurn(
    ...[...said, "i am confused", "not now", "already", "not yet", "okay", "my father died", "merry christmas"].map(
      (text) => () => siti.says(text),
    ),
    ...["you are stupid", "when is the deadline?", "certificate"].map((text) => () => siti.says(text)),
    () => siti.sendsVoice(),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/small-talk-in-english.txt");
  expect(stage.errors).toEqual([]);
});

test("of an album of photos outside a form one answer asks which plan they are for", async () => {
  const { siti } = await cast();
  const before = siti.received().length;
  siti.sendsAlbum([{}, {}, {}]);
  await stage.settle();
  expect(siti.received().length - before).toBe(1);
  expect(last(siti)).toContain("Untuk rencana yang mana?");
});

describe("in the middle of a form", () => {
  test("a greeting is given back and the question asked again; thanks are no answer", async () => {
    const { siti } = await cast();
    await inTurn(
      () => siti.says("/rencana"),
      () => siti.presses("📄 Advokasi"),
      () => siti.presses("✏️ Ubah rencana"),
      () => siti.says("Assalamualaikum"),
    );
    expect(siti.received().some(({ text }) => text?.includes("Waalaikumsalam"))).toBe(true);
    expect(last(siti)).toContain("Kapan kegiatan ini selesai?");
    await inTurn(() => siti.says("Terima kasih"));
    expect(last(siti)).toContain("Sama-sama");
    await inTurn(() => siti.says("Mengusulkan anggaran perpustakaan"));
    expect(last(siti)).toContain("Kapan kegiatan ini selesai?");
  });

  test("a question to the trainer may begin with a greeting, and an announcement may be one", async () => {
    const { siti, rina } = await cast();
    await inTurn(
      () => siti.says("/tanya"),
      () => siti.says("Selamat pagi"),
    );
    await stage.tick();
    expect(rina.received().some(({ text }) => text?.includes("Selamat pagi"))).toBe(true);
  });
});

describe("thanks to a trainer", () => {
  async function answered() {
    const people = await cast();
    const { siti, rina } = people;
    await inTurn(
      () => siti.says("/tanya"),
      () => siti.says("Bolehkah tanggalnya diubah?"),
    );
    await stage.tick();
    await inTurn(
      () => rina.presses("Jawab"),
      () => rina.presses("Boleh, silakan."),
    );
    await stage.tick();
    return people;
  }
  const waiting = async (id: number) =>
    (await unansweredQuestions(stage.world.store, [id], stage.clock.now())).get(id)?.count ?? 0;

  test("by the button beside the reply reaches them once and waits for no answer", async () => {
    const { siti, rina, trainer } = await answered();
    await inTurn(
      () => siti.presses("🙏 Terima kasih"),
      () => siti.presses("🙏 Terima kasih"),
    );
    await stage.tick();
    expect(last(siti)).toContain("sudah saya sampaikan");
    expect(rina.received().filter(({ text }) => text?.includes("Terima kasih"))).toHaveLength(1);
    expect(await waiting(trainer.id)).toBe(0);
    stage.clock.advance(3 * 86_400_000);
    expect(await escalateQuestions(stage.world)).toEqual({ escalated: 0 });
    await inTurn(() => siti.says("/tanya"));
    expect(last(siti)).toContain("Jawaban terakhir, dari Rina Marlina: “Boleh, silakan.”");
  });

  test("typed as a reply is passed on and opens nothing; a new question does", async () => {
    const { siti, rina, trainer } = await answered();
    await inTurn(
      () => siti.presses("Balas"),
      () => siti.says("Terima kasih banyak, Bu"),
    );
    await stage.tick();
    expect(last(rina)).toContain("Terima kasih banyak, Bu");
    expect(await waiting(trainer.id)).toBe(0);
    await inTurn(
      () => siti.presses("Balas"),
      () => siti.says("Terima kasih. Bagaimana bila hujan?"),
    );
    expect(await waiting(trainer.id)).toBe(1);
  });

  test("said before the answer leave the question open", async () => {
    const { siti, trainer } = await cast();
    await inTurn(
      () => siti.says("/tanya"),
      () => siti.says("Bolehkah tanggalnya diubah?"),
    );
    const [thread] = await stage.db.questionThread.findMany();
    const actor = await loadActor(stage.world, siti.id);
    if (thread === undefined || !isKnown(actor)) throw new Error("Siti has just asked.");
    const said = { threadId: thread.id, text: "Terima kasih sebelumnya", files: [], updateId: 999 };
    await replyInThread(stage.world, actor, said);
    expect(await waiting(trainer.id)).toBe(1);
  });
});

test("a trainer is greeted as well, and anything else is not understood without a trainer to ask", async () => {
  const { rina } = await cast();
  await inTurn(() => rina.says("Selamat sore"));
  expect(last(rina)).toContain("Selamat pagi, Bapak/Ibu Rina Marlina");
  await inTurn(() => rina.says("saya bingung"));
  expect(last(rina)).toBe("Maaf, saya belum mengerti. Silakan pilih dari menu di bawah.");
});

test("a command that there is not is named, with the way to those that there are; the open form stays", async () => {
  const { siti, rina } = await cast();
  await inTurn(() => rina.says("/grafik"));
  expect(last(rina)).toBe(
    "Perintah /grafik tidak ada. Semua perintah ada di /bantuan, atau silakan pilih tombol di bawah.",
  );
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("/kirim"),
  );
  expect(last(siti)).toContain("Perintah /kirim tidak ada.");
  await inTurn(() => siti.says("Kapan laporan ditutup?"));
  expect(await stage.db.questionThread.count()).toBe(1);
});

test("thanks at the question whether to keep a question to the trainer are thanks to us, and the form stays", async () => {
  const { siti } = await cast();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("batal"),
    () => siti.says("terima kasih"),
  );
  expect(last(siti)).toContain("Sama-sama");
  await inTurn(
    () => siti.says("kembali"),
    () => siti.says("Terima kasih"),
  );
  expect(await stage.db.questionThread.count()).toBe(1);
});

test("/menu opens the menu, as the word does, and leaves an open form as it is", async () => {
  const { siti, rina } = await cast();
  for (const phone of [siti, rina]) {
    await inTurn(() => phone.says("/menu"));
    const bySlash = phone.lastMessage();
    await inTurn(() => phone.says("menu"));
    expect(bySlash?.text).not.toContain("belum mengerti");
    expect(bySlash?.text).toBe(phone.lastMessage()?.text);
    expect(bySlash?.reply_markup).toEqual(phone.lastMessage()?.reply_markup);
  }
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("/menu"),
    () => siti.says("Kapan laporan ditutup?"),
  );
  expect(await stage.db.questionThread.count()).toBe(1);
  expect(stage.errors).toEqual([]);
});
