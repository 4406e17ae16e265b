// Telegram's own reply to a message that holds more than one talk, or a talk beside something else.
import { expect, test } from "vitest";
import { repeatQuestions } from "../../../src/use-cases/index.js";
import { buildParticipant } from "../../support/world/builders.js";
import { openQuestions } from "./question-scene.js";

const { stage, inTurn, onStage, messageWith } = openQuestions();

/** Siti and Budi have asked, and Rina is told of both again the next morning. */
async function withDigest() {
  const people = await onStage();
  const { siti, asker, rina } = people;
  const budi = stage.person({ name: "Budi", phone: "628990000004" });
  await buildParticipant(stage.db, asker.participant.classId, { name: "Budi Santoso", telegramId: budi.id });
  await inTurn(
    () => budi.start(),
    () => siti.says("/tanya"),
    () => siti.says("Bolehkah kegiatan diundur?"),
    () => budi.says("/tanya"),
    () => budi.says("Apakah perlu foto?"),
  );
  stage.clock.set(new Date("2024-06-05T03:30:00Z"));
  await repeatQuestions(stage.world);
  await stage.settle();
  return { ...people, budi, digest: messageWith(rina, "Masih menunggu jawaban") };
}

const answers = async () =>
  (await stage.db.threadMessage.findMany({ where: { threadId: { in: [1, 2] } }, orderBy: { id: "asc" } })).map(
    ({ threadId, text }) => [threadId, text],
  );
const ASKED = [
  [1, "Bolehkah kegiatan diundur?"],
  [2, "Apakah perlu foto?"],
];

// Keeps T10.
test("a reply to the list of what waits goes to none of its askers until one of them is chosen", async () => {
  const { siti, rina, budi, digest } = await withDigest();
  const heard = [siti.received().length, budi.received().length];
  await inTurn(
    () => rina.repliesTo(digest, "1 boleh. 2 tidak perlu."),
    () => rina.repliesTo(digest, "2 tidak perlu."),
  );
  expect(rina.lastMessage()?.text).toContain("belum terkirim");
  expect(rina.buttons().slice(0, 2)).toEqual([
    expect.stringMatching(/1\. Siti Rahmawati/),
    expect.stringMatching(/2\. Budi Santoso/),
  ]);
  expect(await answers()).toEqual(ASKED);
  expect([siti.received().length, budi.received().length]).toEqual(heard);
  await inTurn(
    () => rina.presses(/^2\. Budi/),
    () => rina.says("Tidak perlu."),
  );
  expect(await answers()).toEqual([...ASKED, [2, "Tidak perlu."]]);
  expect(budi.lastMessage()?.text).toContain("Tidak perlu.");
});

// Keeps T10.
test("a reply to a letter that came in one message with a reminder reaches who wrote it", async () => {
  const { siti, asker, rina } = await onStage();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("Bolehkah kegiatan diundur?"),
    () => rina.presses("Jawab"),
    () => rina.says("Boleh, Bu."),
  );
  const letter = messageWith(siti, "Boleh, Bu.");
  // The reminder was written first, so that its row is met first.
  const now = stage.clock.now();
  await stage.db.outbox.create({
    data: {
      ...{ id: -1, key: "reminder", kind: "plan_reminder", priority: 6, subjects: ["plan:1"], message: { text: "" } },
      ...{ chatId: siti.id, personId: asker.person.id, state: "sent", telegramMessageId: letter },
      ...{ dueAt: now, settledAt: now, createdAt: now },
    },
  });
  await inTurn(() => siti.repliesTo(letter, "Apakah perlu surat?"));
  expect(await answers()).toContainEqual([1, "Apakah perlu surat?"]);
  expect(rina.lastMessage()?.text).toContain("Apakah perlu surat?");
});

// Keeps T10.
test("a reply to any photo of an album goes to its thread", async () => {
  const { siti, rina } = await onStage();
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.sendsAlbum([{}, {}, {}]),
    () => siti.says("Apakah rak ini sudah benar?"),
  );
  const photos = rina.received().filter(({ photo }) => photo !== undefined);
  expect(photos).toHaveLength(3);
  for (const [nth, photo] of photos.entries())
    await inTurn(() => rina.repliesTo(photo.message_id, `Foto ${nth + 1} baik.`));
  expect(await answers()).toEqual([
    [1, "Apakah rak ini sudah benar?"],
    ...[1, 2, 3].map((nth) => [1, `Foto ${nth} baik.`]),
  ]);
});
