// Who joined without being on the roster is told apart on the class's page, which counts the same people as the list of participants.
import { expect, test } from "vitest";
import { says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildRosterRow, buildTrainer } from "../../support/world/builders.js";

const stage = stageAt("2026-05-20T02:00:00Z");
const inTurn = phoneActsOn(stage, 2000);

/** Four on the roster: one has joined, one has joined and left again, two have not; and one participant whom nobody invited. */
async function aClass(english: boolean) {
  const trainingClass = await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "21" });
  const rina = stage.person({ name: "Rina", english });
  await buildTrainer(stage.db, [trainingClass.id], { telegramId: rina.id, language: english ? "en" : "id" });
  for (const name of ["Asnah", "Halimah"]) await buildRosterRow(stage.db, trainingClass.id, { name });
  for (const name of ["Siti", "Hasan"]) {
    const { participant } = await buildParticipant(stage.db, trainingClass.id, { name });
    const row = await buildRosterRow(stage.db, trainingClass.id, { name });
    await stage.db.rosterRow.update({ where: { id: row.id }, data: { participantId: participant.id } });
    if (name === "Hasan") {
      await stage.db.participant.update({ where: { id: participant.id }, data: { leftAt: stage.clock.now() } });
    }
  }
  await buildParticipant(stage.db, trainingClass.id, { name: "Zulfikar" });
  rina.start();
  await stage.settle();
  return { rina, trainingClass };
}

test.each([
  [false, "/kelas", "2 dari 4 sudah bergabung\n1 dari 3 undangan, dan 1 yang tidak ada di daftar undangan"],
  [true, "/classes", "2 of 4 have joined\n1 of 3 on the roster, and 1 who are not on it"],
])(
  "they are said beside the invited, and the total is that of /peserta (English: %s)",
  async (english, command, words) => {
    const { rina } = await aClass(english);
    await inTurn(rina, says(command));
    expect(screen(rina)).toContain(words);
    expect(screen(rina)).toContain("Asnah");
    await inTurn(rina, says("/peserta"));
    expect(screen(rina)).toContain("(4)");
    expect(stage.errors).toEqual([]);
  },
);

test("without a roster those who joined are counted alone", async () => {
  const { rina, trainingClass } = await aClass(false);
  await stage.db.rosterRow.deleteMany({ where: { classId: trainingClass.id } });
  await inTurn(rina, says("/kelas"));
  expect(screen(rina)).toContain("2 peserta sudah bergabung");
});
