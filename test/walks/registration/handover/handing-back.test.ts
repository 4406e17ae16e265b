// A library that was handed over comes back to the one who had it: by a code of the successor, or by registering anew.
import { describe, expect, test } from "vitest";
import type { Person } from "../../../../src/sandbox/shapes.js";
import { screen } from "../../../support/stage/phone.js";
import { WALKED_IN } from "../../../support/walked-in.js";
import { openHandoverScene, WORDS } from "./handover-scene.js";

const { stage, turn, openLibrary, makesCode, takesOver, managers } = openHandoverScene();

const SAID = {
  id: {
    report: "/lapor",
    plans: "/rencana",
    handedOver: "sudah Bapak/Ibu serahkan",
    passedOn: "serahkan lagi",
    plan: "Layanan Informasi",
  },
  en: {
    report: "/report",
    plans: "/plan",
    handedOver: "You have handed",
    passedOn: "handed it on",
    plan: "Information",
  },
};

// Keeps P11.
describe.each(WALKED_IN)("a library that is handed back (%s)", (language) => {
  const said = SAID[language];

  const backTo = async (siti: Person, budi: Person) => {
    const code = await makesCode(budi, language);
    await turn(
      () => siti.start(code),
      () => siti.presses(WORDS[language].take),
    );
    return code;
  };

  test("is wholly theirs again: plans, reports and questions, under the number they had", async () => {
    const { siti, rina, participant, trainingClass } = await openLibrary(language);
    const first = await makesCode(siti, language);
    const budi = stage.person({ name: "Budi", phone: "628990000002", english: language === "en" });
    await takesOver(budi, first, language);
    const second = await backTo(siti, budi);
    expect(screen(siti)).toContain(participant.number);
    expect(await managers()).toEqual(["Siti Rahmawati"]);
    for (const say of [said.report, said.plans]) {
      await turn(() => siti.says(say));
      expect(screen(siti), say).not.toContain(said.handedOver);
      expect(screen(siti), say).toContain(said.plan);
    }
    await turn(() => budi.says(said.plans));
    expect(screen(budi)).toContain(said.handedOver);
    await turn(() => budi.start(first));
    expect(screen(budi)).toContain(said.passedOn);
    const rows = await stage.db.participant.findMany({ where: { classId: trainingClass.id, leftAt: null } });
    expect(rows.map(({ id }) => id)).toEqual([participant.id]);
    // And once more to the same one: the trainer hears of each time.
    stage.clock.advance(60_000);
    const third = await makesCode(siti, language);
    await turn(
      () => budi.start(third),
      () => budi.presses(WORDS[language].take),
    );
    expect(await managers()).toEqual(["Budi Santoso"]);
    await turn(() => siti.start(second));
    expect(screen(siti)).toContain(said.passedOn);
    const told = await stage.db.outbox.count({
      where: { chatId: BigInt(rina.id), key: { startsWith: "handover:" }, state: "sent" },
    });
    expect(told).toBe(3);
    expect(stage.errors).toEqual([]);
  }, 60_000);
});

// Keeps P11.
test("who registers anew by the class's link after handing over waits for the trainer's yes, and then is back", async () => {
  const { siti, rina, participant, library, trainingClass } = await openLibrary();
  const budi = stage.person({ name: "Budi", phone: "628990000002" });
  await takesOver(budi, await makesCode(siti));
  await stage.db.library.update({ where: { id: library.id }, data: { placeCode: "21.01.10.2001" } });
  await turn(
    () => siti.start(trainingClass.joinToken),
    () => siti.says("Lewati"),
    () => siti.says("Siti Rahmawati"),
    ...["Perpustakaan desa", "Kab. Bintan", "Teluk Sebong", "Berakit", "Perpustakaan Desa Berakit"].map(
      (choice) => () => siti.presses(choice),
    ),
    () => siti.presses("✅ Benar, daftarkan"),
  );
  expect(screen(siti)).toContain(participant.number);
  expect(await stage.db.participant.findUniqueOrThrow({ where: { id: participant.id } })).toMatchObject({
    ...{ leftAt: null, admission: "waiting" },
  });
  expect(await managers()).toContain("Budi Santoso");
  await turn(() => siti.says("/rencana"));
  expect(screen(siti)).not.toContain(SAID.id.handedOver);
  await turn(() => rina.presses("✅ Ya, terima"));
  expect(await stage.db.libraryMember.count({ where: { libraryId: library.id, untilAt: null } })).toBe(2);
  expect(stage.errors).toEqual([]);
}, 60_000);
