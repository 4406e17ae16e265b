// An announcement is stopped, refused or taken back: nobody is asked any more to approve it, to read it, or to call those whom it did not reach.
import type { Store } from "../../../ports.js";

/** What of it could have been brought to somebody who was away has lost its point as well. Call it in the transaction that ends it. */
export async function callOff({ outbox }: Store, announcementId: number, cause: string, now: Date): Promise<void> {
  const kinds = ["approval_request" as const, "read_reminder" as const, "call_list" as const];
  await outbox.cancelAbout(`announcement:${announcementId}`, cause, now, kinds);
}
