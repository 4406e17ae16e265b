// Which statements need not wait until the disk has them, and which always do.
import { Prisma } from "../generated/client.js";
import type { Db } from "./database.js";

/**
 * To stand in the FROM of a statement that a crash of the server may take back: it then commits without waiting for the disk, which
 * costs about 2 ms. For this statement only.
 */
export const WITHOUT_WAITING = Prisma.sql`set_config('synchronous_commit', 'off', true)`;

/** For the rest of a transaction: also on a server that is told to wait for nobody, a crash does not take it back, nor anything written before it. */
export async function waitForDisk(db: Db): Promise<void> {
  await db.$executeRaw`
    SELECT set_config('synchronous_commit', 'local', true) WHERE current_setting('synchronous_commit') = 'off'`;
}
