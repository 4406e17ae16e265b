// A file with personal data is asked for with a purpose, leaves one line, and stays nowhere but in the chat.
import { expect, test } from "vitest";
import { openTwoClasses } from "../../faults/forms/hostile-scene.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";

const stage = stageAt("2024-06-11T03:00:00Z");
const inTurn = phoneActsOn(stage, 60_000);

const lines = () => stage.db.audit.findMany({ where: { action: { endsWith: ".export" } }, orderBy: { id: "asc" } });
const files = (phone: { received(): { document?: unknown }[] }) =>
  phone.received().filter(({ document }) => document !== undefined);

test("a purpose can be chosen or said, and stands in the account in the words that were read", async () => {
  const { admin } = (await openTwoClasses(stage)).riau;
  await inTurn(
    admin,
    (p) => p.pressesOn(1, "export_announcement:1"),
    (p) => p.presses("Memantau tindak lanjut"),
    (p) => p.pressesOn(1, "export_announcement:1"),
    (p) => p.says("Menelepon yang belum terjangkau"),
  );
  expect((await lines()).map(({ subject, purpose }) => [subject, purpose])).toEqual([
    ["announcement:1", "Memantau tindak lanjut"],
    ["announcement:1", "Menelepon yang belum terjangkau"],
  ]);
  expect(files(admin)).toHaveLength(2);
});

test("what says nothing is no purpose, and nothing leaves", async () => {
  const { admin } = (await openTwoClasses(stage)).riau;
  await inTurn(
    admin,
    (p) => p.pressesOn(1, "export_announcement:1"),
    (p) => p.says("-"),
  );
  expect(files(admin)).toEqual([]);
  expect(await lines()).toEqual([]);
});

test("a file that was given is kept nowhere", async () => {
  const { admin } = (await openTwoClasses(stage)).riau;
  await inTurn(
    admin,
    (p) => p.pressesOn(1, "export_announcement:1"),
    (p) => p.presses("Memantau tindak lanjut"),
  );
  expect(files(admin)).toHaveLength(1);
  const [draft] = await stage.db.draft.findMany({ where: { form: "export" } });
  expect(draft?.result).toMatchObject({ text: expect.stringContaining("Daftar penerima") });
  expect(draft?.result).not.toHaveProperty("attachment");
});

test("an admin of another region gets neither question nor file, though the button names it", async () => {
  const { maluku } = await openTwoClasses(stage);
  await inTurn(maluku.admin, (p) => p.pressesOn(1, "export_announcement:1"));
  expect(await stage.db.draft.count({ where: { form: "export" } })).toBe(0);
  expect(files(maluku.admin)).toEqual([]);
});

test("a right lost between question and purpose gives no file and no line", async () => {
  const { admin } = (await openTwoClasses(stage)).riau;
  await inTurn(admin, (p) => p.pressesOn(1, "export_announcement:1"));
  await stage.db.roleBinding.updateMany({
    where: { person: { telegramId: admin.id } },
    data: { regionCode: "81" },
  });
  await inTurn(admin, (p) => p.presses("Memantau tindak lanjut"));
  expect(files(admin)).toEqual([]);
  expect(await lines()).toEqual([]);
});
