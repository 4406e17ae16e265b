// A million messages in a month: what the disk holds of them at its end, with a machine that clears up behind itself.
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { archivePosts, forgetOldTraces } from "../../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { openStage, type Stage } from "../../support/stage/stage.js";

const MESSAGES = Number(process.env.SIMULATED_MESSAGES ?? 1_000_000);
const DAYS = 31;
const A_DAY = Math.ceil(MESSAGES / DAYS);
const TWO_GIGABYTES = 2_000_000_000;
const TEN_MINUTES = 600_000;

const isSkipped = inject("database").kind !== "postgres" || process.env.LONG_TESTS === undefined;
let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  if (isSkipped) return;
  database = await openTestDatabase();
  stage = await openStage(database, "2024-06-01T00:00:00Z");
  await stage.db.$executeRaw`INSERT INTO people (id, name, zone, telegram_id, created_at)
    SELECT 1000 + n, 'Peserta ' || n, 'Asia/Jakarta', 7000000000 + n, now() FROM generate_series(1, 10000) AS n`;
}, TEN_MINUTES);
afterAll(() => database?.close());

/** Written, claimed, departed, settled: each an own version of the row, as it is in life. A sixth of what people say comes back. */
async function live(day: number) {
  const now = stage.clock.now();
  await stage.db.$executeRaw`
    INSERT INTO outbox (key, kind, priority, chat_id, person_id, subjects, message, due_at, created_at)
    SELECT 'plan-reminder:' || p.id || ':' || ${day}::int || ':' || n, 'plan_reminder', 6, p.telegram_id, p.id,
      ARRAY['plan:' || p.id * 3, 'plan:' || p.id * 3 + 1, 'rung:' || p.id * 3 || ':2024-06-' || ${day}::int],
      jsonb_build_object('text', repeat('Bapak/Ibu, batas waktu rencana kerja tinggal tujuh hari lagi. ', 6), 'marks',
        jsonb_build_array(jsonb_build_object('type', 'bold', 'offset', 0, 'length', 9)), 'buttons', jsonb_build_array(
          jsonb_build_array(jsonb_build_object('label', '📝 Lapor', 'data', 'report:' || p.id * 3)),
          jsonb_build_array(jsonb_build_object('label', '⏰ Nanti', 'data', 'snooze:' || p.id)))),
      ${now}::timestamp, ${now}::timestamp
    FROM generate_series(1, ${A_DAY}::int) AS n JOIN people p ON p.id = 1001 + (n * 7 + ${day}::int) % 10000`;
  await stage.db
    .$executeRaw`UPDATE outbox SET state = 'claimed', fence = fence + 1, claimed_by = 'w', lease_until = ${now}::timestamp WHERE state = 'waiting'`;
  await stage.db.$executeRaw`UPDATE outbox SET left_at = ${now}::timestamp WHERE state = 'claimed'`;
  await stage.db
    .$executeRaw`UPDATE outbox SET state = 'sent', settled_at = ${now}::timestamp, telegram_message_id = id, claimed_by = NULL, lease_until = NULL WHERE state = 'claimed'`;
  await stage.db.$executeRaw`
    INSERT INTO inbox (update_id, chat_id, payload, state, received_at)
    SELECT ${day}::bigint * 1000000 + n, 7000000001 + n % 10000, jsonb_build_object('text', repeat('x', 400)), 'waiting', ${now}::timestamp
    FROM generate_series(1, ${Math.ceil(A_DAY / 6)}::int) AS n`;
  await stage.db
    .$executeRaw`UPDATE inbox SET state = 'done', payload = NULL, settled_at = ${now}::timestamp WHERE state = 'waiting'`;
}

async function megabytes(table: string): Promise<number> {
  const [row] = await stage.db.$queryRaw<
    [{ bytes: bigint }]
  >`SELECT pg_total_relation_size(${table}::regclass) AS bytes`;
  return Math.round(Number(row.bytes) / 1_000_000);
}

test.skipIf(isSkipped)(
  "A million messages in a month stay below 2 GB, and what is to leave lies in a small table",
  async () => {
    let moved = 0;
    for (let day = 1; day <= DAYS; day++) {
      await live(day);
      moved += (await archivePosts(stage.world)).archived;
      await forgetOldTraces(stage.world);
      // In life autovacuum comes by itself, after a hundredth of the table; a day of this test is over before it wakes.
      for (const table of ["outbox", "inbox"]) await stage.db.$executeRawUnsafe(`VACUUM ANALYZE ${table}`);
      stage.clock.set(new Date(stage.clock.now().getTime() + 86_400_000));
    }
    const sizes = {
      outbox: await megabytes("outbox"),
      archive: await megabytes("outbox_archive"),
      inbox: await megabytes("inbox"),
    };
    const [{ bytes }] = await stage.db.$queryRaw<
      [{ bytes: bigint }]
    >`SELECT pg_database_size(current_database()) AS bytes`;
    const waiting = await stage.db.outbox.count();
    console.log(
      `megabytes after ${MESSAGES} messages: ${JSON.stringify({ ...sizes, all: Math.round(Number(bytes) / 1e6) })}`,
    );
    expect(moved + waiting).toBe(A_DAY * DAYS);
    expect(waiting).toBeLessThanOrEqual(A_DAY * 15);
    expect(Number(bytes)).toBeLessThan(TWO_GIGABYTES * Math.max(1, MESSAGES / 1_000_000));
  },
  TEN_MINUTES,
);
