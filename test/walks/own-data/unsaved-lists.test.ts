// Lists and invitations that an office sent and did not save: who stands in them is nobody yet, and little is kept of them, not for long.

import { expect, test } from "vitest";
import { erasePerson, forgetOldTraces } from "../../../src/use-cases/index.js";
import { plainList } from "../../support/plain/plain-rosters.js";
import type { Act } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2026-04-06T02:00:00Z");

const HOUR = 3_600_000;

const inTurn = phoneActsOn(stage, 2000);

async function office() {
  const { id } = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "21", name: "Kepri" });
  const budi = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id, regionCode: "21" });
  await inTurn(budi, (p) => p.start());
  const opens =
    (button: string): Act =>
    (p) =>
      p.pressesOn(p.lastMessage()?.message_id ?? 0, button);
  return { budi, id, opens };
}

const CELLS = [
  "Nurhayati",
  "0812-9999-1111",
  "Taman Baca Melati",
  "Yohanes Bria",
  "0813 9999 2222",
  "Wa Ode",
  "085299993333",
];
const LIST = plainList(
  `${CELLS[0]};${CELLS[1]};21.01.08.2002!;${CELLS[2]};`,
  `${CELLS[3]};${CELLS[4]};21.01.08.2001!;;`,
  `${CELLS[5]};${CELLS[6]};21.99.99.2001;;`,
);
const sendsList: Act = (p) => p.sendsDocument({ name: "peserta.csv", mime: "text/csv", bytes: LIST });

const keptText = async () =>
  JSON.stringify(
    [await stage.db.draft.findMany(), await stage.db.conversationState.findMany(), await stage.db.inbox.findMany()],
    (_, value) => (typeof value === "bigint" ? String(value) : value),
  );

test("a line in doubt is asked about in the sender's words, and no cell of any line is kept before it is saved", async () => {
  const { budi, id, opens } = await office();
  await inTurn(budi, opens(`roster:${id}`), sendsList);
  for (const cell of CELLS.slice(0, 3)) expect(budi.lastMessage()?.text).toContain(cell);
  const check = async () => {
    expect(await stage.db.draft.count({ where: { form: "roster" } })).toBe(1);
    const text = await keptText();
    for (const cell of CELLS) expect(text).not.toContain(cell);
  };
  await check();
  await inTurn(budi, (p) => p.presses("Bintan Buyu, Teluk Bintan"));
  for (const cell of CELLS.slice(3, 5)) expect(budi.lastMessage()?.text).toContain(cell);
  await check();
  await inTurn(budi, (p) => p.presses("Bintan Buyu, Teluk Bintan"));
  await check();
  await inTurn(budi, (p) => p.presses("✅ Simpan 2 orang"));
  expect(await stage.db.rosterRow.count()).toBe(2);
  expect(stage.errors).toEqual([]);
});

test("where the file cannot be read again, the line is asked about by its number", async () => {
  const { budi, id, opens } = await office();
  await inTurn(budi, opens(`roster:${id}`), sendsList);
  const { judge } = stage.world.rosters;
  stage.world.rosters.judge = async () => ({ kind: "later" });
  await inTurn(budi, (p) => p.presses("Bintan Buyu, Teluk Bintan"));
  stage.world.rosters.judge = judge;
  expect(budi.lastMessage()?.text).toContain("Baris 3");
  expect(budi.lastMessage()?.text).not.toContain("Yohanes");
  await inTurn(
    budi,
    (p) => p.presses("Bintan Buyu, Teluk Bintan"),
    (p) => p.presses("✅ Simpan 2 orang"),
  );
  expect(await stage.db.rosterRow.count()).toBe(2);
});

test("what was not saved is kept two days after it was touched last, and other forms longer; twice is once", async () => {
  const { budi, id, opens } = await office();
  await inTurn(budi, opens(`roster:${id}`), sendsList);
  await inTurn(
    budi,
    opens(`invite_trainer:${id}`),
    (p) => p.says("Mahmud Hidayat"),
    (p) => p.says("0812-7777-8888"),
  );
  await inTurn(budi, opens("announce"));
  const forms = async () => (await stage.db.draft.findMany({ orderBy: { form: "asc" } })).map(({ form }) => form);
  expect(await forms()).toEqual(["announcement", "roster", "staff_invitation"]);
  stage.clock.advance(47 * HOUR);
  expect(await forgetOldTraces(stage.world)).toMatchObject({ officeDrafts: 0 });
  stage.clock.advance(2 * HOUR);
  expect(await forgetOldTraces(stage.world)).toMatchObject({ officeDrafts: 2 });
  expect(await forgetOldTraces(stage.world)).toMatchObject({ officeDrafts: 0 });
  expect(await forms()).toEqual(["announcement"]);
  // Whoever comes back after that begins with the file again.
  await inTurn(budi, opens(`roster:${id}`), sendsList);
  expect(budi.lastMessage()?.text).toContain("Nurhayati");
  expect(stage.errors).toEqual([]);
});

test("somebody who is forgotten is forgotten in the invitation that an admin was writing to their number; that to others stays", async () => {
  const { budi, id, opens } = await office();
  const siti = await buildParticipant(stage.db, id, { name: "Siti", phone: "+6281277778888" });
  const admin = await stage.db.person.findUniqueOrThrow({ where: { telegramId: budi.id } });
  await inTurn(
    budi,
    opens(`invite_trainer:${id}`),
    (p) => p.says("Bu Siti R."),
    (p) => p.says("0812-7777-8888"),
  );
  const other = { telegramId: 77, form: "staff_invitation", subject: "admin:0", version: 1 };
  const answers = { name: "Rina", phone: "+6281277779999" };
  const at = stage.clock.now();
  await stage.db.draft.create({ data: { ...other, answers, createdAt: at, updatedAt: at } });
  const actor = await actorOf(stage.world, siti.person.id);
  expect((await erasePerson(stage.world, actor, { personId: siti.person.id })).kind).toBe("erased");
  expect(await stage.db.draft.findMany()).toMatchObject([{ subject: "admin:0" }]);
  expect(await keptText()).not.toContain("6281277778888");
  // The admin, who was in the middle of it, is not left hanging.
  await inTurn(budi, (p) => p.says("/kelola"));
  expect(budi.buttons().length).toBeGreaterThan(0);
  expect(await stage.db.person.count({ where: { id: admin.id } })).toBe(1);
  expect(stage.errors).toEqual([]);
});
