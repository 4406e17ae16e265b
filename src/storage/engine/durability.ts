// Which statements need not wait until the disk has them.
import { Prisma } from "../generated/client.js";

/**
 * To stand in the FROM of a statement that a crash of the server may take back: it then commits without waiting for the disk, which
 * costs about 2 ms. For this statement only.
 */
export const WITHOUT_WAITING = Prisma.sql`set_config('synchronous_commit', 'off', true)`;
