// A participant, a trainer and two admins, and what the office lays out.
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Person } from "../../../src/sandbox/shapes.js";
import { presses, says } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

export const FAQ = "Bagaimana cara mengirim foto bersama laporan kegiatan?";
export const ANSWER =
  "Tekan Lapor, pilih rencananya, lalu kirim fotonya satu per satu. Nama dan nomor tidak ikut terkirim.";

const LETTER = { name: "surat.pdf", mime: "application/pdf", bytes: Buffer.from("%PDF-1.4") };

/** Called once at the top of a file. */
export function openMaterials() {
  // Tuesday, 10:00 in Tanjungpinang.
  const stage = stageAt("2024-06-11T03:00:00Z");
  const inTurn = phoneActsOn(stage, 3000);

  async function cast(language: "id" | "en" = "id") {
    const english = language === "en";
    const { id } = await buildClass(stage.db, { name: "Kepri 1" });
    const [siti, rina, dewi, budi] = ["Siti", "Rina", "Dewi", "Budi"].map((name) =>
      stage.person({ name, english }),
    ) as [Person, Person, Person, Person];
    await buildParticipant(stage.db, id, { name: "Siti Rahmawati", telegramId: siti.id, language });
    await buildTrainer(stage.db, [id], { name: "Rina Marlina", telegramId: rina.id, language });
    await buildAdmin(stage.db, { name: "Dewi Lestari", telegramId: dewi.id, regionCode: "21", language });
    await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id, language });
    for (const phone of [siti, rina, dewi, budi]) await inTurn(phone, (one) => one.start());
    stage.talk();
    return { siti, rina, dewi, budi };
  }

  /** One of each kind, as the office finds the form. */
  async function layOut(budi: Person) {
    const save = presses(/^✅ (Simpan|Save)/);
    await inTurn(
      budi,
      (p) => p.pressesOn(1, "programme"),
      presses(/^📚/),
      presses(/^➕/),
      presses(/^(Advokasi|Advocacy)/),
    );
    await inTurn(budi, says("Surat untuk kepala desa"), (p) => p.sendsDocument(LETTER), save);
    await inTurn(budi, presses(/^📚/), presses(/^➕/), presses(/^(Advokasi|Advocacy)/));
    await inTurn(budi, says("Contoh kegiatan"), says("http://perpusnas.go.id"), says("perpusnas.go.id/contoh"), save);
    await inTurn(
      budi,
      presses(/^📚/),
      presses(/^➕/),
      presses(/bot$/),
      says(FAQ),
      says("a".repeat(601)),
      says(ANSWER),
      save,
    );
  }

  /** Of the newest message. */
  const keysOf = (phone: Person) =>
    (phone.lastMessage()?.reply_markup as InlineKeyboardMarkup | undefined)?.inline_keyboard.flat() ?? [];
  const labelsOn = (phone: Person) => keysOf(phone).map(({ text }) => text);
  const documents = (phone: Person) => phone.received().filter(({ document }) => document !== undefined);
  const toTrainer = (rina: Person) =>
    rina.received().filter(({ text }) => /^💬 (Pesan dari|Message from)/.test(text ?? ""));
  const menu = (language: "id" | "en") => says(language === "id" ? "/menu" : "/menu");

  return { stage, inTurn, cast, layOut, keysOf, labelsOn, documents, toTrainer, menu };
}
