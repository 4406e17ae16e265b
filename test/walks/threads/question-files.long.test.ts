// Photos, documents and voice in a question: whichever way they come, all of them reach the trainer, and each side hears of it once.

import type { Update } from "grammy/types";
import { expect, test } from "vitest";
import { receive } from "../../../src/sandbox/acts/receive.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import type { Content } from "../../../src/sandbox/state/chat.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

// Tuesday, 10:00 in Tanjungpinang.
const stage = stageAt("2024-06-04T03:00:00Z");

const inTurn = actsOn(stage, 2000);

async function cast(english = false) {
  const language = english ? ("en" as const) : ("id" as const);
  const trainingClass = await buildClass(stage.db);
  const siti = stage.person({ name: "Siti", english });
  const rina = stage.person({ name: "Rina", english });
  const asker = { name: "Siti Rahmawati", libraryName: "Perpustakaan Berakit", telegramId: siti.id, language };
  await buildParticipant(stage.db, trainingClass.id, asker);
  await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina", telegramId: rina.id, language });
  await inTurn(
    () => siti.start(),
    () => rina.start(),
  );
  stage.talk();
  return { siti, rina };
}

function sends(phone: Person, content: object): unknown {
  const chat = stage.sandbox.chats.get(phone.id);
  const user = stage.sandbox.users.get(phone.id)?.user;
  if (chat === undefined || user === undefined) throw new Error("Nobody by that id.");
  return receive(stage.sandbox, chat, user, content as Content);
}

const file = (kind: string) => ({ file_id: kind, file_unique_id: kind, file_size: 1000 });
const video = { video: { ...file("video"), width: 1, height: 1, duration: 3 } };
const round = { video_note: { ...file("note"), length: 240, duration: 3 } };
const photosOf = (phone: Person) => phone.received().filter(({ photo }) => photo !== undefined);
const noticesOf = (phone: Person) =>
  phone.received().filter(({ text, caption }) => /Pesan dari/.test(text ?? caption ?? ""));

/** An album that is on its way: each part arrives when it is told to. */
function onItsWay(phone: Person, ...captions: (string | undefined)[]): Update[] {
  const parts = phone.sendsAlbum(captions.map((caption) => (caption === undefined ? {} : { caption })));
  stage.sandbox.takeUpdates();
  return parts;
}
const arrives = (part: Update | undefined) => () => {
  if (part === undefined) throw new Error("There is no such part.");
  stage.sandbox.updates.redeliver(part);
};

test("photos first, then the question; video and round video get a clear sentence; a voice message is passed on", async () => {
  const { siti, rina } = await cast();
  await inTurn(
    () => siti.says("/tanya"),
    () => sends(siti, video),
    () => sends(siti, round),
    () => siti.sendsAlbum([{}, {}, {}]),
    () => siti.sendsDocument({ name: "undangan.apk", mime: "application/vnd.android", bytes: Buffer.from("PK") }),
    () => siti.says("Apakah penataan rak ini sudah benar?"),
    () => siti.says("/tanya"),
    () => siti.sendsVoice(),
    () => rina.presses("Jawab"),
    () => sends(rina, video),
    () => rina.sendsVoice(),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/question-with-files.txt");
  expect(photosOf(rina)).toHaveLength(3);
  expect(await stage.db.questionThread.count()).toBe(2);
  expect(stage.errors).toEqual([]);
});

test("it is the same in English", async () => {
  const { siti } = await cast(true);
  await inTurn(
    () => siti.says("/ask"),
    () => sends(siti, video),
    () => siti.sendsPhoto(),
    () => siti.presses("✅ Send"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/question-with-files-in-english.txt");
  expect(stage.errors).toEqual([]);
});

test("a photo sent before the question stood there is kept with it", async () => {
  const { siti, rina } = await cast();
  siti.says("/tanya");
  siti.sendsPhoto();
  await stage.settle();
  expect(siti.lastMessage()?.text).toContain("1 foto diterima");
  await inTurn(() => siti.says("Rak ini bagaimana, Bu?"));
  expect(photosOf(rina)[0]?.caption).toContain("Rak ini bagaimana");
  expect(noticesOf(rina)).toHaveLength(1);
});

const ORDERS = [
  [0, 1, 2, 3],
  [3, 1, 0, 2],
  [2, 3, 1, 0],
];
test.each(ORDERS.flatMap((order) => [true, false].map((captioned) => [order.join(), captioned, order] as const)))(
  "an album that comes in the order %s (captioned: %s), with restarts and twice, arrives whole, with one notice",
  async (_order, captioned, order) => {
    const { siti, rina } = await cast();
    await inTurn(() => siti.says("/tanya"));
    const heard = siti.received().length;
    const parts = onItsWay(siti, captioned ? "Apakah ini benar?" : undefined, undefined, undefined, undefined);
    for (const [nth, which] of order.entries()) {
      if (nth === 1) stage.restart();
      stage.handlesTwice = nth === 2;
      await inTurn(arrives(parts[which]));
      // The question is written while parts are on their way.
      if (!captioned && nth === 1) await inTurn(() => siti.says("Apakah ini benar?"));
    }
    expect(noticesOf(rina)).toHaveLength(1);
    expect(noticesOf(rina)[0]?.text ?? noticesOf(rina)[0]?.caption).toContain("Apakah ini benar?");
    expect(new Set(photosOf(rina).map(({ photo }) => photo?.at(-1)?.file_unique_id)).size).toBe(4);
    expect(photosOf(rina)).toHaveLength(4);
    // Nothing but the receipt, and before it how many have come.
    expect(siti.received().length - heard).toBeLessThanOrEqual(2);
    expect(await stage.db.questionThread.count()).toBe(1);
    expect(stage.errors).toEqual([]);
  },
);

test("the rest of a question's album is no evidence of the report that was opened meanwhile", async () => {
  const { siti, rina } = await cast();
  await stage.db.workPlan.updateMany({
    data: { state: "in_progress", activity: "Kelas membaca", writtenAt: stage.clock.now() },
  });
  await inTurn(() => siti.says("/tanya"));
  const [first, second] = onItsWay(siti, "Bolehkah begini?", undefined);
  await inTurn(
    arrives(first),
    () => siti.says("/lapor"),
    () => siti.presses("📝 Advokasi"),
    () => siti.presses("Belum mulai"),
    () => siti.presses("➕ Tambah rincian"),
    arrives(second),
  );
  expect(photosOf(rina)).toHaveLength(2);
  expect(await stage.db.evidence.count()).toBe(0);
});

test("an album in Telegram's own reply goes to its thread, and its trainer hears of it once", async () => {
  const { siti, rina } = await cast();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("Bolehkah begini?"),
  );
  const notice = rina.lastMessage();
  const parts = onItsWay(rina, "Contohnya begini", undefined, undefined);
  const asReply = (part: Update) => ({ ...part, message: { ...part.message, reply_to_message: notice } }) as Update;
  const heard = rina.received().length;
  for (const part of parts) await inTurn(arrives(asReply(part)));
  expect(rina.received().length - heard).toBe(1);
  expect(photosOf(siti)).toHaveLength(3);
  expect(siti.received().filter(({ caption }) => caption?.includes("Jawaban dari"))).toHaveLength(1);
  expect(await stage.db.threadMessage.count()).toBe(2);
});

test("a long question with one photo is sent as words, and the photo below them", async () => {
  const { siti, rina } = await cast();
  const long = "Kami ingin menata ruang baca. ".repeat(60).trim();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.sendsPhoto(),
    () => siti.says(long),
  );
  expect(noticesOf(rina)[0]?.text).toContain(long);
  expect(photosOf(rina)).toHaveLength(1);
  expect(stage.errors).toEqual([]);
});

test("words below a later photo of an album arrive with it, in a thread and in a question, once", async () => {
  const { siti, rina } = await cast();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("Bolehkah begini?"),
    () => rina.presses("Jawab"),
  );
  const parts = onItsWay(rina, undefined, "Lebih baik begini.");
  for (const part of [...parts, ...parts]) await inTurn(arrives(part));
  expect(photosOf(siti).filter(({ caption }) => caption?.includes("Lebih baik begini."))).toHaveLength(1);
  expect(photosOf(siti)).toHaveLength(2);
  const written = await stage.db.threadMessage.findMany({ orderBy: { id: "asc" } });
  expect(written.map(({ text }) => text)).toEqual(["Bolehkah begini?", "Lebih baik begini."]);
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.sendsAlbum([{ caption: "Rak ini?" }, { caption: "Atau yang ini?" }]),
  );
  expect(photosOf(rina).at(-1)?.caption).toContain("Atau yang ini?");
  expect((await stage.db.threadMessage.findFirst({ orderBy: { id: "desc" } }))?.text).toBe(
    "Rak ini?\n\nAtau yang ini?",
  );
  expect(stage.errors).toEqual([]);
});
