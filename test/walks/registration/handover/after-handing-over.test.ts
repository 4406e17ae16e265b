// After a library was handed over: the one before is left in peace, the trainer finds the one who follows, and a code with a slip is called one.
import { describe, expect, test } from "vitest";
import { screen } from "../../../support/stage/phone.js";
import { WALKED_IN } from "../../../support/walked-in.js";
import { openHandoverScene } from "./handover-scene.js";

const { stage, turn, openLibrary, makesCode, takesOver } = openHandoverScene();

const SAID = {
  id: {
    ...{ handedOver: "sudah Bapak/Ibu serahkan", see: "Lihat orangnya", register: "▶️ Isi pendaftaran" },
    ...{
      report: "/lapor",
      plans: "/rencana",
      words: "Kami mengadakan lomba",
      first: "Langkah 1",
      unknown: "tidak saya kenal",
    },
  },
  en: {
    ...{ handedOver: "You have handed", see: "See the person", register: "▶️ Register" },
    ...{
      report: "/report",
      plans: "/plan",
      words: "We held a contest",
      first: "Step 1",
      unknown: "I do not know that code",
    },
  },
};

// Keeps P11.
describe.each(WALKED_IN)("after a hand-over (%s)", (language) => {
  const said = SAID[language];

  test("who handed over in the middle of a report is thanked, and not asked to register, whatever they press or write", async () => {
    const { siti, plans } = await openLibrary(language);
    await turn(
      () => siti.pressesOn(1, `report:${plans[0]?.id}`),
      () => siti.presses(/Berjalan|In progress/i),
    );
    const code = await makesCode(siti, language);
    const budi = stage.person({ name: "Budi", phone: "628990000002", english: language === "en" });
    await takesOver(budi, code, language);
    for (const say of [said.words, said.report, said.plans, "/start"]) {
      await turn(() => siti.says(say));
      expect(screen(siti), say).toContain(said.handedOver);
      expect(screen(siti), say).toContain("Perpustakaan Berakit");
      expect(screen(siti), say).not.toContain("Budi");
    }
    await turn(() => siti.presses(/Kirim sekarang|Send now/));
    expect(screen(siti)).toContain(said.handedOver);
    expect(await stage.db.progressReport.count()).toBe(0);
    // To take part elsewhere is a choice of theirs.
    await turn(() => siti.presses(said.register));
    expect(screen(siti)).toContain(said.first);
    expect(stage.errors).toEqual([]);
  }, 60_000);

  test("the trainer opens the page of the one who follows from the word about it", async () => {
    const { siti, rina } = await openLibrary(language);
    const code = await makesCode(siti, language);
    const budi = stage.person({ name: "Budi", phone: "628990000002", english: language === "en" });
    await takesOver(budi, code, language);
    await turn(() => rina.presses(said.see));
    expect(screen(rina)).toMatch(/^Budi Santoso\nPerpustakaan Berakit/);
    expect(stage.errors).toEqual([]);
  }, 60_000);

  test("a code that was typed with a slip is called unknown, and words that are none are not", async () => {
    await openLibrary(language);
    const budi = stage.person({ name: "Budi", english: language === "en" });
    await turn(
      () => budi.start(),
      () => budi.says("K7MPO-2XWRD"),
    );
    expect(screen(budi)).toContain(said.unknown);
    await turn(() => budi.says("kode: k7mp0 2xwrd"));
    expect(screen(budi)).toContain(said.unknown);
    for (const words of ["kabar bagus", "Kabar-Bagus", "08123 45678"]) {
      await turn(() => budi.says(words));
      expect(screen(budi), words).not.toContain(said.unknown);
    }
    expect(stage.errors).toEqual([]);
  }, 60_000);
});
