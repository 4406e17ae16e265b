// An outbox with so many posts in it, and what the benches of delivery share.
import { createPace, UNPACED } from "../../../src/delivery/pace.js";
import type { Log } from "../../../src/ports/queue/log.js";
import type { ScratchDatabase } from "../../faults/process/scratch-database.js";

export const SILENT: Log = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };

export const unpaced = () => createPace(UNPACED);

/** Chats from 1001 on. */
export const chatOf = (n: number) => 1000 + n;

/** So many people, each with one reminder; one in `every` is due, the others tomorrow. Vacuumed, as autovacuum would leave it. */
export async function fillOutbox({ prisma }: ScratchDatabase, size: number, every = 1): Promise<void> {
  await prisma.$executeRaw`TRUNCATE outbox, people RESTART IDENTITY CASCADE`;
  await prisma.$executeRaw`
    INSERT INTO people (name, telegram_id, created_at)
    SELECT 'P' || n, 1000 + n, now() FROM generate_series(1, ${size}::int) n`;
  await prisma.$executeRaw`
    INSERT INTO outbox (key, kind, priority, chat_id, person_id, message, due_at, created_at)
    SELECT 'k' || n, 'plan_reminder', 6, 1000 + n, n, '{"text":"Halo","marks":[]}',
      now() + CASE WHEN n % ${every}::int = 0 THEN interval '-1 minute' ELSE interval '1 day' END, now()
    FROM generate_series(1, ${size}::int) n`;
  await prisma.$executeRaw`VACUUM ANALYZE outbox`;
  await prisma.$executeRaw`VACUUM ANALYZE people`;
}
