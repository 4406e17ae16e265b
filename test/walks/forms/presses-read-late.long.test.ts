// Our server is away for eight hours: what people pressed meanwhile counts as when they pressed it, though it is past when it is read.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Person as SandboxPerson } from "../../../src/sandbox/shapes.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { pressing, type Story, sameWhenReadLate, siti, type Turn, withRina } from "../../support/stage/read-late.js";
import type { Stage } from "../../support/stage/stage.js";
import { buildAdmin, buildClass, buildInvitation, buildSession, buildTrainer } from "../../support/world/builders.js";

// Each story is told twice, turn by turn.
vi.setConfig({ testTimeout: 90_000 });

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const readLate = (story: Story) => sameWhenReadLate(database, story);

/** 23:30 in Bintan on the third day after the plans were due. */
const LATE_EVENING = "2024-07-10T16:30:00Z";

const MOVING = {
  // 07:10 in Bintan; the turns are five minutes apart.
  begins: "2024-06-10T00:10:00Z",
  everyMilliseconds: 5 * 60_000,
  async cast(stage: Stage): Promise<Turn[]> {
    const { rina, classId } = await withRina(stage);
    const startsAt = new Date("2024-06-17T06:00:00Z");
    await buildSession(stage.db, classId, { title: "Pendampingan", startsAt });
    return [
      () => rina.says("/kelas"),
      ...pressing(rina, "Sen 17 Jun", "13.00 WIB · Pendampingan")(),
      // A button of before, which asks for both.
      () => rina.pressesOn(rina.lastMessage()?.message_id ?? 0, "move_session:1"),
      () => rina.says("hari ini"),
      () => rina.says("jam 8"),
      () => rina.presses(/^✅ (Ya|Tetap)/),
    ];
  },
};

test("a session is moved to a time that is past only when it is read", async () => {
  const stored = await readLate({ ...MOVING, awayFrom: 6 });
  expect(stored).toContain("session 2024-06-10T01:00:00.000Z");
});

test.each([4, 5])("the day and time of a session are kept though they are past when turn %i is read", async (turn) => {
  const cast = async (stage: Stage) => (await MOVING.cast(stage)).slice(0, turn + 1);
  const stored = await readLate({ ...MOVING, cast, awayFrom: turn });
  const answers = { day: "2024-06-10", ...(turn === 5 && { time: "08:00" }) };
  expect(stored.filter((line) => line.startsWith("draft"))).toEqual([
    `draft move_session session:1:0 ${JSON.stringify(answers)}`,
  ]);
});

test("a session called off, and an answer to it, count though it is over when they are read", async () => {
  const story = (press: (siti: SandboxPerson, rina: SandboxPerson) => unknown): Story => ({
    begins: "2024-06-10T00:55:00Z",
    everyMilliseconds: 60_000,
    async cast(stage) {
      const cast = await withRina(stage);
      await buildSession(stage.db, cast.classId, { startsAt: new Date("2024-06-10T01:00:00Z") });
      return [() => press(cast.siti, cast.rina)];
    },
  });
  const on = (phone: SandboxPerson, data: string) => phone.pressesOn(phone.lastMessage()?.message_id ?? 0, data);
  expect(await readLate(story((one) => on(one, "attend:1:late")))).toContain("attendance late");
  const cancelled = await readLate(story((_, rina) => on(rina, "cancel_session:1:0")));
  expect(cancelled).toContain("session 2024-06-10T01:00:00.000Z cancelled");
});

test("pleas for help of two days are two, though both are read on the second", async () => {
  const stored = await readLate({
    // 23:40 and 00:10 in Bintan.
    begins: "2024-06-10T16:10:00Z",
    everyMilliseconds: 30 * 60_000,
    async cast(stage) {
      const { siti: phone } = await withRina(stage);
      // Two messages, as two reminders: the same button again would be one tap with the first.
      phone.says("/bantuan");
      await stage.listen();
      const [first, second] = phone.received().map(({ message_id: id }) => id);
      const help =
        (messageId = 0) =>
        () =>
          phone.pressesOn(messageId, "need_help:1");
      return [help(first), help(second)];
    },
  });
  expect(stored.filter((line) => line.startsWith("help"))).toEqual(["help:1:2024-06-10", "help:1:2024-06-11"]);
});

test("a reminder is put off to the afternoon that was pressed, though it is evening when it is read", async () => {
  const stored = await readLate({
    begins: "2024-07-08T07:50:00Z",
    everyMilliseconds: 60_000,
    async cast(stage) {
      const { phone } = await siti(stage);
      stage.clock.set(new Date("2024-07-08T02:00:00Z"));
      await stage.tick();
      return [() => phone.pressesOn(phone.lastMessage()?.message_id ?? 0, snoozeTo(phone, "2024-07-08T09:00:00Z"))];
    },
  });
  expect(stored).toContain("snooze 2024-07-08T09:00:00.000Z");
});

const snoozeTo = (phone: SandboxPerson, instant: string) =>
  `snooze_until:${phone.lastMessage()?.message_id}:${new Date(instant).getTime() / 60_000}`;

test("a class's link and an invitation opened in time are open, though their time is over when they are read", async () => {
  const stored = await readLate({
    begins: "2024-07-07T12:00:00Z",
    everyMilliseconds: 60_000,
    async cast(stage) {
      const opening = { joinToken: "tautan-kelas-bintan-01" };
      const trainingClass = await buildClass(stage.db, opening);
      const joinTokenExpiresAt = new Date("2024-07-07T17:00:00Z");
      await stage.db.trainingClass.update({ where: { id: trainingClass.id }, data: { joinTokenExpiresAt } });
      const trainer = await buildTrainer(stage.db, [trainingClass.id], { phone: "+628990000900", telegramId: null });
      const options = { token: "undangan-untuk-rina-01", expiresAt: joinTokenExpiresAt };
      await buildInvitation(stage.db, trainer.id, options);
      const rina = stage.person({ name: "Rina", phone: "628990000900" });
      const joko = stage.person({ name: "Joko" });
      return [() => rina.start(options.token), () => joko.start(opening.joinToken)];
    },
  });
  expect(stored.filter((line) => line.startsWith("draft"))).toEqual([
    "draft invitation undangan-untuk-rina-01 {}",
    expect.stringContaining("draft joining tautan-kelas-bintan-01"),
  ]);
});

test("more time until today is given on that day's evening, though it is tomorrow when it is read", async () => {
  const stored = await readLate({
    begins: LATE_EVENING,
    everyMilliseconds: 60_000,
    awayFrom: 4,
    async cast(stage) {
      const { rina } = await withRina(stage);
      const plan = () => rina.pressesOn(rina.lastMessage()?.message_id ?? 0, "case:1");
      return [
        plan,
        ...pressing(rina, "📅 Perpanjang", "Rencana Informasi saja")(),
        () => rina.says("hari ini"),
        () => rina.says("menunggu dana"),
      ];
    },
  });
  expect(stored).toContain("deadline_extensions.until 2024-07-10");
});

test("a session is added at a time that is past only when it is read", async () => {
  const stored = await readLate({
    begins: "2024-06-05T00:10:00Z",
    everyMilliseconds: 60_000,
    awayFrom: 7,
    async cast(stage) {
      await buildClass(stage.db);
      const admin = await buildAdmin(stage.db);
      const budi = stage.person({ id: Number(admin.telegramId), name: "Budi" });
      budi.start();
      await stage.listen();
      return [
        () => budi.pressesOn(budi.lastMessage()?.message_id ?? 0, "add_session:1"),
        ...pressing(budi, "Pembukaan")(),
        () => budi.says("hari ini"),
        ...pressing(budi, "08.00", "1 jam", "Tatap muka", "Hotel Bintan, Tanjungpinang", "✅ Tambah sesi")(),
      ];
    },
  });
  expect(stored).toContain("session 2024-06-05T01:00:00.000Z");
});
