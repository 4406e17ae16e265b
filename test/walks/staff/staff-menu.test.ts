// The list of commands beside the text field, and /bantuan: each sees what they use.

import { expect, test } from "vitest";
import { commandsFor } from "../../../src/sandbox/methods/commands.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

const stage = stageAt("2024-06-10T02:00:00Z");

async function says(phone: { says(text: string): unknown }, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    stage.clock.advance(2000);
    phone.says(text);
    await stage.settle();
  }
}

const menuOf = (id: number | bigint | null) =>
  commandsFor(stage.sandbox, Number(id), undefined).map(({ command }) => command);

test("a trainer finds what trainers use, in their language, and loses it with the role", async () => {
  const { id: classId } = await buildClass(stage.db);
  const trainer = await buildTrainer(stage.db, [classId], { name: "Rina Marlina" });
  const rina = stage.person({ id: Number(trainer.telegramId), name: "Rina" });
  rina.start();
  await stage.settle();
  expect(menuOf(trainer.telegramId)).toEqual(expect.arrayContaining(["terlambat", "peserta", "kelas", "tanya"]));
  for (const command of ["lapor", "rencana", "kemajuan", "saya"]) {
    expect(menuOf(trainer.telegramId)).not.toContain(command);
  }
  await says(rina, "/bantuan");
  expect(rina.lastMessage()?.text).toContain("/terlambat");
  expect(rina.lastMessage()?.text).not.toContain("/lapor");

  await says(rina, "/bahasa");
  rina.presses("English");
  await stage.settle();
  expect(menuOf(trainer.telegramId)).toEqual(expect.arrayContaining(["overdue", "participants"]));

  await stage.db.roleBinding.updateMany({ where: { personId: trainer.id }, data: { revokedAt: stage.clock.now() } });
  await says(rina, "hello");
  expect(menuOf(trainer.telegramId)).toEqual([]);
  expect(stage.errors).toEqual([]);
});

test("an admin finds announcements, a participant nothing of it; who is both finds both", async () => {
  const { id: classId } = await buildClass(stage.db);
  const budi = await buildAdmin(stage.db, { name: "Budi" });
  const { person: siti } = await buildParticipant(stage.db, classId, { name: "Siti" });
  const { person: dewi } = await buildParticipant(stage.db, classId, { name: "Dewi" });
  await stage.db.roleBinding.create({ data: { personId: dewi.id, role: "trainer", grantedAt: stage.clock.now() } });
  for (const { telegramId } of [budi, siti, dewi]) {
    stage.person({ id: Number(telegramId), name: "Orang" }).start();
    await stage.settle();
  }
  expect(menuOf(budi.telegramId)).toContain("pengumuman");
  expect(menuOf(siti.telegramId)).toEqual([]);
  expect(menuOf(dewi.telegramId)).toEqual(expect.arrayContaining(["lapor", "terlambat"]));
  expect(stage.errors).toEqual([]);
});
