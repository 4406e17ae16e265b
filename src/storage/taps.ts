// The last tap of each chat: a lease that nobody holds longer than the burst, in the table of leases.
import type { Tap, TapsPort } from "../ports/taps.js";
import type { Db } from "./database.js";

export function createTaps(db: Db): TapsPort {
  return {
    async swap(chatId, tap) {
      const { at, ...rest } = tap;
      const name = tapName(chatId);
      const [row] = await db.$queryRaw<{ holder: string | null; until: Date | null }[]>`
        WITH before AS (SELECT holder, until FROM leases WHERE name = ${name}), now AS (
          INSERT INTO leases (name, holder, until) VALUES (${name}, ${JSON.stringify(rest)}, ${at}::timestamp)
          ON CONFLICT (name) DO UPDATE SET holder = EXCLUDED.holder, until = EXCLUDED.until RETURNING name
        )
        SELECT before.holder, before.until FROM now LEFT JOIN before ON true`;
      return row?.holder == null || row.until === null ? null : { ...(JSON.parse(row.holder) as Tap), at: row.until };
    },
    async forget(chatId) {
      await db.$executeRaw`DELETE FROM leases WHERE name = ${tapName(chatId)}`;
    },
  };
}

export const TAPS = "tap:";

export function tapName(chatId: number | bigint): string {
  return `${TAPS}${chatId}`;
}
