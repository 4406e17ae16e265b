// What only one of the processes on a database may do at a time: one row a name, taken by one statement.
import type { LeasesPort } from "../../ports/queue/leases.js";
import type { Db } from "../engine/database.js";

export function createLeases(db: Db): LeasesPort {
  return {
    async take(name, holder, until, now) {
      const changed = await db.$executeRaw`
        INSERT INTO leases (name, holder, until) VALUES (${name}, ${holder}, ${until}::timestamp)
        ON CONFLICT (name) DO UPDATE SET holder = EXCLUDED.holder, until = EXCLUDED.until
        WHERE leases.holder = EXCLUDED.holder OR leases.until < ${now}::timestamp`;
      return changed === 1;
    },
    async release(name, holder) {
      await db.lease.deleteMany({ where: { name, holder } });
    },
  };
}
