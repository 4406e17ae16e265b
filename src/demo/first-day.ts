// Who is there on an office's first day: the admin whose id stands in the settings, and people who have no link yet. The admin makes the
// class and hands on its links, as for real.
import type { CastMember } from "../sandbox/page-server.js";
import type { World } from "../sandbox/shapes.js";

/** The admin's account; what for real stands in ADMIN_TELEGRAM_IDS. */
export const FIRST_ADMIN = 7_200_000_001;

const PEOPLE = [
  { name: "Bambang Nugroho", role: "admin" },
  { name: "Retno Widiastuti", role: "trainer" },
  { name: "Nurhayati Salim", role: "participant" },
  { name: "Zulfikar Effendi", role: "participant" },
] as const;

export function enterFirstDay(sandbox: World): CastMember[] {
  return PEOPLE.map(({ name, role }, n) => {
    const id = FIRST_ADMIN + n;
    sandbox.person({ id, first_name: name, language_code: "id", phone: `+6289012340${String(n).padStart(3, "0")}` });
    return { id, role, about: role === "admin" ? "" : "Kepulauan Riau", zone: "Asia/Jakarta", featured: true };
  });
}
