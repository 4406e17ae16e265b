// Every file that leaves the bot writes phone numbers as people do: no row of digits that a spreadsheet would round.

import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { openTwoClasses } from "../../faults/forms/hostile-scene.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";

const stage = stageAt("2024-06-11T03:00:00Z");

function filesOf(person: Person): string[] {
  return person.received().flatMap(({ document }) => {
    const file = document === undefined ? undefined : stage.sandbox.files.byId(document.file_id);
    return file === undefined ? [] : [Buffer.from(file.bytes).toString("utf8")];
  });
}

const inTurn = actsOn(stage, 60_000);

test.each([
  ["the list of an announcement's receivers", 1],
  ["somebody's own data", 2],
])("%s", async (what, count) => {
  const { riau } = await openTwoClasses(stage);
  await stage.db.person.updateMany({ where: { telegramId: riau.participant.id }, data: { phone: "+6281234567890" } });
  await stage.db.announcementRecipient.createMany({
    data: [{ announcementId: 1, personId: 1 }],
    skipDuplicates: true,
  });
  await stage.db.draft.create({
    data: {
      ...{ telegramId: riau.participant.id, form: "question", subject: "new", version: 1 },
      ...{ answers: { phone: "+6281234567890" }, createdAt: stage.clock.now(), updatedAt: stage.clock.now() },
    },
  });
  const reader = count === 1 ? riau.admin : riau.participant;
  await (count === 1
    ? inTurn(
        () => reader.pressesOn(1, "export_announcement:1"),
        () => reader.says("Pemeriksaan"),
      )
    : inTurn(() => reader.says("/dataku")));
  const files = filesOf(reader);
  expect(files, what).toHaveLength(count);
  for (const file of files) {
    expect(file).toContain("+62 812-3456-7890");
    expect(file).not.toContain("6281234567890");
  }
});
