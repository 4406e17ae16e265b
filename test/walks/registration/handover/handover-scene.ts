// A library, its manager who makes a code, and who takes it over with it.
import type { Person } from "../../../../src/sandbox/shapes.js";
import { screen } from "../../../support/stage/phone.js";
import { actsOn, stageAt } from "../../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildTrainer } from "../../../support/world/builders.js";

export const WORDS = {
  id: { open: "👤 Nomor dan akun saya", hand: "🤝 Serah terima", make: "✅ Ya, buat kode", take: "✅ Ya, terima" },
  en: {
    open: "👤 My number and account",
    hand: "🤝 Hand over",
    make: "✅ Yes, make a code",
    take: "✅ Yes, take it over",
  },
};
const JOIN = {
  id: { agree: "✅ Setuju", skip: "Lewati", send: "✅ Benar, daftarkan" },
  en: { agree: "✅ I agree", skip: "Skip", send: "✅ Yes, register me" },
};

/** Called once at the top of a file. */
export function openHandoverScene() {
  const stage = stageAt("2024-06-10T03:00:00Z");
  const turn = actsOn(stage, 5000);

  async function openLibrary(language: "id" | "en" = "id") {
    const trainingClass = await buildClass(stage.db);
    const rina = stage.person({ name: "Rina" });
    await buildTrainer(stage.db, [trainingClass.id], { name: "Rina", telegramId: rina.id, language });
    const siti = stage.person({ name: "Siti" });
    const built = await buildParticipant(stage.db, trainingClass.id, {
      ...{ name: "Siti Rahmawati", phone: "+628990000001", telegramId: siti.id, language },
      libraryName: "Perpustakaan Berakit",
    });
    await stage.db.workPlan.updateMany({
      data: { state: "not_started", activity: "Pojok baca anak", writtenAt: stage.clock.now() },
    });
    await turn(
      () => rina.start(),
      () => siti.start(),
    );
    return { trainingClass, rina, siti, ...built };
  }

  async function makesCode(siti: Person, language: "id" | "en" = "id"): Promise<string> {
    const words = WORDS[language];
    await turn(
      () => siti.says(language === "id" ? "/profil" : "/profile"),
      () => siti.presses(words.open),
      () => siti.presses(words.hand),
      () => siti.presses(words.make),
    );
    const [, code] = /start=([A-Z2-9]{5}-[A-Z2-9]{5})/.exec(screen(siti)) ?? [];
    if (code === undefined) throw new Error(`No code in: ${screen(siti)}`);
    return code;
  }

  async function takesOver(who: Person, code: string, language: "id" | "en" = "id", name = "Budi Santoso") {
    const words = JOIN[language];
    await turn(
      () => who.start(code),
      () => who.presses(words.agree),
      () => who.presses(WORDS[language].take),
      () => who.says(words.skip),
      () => who.says(name),
      () => who.presses(words.send),
    );
  }

  const managers = async () =>
    (await stage.db.libraryMember.findMany({ where: { untilAt: null }, include: { person: true } })).map(
      ({ person }) => person.name,
    );

  return { stage, turn, openLibrary, makesCode, takesOver, managers };
}
