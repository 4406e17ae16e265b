// An announcement that did not reach everybody goes once more to those who can be reached since, and to nobody else; and words that are mended
// in the phone's old message, not in the draft, are not taken for new ones in silence.
import { expect, test } from "vitest";
import type { Language } from "../../../src/domain/people/person.js";
import type { Person as Phone } from "../../../src/sandbox/shapes.js";
import { screen } from "../../support/stage/phone.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";

// Tuesday, 10 a.m. in Jakarta.
const stage = stageAt("2024-07-09T03:00:00Z");
const does = actsOn(stage, 2500);

const WORDS = {
  id: {
    ...{
      open: "/pengumuman",
      to: "👥 Kepada",
      done: "✅ Selesai",
      send: /^✅ Kirim/,
      yes: /^✅ Ya/,
      details: "Rincian",
      resend: /^🔁/,
    },
    ...{
      total: "Jumlah: 3 orang",
      again: "dikirim ulang kepada 1 orang",
      old: "draf pengumumannya tetap. Tekan Isi",
    },
    content: "✏️ Isi",
  },
  en: {
    ...{
      open: "/announce",
      to: "👥 Recipients",
      done: "✅ Done",
      send: /^✅ Send/,
      yes: /^✅ Yes/,
      details: "Details",
      resend: /^🔁/,
    },
    ...{ total: "Total: 3 people", again: "sent once more to 1 person", old: "the draft stays as it is. Press Text" },
    content: "✏️ Text",
  },
} as const;

async function cast(language: Language) {
  const english = language === "en";
  const { id: classId } = await buildClass(stage.db);
  const phones: Phone[] = [];
  for (const name of ["Siti", "Ani", "Joko"]) {
    const phone = stage.person({ name, english });
    await buildParticipant(stage.db, classId, { name, telegramId: phone.id, language });
    phone.start();
    await stage.settle();
    phones.push(phone);
  }
  const budi = stage.person({ name: "Budi", english });
  await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id, language });
  await does(() => budi.start());
  stage.talk();
  return { budi, phones: phones as [Phone, Phone, Phone] };
}

const copies = (phone: Phone) => phone.received().filter(({ text }) => text?.includes("laporan ditunggu")).length;

// Keeps A13.
test.each(WALKED_IN)("only the failed get it once more, and only once they can be reached, in %s", async (language) => {
  const words = WORDS[language];
  const { budi, phones } = await cast(language);
  const [siti, ani, joko] = phones;
  await does(
    () => ani.blocks(),
    () => joko.blocks(),
  );
  // That they are gone is found when it is sent: nobody has told us yet.
  await stage.db.person.updateMany({ data: { unreachableSince: null, unreachableCause: null } });
  await does(
    () => budi.says(words.open),
    () => budi.says("Bapak/Ibu {nama}, laporan ditunggu Jumat."),
    ...[words.to, words.done, words.send, words.yes].map((label) => () => budi.presses(label)),
  );
  await does(() => budi.presses(words.details));
  expect(screen(budi)).toContain(words.total);
  const labels = () => (budi.lastMessage()?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
  expect(labels().filter((label) => label.startsWith("🔁"))).toEqual([]);

  await does(() => ani.start());
  await does(() => budi.pressesOn(1, "announcement_details:1"));
  await does(() => budi.presses(words.resend));
  expect(screen(budi)).toContain(words.again);
  expect(screen(budi)).toContain(words.total);
  await does(() => budi.pressesOn(1, "resend_announcement:1"));
  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/sending-again-${language}.txt`);
  expect([siti, ani, joko].map(copies)).toEqual([1, 1, 0]);
  expect(stage.errors).toEqual([]);
});

// Keeps A06, P34.
test.each(WALKED_IN)("mending the message that a draft was made of changes nothing unsaid, in %s", async (language) => {
  const words = WORDS[language];
  const { budi, phones } = await cast(language);
  await does(
    () => budi.says(words.open),
    () => budi.says("Bapak/Ibu {nama}, laporan ditunggu Jumat."),
  );
  const own = budi.chat().findLast(({ from, text }) => from?.id === budi.id && text?.includes("{nama}"));
  await does(() => budi.edits(own?.message_id ?? 0, "Bapak/Ibu {nama}, laporan ditunggu Senin."));
  expect(screen(budi)).toContain(words.old);
  // The way that it names leads there.
  await does(
    () => budi.presses(words.content),
    () => budi.says("Bapak/Ibu {nama}, laporan ditunggu Kamis."),
  );
  // What is sent is what stands on the draft's page, which is still there.
  await does(...[words.to, words.done, words.send, words.yes].map((label) => () => budi.presses(label)));
  expect(phones[0].received().some(({ text }) => text?.includes("ditunggu Kamis"))).toBe(true);
  await does(() => budi.edits(own?.message_id ?? 0, "Bapak/Ibu {nama}, laporan ditunggu Rabu."));
  expect(phones[0].received().some(({ text }) => text?.includes("Rabu"))).toBe(false);
  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/mending-an-old-message-${language}.txt`);
  expect(stage.errors).toEqual([]);
});
