// Our server is away for eight hours: the days that people wrote meanwhile are those that they meant when they did.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { pressing, type Story, sameWhenReadLate, siti, withRina } from "../../support/stage/read-late.js";

// Each story is told twice, turn by turn.
vi.setConfig({ testTimeout: 90_000 });

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const readLate = (story: Story) => sameWhenReadLate(database, story);

/** 23:30 in Bintan: eight hours later it is tomorrow. */
const LATE_EVENING = "2024-06-10T16:30:00Z";

test.each([
  ["kemarin", "2024-06-15"],
  ["hari ini", "2024-06-16"],
  ["semalam", "2024-06-15"],
  ["2 hari yang lalu", "2024-06-14"],
  ["jumat", "2024-06-14"],
  ["senin kemarin", "2024-06-10"],
  ["tgl 3", "2024-06-03"],
])("a report about %j is about the same day", async (words, day) => {
  const stored = await readLate({
    begins: LATE_EVENING,
    async cast(stage) {
      const { phone } = await siti(stage);
      const press = (...buttons: string[]) => pressing(phone, ...buttons)();
      return [
        () => phone.says("/lapor"),
        ...press("📝 Pelibatan Masyarakat", "🔄 Berjalan", "➕ Tambah rincian", "Sesuai rencana"),
        () => phone.says(words),
        ...press("Budaya", "Belum tahu", "Belum tahu", "Belum tahu", "Lewati", "Lewati", "Lewati", "Lewati", "Lewati"),
        ...press("✅ Kirim laporan"),
      ];
    },
  });
  expect(stored.filter((line) => line.startsWith("report_answers"))).toEqual([`report_answers.day ${day}`]);
});

test.each([
  [["besok"], "2024-06-15"],
  [["seminggu lagi"], "2024-06-21"],
  [["3 hari lagi"], "2024-06-17"],
  [["minggu depan", "Rabu, 19 Juni 2024"], "2024-06-19"],
  [["senin depan"], "2024-06-17"],
  // Of two Mondays the one to come: a plan is for a day ahead.
  [["senin"], "2024-06-17"],
])("a plan for %j is for the same day", async ([words = "", ...buttons], day) => {
  const stored = await readLate({
    begins: LATE_EVENING,
    async cast(stage) {
      const { phone } = await siti(stage);
      await stage.db.workPlan.updateMany({ data: { state: "unwritten", activity: null, writtenAt: null } });
      return [
        () => phone.says("/rencana"),
        () => phone.presses("✍️ Advokasi"),
        () => phone.says("Musyawarah desa tentang perpustakaan"),
        () => phone.says(words),
        ...pressing(phone, ...buttons)(),
        () => phone.says("dana Rp5 juta"),
        () => phone.presses("Lewati"),
        () => phone.presses("✅ Simpan rencana"),
      ];
    },
  });
  expect(stored.filter((line) => line.startsWith("work_plans.target_on"))).toEqual([`work_plans.target_on ${day}`]);
});

test("more time, a talk and a nudge by a trainer count from the evening on which they were given", async () => {
  const stored = await readLate({
    // From the third turn on the plans are late.
    begins: "2024-07-06T16:30:00Z",
    async cast(stage) {
      const { rina } = await withRina(stage);
      const plan = () => rina.pressesOn(rina.lastMessage()?.message_id ?? 0, "case:1");
      return [
        ...[plan, ...pressing(rina, "🔔 Ingatkan")()],
        ...[plan, ...pressing(rina, "✅ Sudah bicara", "📞 Ditelepon")()],
        ...[plan, ...pressing(rina, "📅 Perpanjang", "Rencana Informasi saja")(), () => rina.says("seminggu lagi")],
        () => rina.says("menunggu dana"),
      ];
    },
  });
  expect(stored).toContain("deadline_extensions.until 2024-07-22");
  expect(stored.filter((line) => line.startsWith("nudge"))).toEqual(expect.arrayContaining(["nudge:1:2024-07-08"]));
  expect(stored).toContain("follow_ups.rest_until 2024-07-18");
});
