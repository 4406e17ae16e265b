// Somebody of the staff as they are, until the transaction ends: an erasure comes before, and then they are not found, or after.
import type { StaffRecord } from "../../ports/people/staff.js";
import type { Store } from "../../ports.js";

export async function findStaffHolding(store: Store, personId: number): Promise<StaffRecord | null> {
  await store.people.hold([personId]);
  return store.staff.find(personId);
}
