// The accounts named in the configuration are national admins; nobody becomes admin in any other way unasked.
import type { World } from "../../ports.js";

/** Twice is once. A name removed from the configuration keeps the role until it is revoked by an admin. */
export async function ensureNationalAdmins(world: World, telegramIds: number[]): Promise<void> {
  const now = world.clock.now();
  await world.transaction(async ({ store: { people } }) => {
    for (const telegramId of telegramIds) {
      const person =
        (await people.findByTelegramId(telegramId)) ??
        // The ministry and the library sit in Jakarta.
        (await people.create({ name: "", language: "id", zone: "Asia/Jakarta" }, now));
      await people.bindAccount(person.id, telegramId, now);
      await people.grantRole(person.id, { role: "admin", regionCode: null, cohortId: null }, now);
    }
  });
}
