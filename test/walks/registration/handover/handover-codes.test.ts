// What a code for handing over is good for, for how long, and for whom.
import { expect, test } from "vitest";
import type { Person } from "../../../../src/sandbox/shapes.js";
import { screen } from "../../../support/stage/phone.js";
import { buildParticipant } from "../../../support/world/builders.js";
import { openHandoverScene, WORDS } from "./handover-scene.js";

const { stage, turn, openLibrary, makesCode, takesOver, managers } = openHandoverScene();

const DAY = 86_400_000;

test("a code works once, and pressed again it is the same", async () => {
  const { siti } = await openLibrary();
  const code = await makesCode(siti);
  // Asked for again, it is the same one.
  expect(await makesAgain(siti)).toBe(code);
  // Nobody hands over to themselves.
  await turn(() => siti.start(code));
  expect(screen(siti)).toContain("kode Bapak/Ibu sendiri");

  const first = stage.person({ name: "Budi", phone: "628990000002" });
  await takesOver(first, code.toLowerCase());
  const { id: budiId } = await stage.db.person.findFirstOrThrow({ where: { name: "Budi Santoso" } });
  // The same again is no second one, and of others it is used.
  await turn(() => first.pressesOn(1, `take_over:${code}`));
  expect(await stage.db.participant.count({ where: { personId: budiId } })).toBe(1);
  const second = stage.person({ name: "Ani", phone: "628990000003" });
  await turn(() => second.start(code));
  expect(screen(second)).toContain("sudah dipakai orang lain");
  await turn(() => siti.start(code));
  expect(screen(siti)).toContain("sudah dipakai orang lain");
  expect(await managers()).toEqual(["Budi Santoso"]);
  expect(stage.errors).toEqual([]);
}, 60_000);

test.each([
  ["as it was read out", (code: string) => `kode ${code.toLowerCase().replace("-", " ")}`],
  ["in one word", (code: string) => code.replace("-", "")],
  ["as it stands", (code: string) => ` ${code}.`],
])(
  "a code is typed instead of opened, %s",
  async (_, typed) => {
    const { siti } = await openLibrary();
    const code = await makesCode(siti);
    const budi = stage.person({ name: "Budi", phone: "628990000002" });
    await turn(
      () => budi.start(),
      () => budi.says(typed(code)),
    );
    expect(screen(budi)).toContain("Kepulauan Riau, 3–7 Juni 2024");
    await turn(
      () => budi.presses("✅ Setuju"),
      () => budi.presses("✅ Ya, terima"),
      () => budi.says("Lewati"),
      () => budi.says("Budi Santoso"),
      () => budi.presses("✅ Benar, daftarkan"),
    );
    expect(await managers()).toEqual(["Budi Santoso"]);
    expect(stage.errors).toEqual([]);
  },
  60_000,
);

test("a code works for seven days, until it is cancelled, and as long as its owner has the library", async () => {
  const { siti: first, person } = await openLibrary();
  const second = stage.person({ name: "Ani", phone: "628990000003" });
  const next = await makesCode(first);
  await turn(() => first.presses("🚫 Batalkan kode"));
  await turn(() => second.start(next));
  expect(screen(second)).toContain("sudah dibatalkan");
  stage.clock.advance(1000);
  const third = await makesCode(first);
  stage.clock.advance(7 * DAY + 1000);
  await turn(() => second.start(third));
  expect(screen(second)).toContain("lewat tujuh hari");

  const last = await makesCode(first);
  await stage.db.libraryMember.updateMany({ where: { personId: person.id }, data: { untilAt: stage.clock.now() } });
  await turn(() => second.start(last));
  expect(screen(second)).toContain("tidak lagi mengurus");
  expect(await managers()).toEqual([]);
  expect(await stage.db.participant.count({ where: { leftAt: null } })).toBe(1);
  expect(stage.errors).toEqual([]);
}, 60_000);

async function makesAgain(siti: Person): Promise<string> {
  await turn(
    () => siti.says("/profil"),
    () => siti.presses(WORDS.id.open),
    () => siti.presses(WORDS.id.hand),
  );
  const [, code = ""] = /start=([A-Z2-9-]+)/.exec(screen(siti)) ?? [];
  return code;
}

test("others' libraries, guessed codes and those whom a trainer turned away get nothing", async () => {
  const { siti, library, trainingClass, participant } = await openLibrary();
  const tono = stage.person({ name: "Tono" });
  const other = await buildParticipant(stage.db, trainingClass.id, { name: "Tono", telegramId: tono.id });
  const ani = stage.person({ name: "Ani" });
  const turned = await buildParticipant(stage.db, trainingClass.id, {
    ...{ name: "Ani", telegramId: ani.id, libraryName: "Perpustakaan Berakit", placeCode: library.placeCode },
  });
  await stage.db.libraryMember.deleteMany({ where: { personId: turned.person.id } });
  await stage.db.participant.update({ where: { id: turned.participant.id }, data: { admission: "refused" } });
  await turn(
    () => tono.start(),
    () => ani.start(),
  );
  for (const name of ["hand_over", "hand_over_code", "hand_over_cancel"]) {
    await turn(() => tono.pressesOn(1, `${name}:${participant.id}`));
  }
  expect(await stage.db.handover.count()).toBe(0);
  const code = await makesCode(siti);
  await turn(() => tono.pressesOn(1, "take_over:AAAAA-AAAAA"));
  expect(screen(tono)).toContain("tidak saya kenal");
  // In the class for another library, and turned away by a trainer.
  await turn(
    () => tono.start(code),
    () => tono.pressesOn(1, `take_over:${code}`),
  );
  expect(screen(tono)).toContain("tempat tugas lain");
  await turn(
    () => ani.start(code),
    () => ani.pressesOn(1, `take_over:${code}`),
  );
  expect(screen(ani)).toContain("diputuskan oleh pelatih");
  expect((await managers()).sort()).toEqual(["Siti Rahmawati", "Tono"]);
  expect(other.library.id).not.toBe(library.id);
  expect(stage.errors).toEqual([]);
}, 60_000);

test("a colleague of the same library takes over at once, and two at one moment are one", async () => {
  const { siti, library, trainingClass } = await openLibrary();
  const dewi = stage.person({ name: "Dewi" });
  await buildParticipant(stage.db, trainingClass.id, {
    ...{ name: "Dewi", telegramId: dewi.id, libraryName: "Perpustakaan Berakit", placeCode: library.placeCode },
  });
  const code = await makesCode(siti);
  const budi = stage.person({ name: "Budi", phone: "628990000002" });
  await turn(
    () => budi.start(code),
    () => budi.presses("✅ Setuju"),
    () => budi.presses("✅ Ya, terima"),
    () => budi.says("Lewati"),
    () => budi.says("Budi Santoso"),
  );
  dewi.start(code);
  await stage.settle();
  stage.clock.advance(5000);
  dewi.presses("✅ Ya, terima");
  budi.presses("✅ Benar, daftarkan");
  await stage.settle();
  const now = (await managers()).sort();
  expect([["Budi Santoso", "Dewi"], ["Dewi"]]).toContainEqual(now);
  const used = await stage.db.handover.findMany({ include: { takenBy: true } });
  expect(used.map(({ takenBy }) => takenBy?.name)).toEqual([now.includes("Budi Santoso") ? "Budi Santoso" : "Dewi"]);
  expect(await stage.db.participant.count({ where: { libraryId: library.id, leftAt: null } })).toBe(now.length);
  expect(stage.errors).toEqual([]);
}, 60_000);
