// An admin of the whole country: everything there is, on every page.

import { expect, test } from "vitest";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";

const stage = stageAt("2024-07-10T02:00:00Z");

test("an admin of the whole country finds every class, person and late plan; one of a province only its own", async () => {
  for (const [provinceCode, name] of [
    ["21", "Kepri"],
    ["63", "Kalsel"],
    ["81", "Maluku"],
  ] as const) {
    const { id } = await buildClass(stage.db, { provinceCode, name });
    await buildParticipant(stage.db, id, { name: `Siti dari ${name}` });
  }
  const [sri, budi] = [stage.person({ name: "Sri" }), stage.person({ name: "Budi" })];
  await buildAdmin(stage.db, { telegramId: sri.id });
  await buildAdmin(stage.db, { telegramId: budi.id, regionCode: "63" });

  const textAfter = async (phone: typeof sri, words: string) => {
    phone.says(words);
    await stage.settle();
    return `${phone.lastMessage()?.text} ${phone.buttons().join(" ")}`;
  };
  for (const command of ["/kelas", "/peserta", "/terlambat"]) {
    const all = await textAfter(sri, command);
    for (const place of ["Kepri", "Kalsel", "Maluku"]) expect(all, command).toContain(place);
    const some = await textAfter(budi, command);
    expect(some, command).toContain("Kalsel");
    expect(some, command).not.toMatch(/Kepri|Maluku/);
  }
  expect(stage.errors).toEqual([]);
});
