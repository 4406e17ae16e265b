// What identifies somebody made up: phone numbers, Telegram accounts and link tokens that nobody real has.
import { createHash } from "node:crypto";

/**
 * The n-th fictive mobile number. Indonesia reserves no range for fiction, but no operator holds the prefix 0890 (3 has 0895
 * to 0899), so these reach nobody.
 */
export function fictivePhone(n: number): string {
  return `+62890${String(n).padStart(8, "0")}`;
}

/** Where each kind of person's numbers begin; the seed of the national size fits between them. */
export const FIRST_NUMBER = { admins: 1, trainers: 100, participants: 10_000 } as const;

/** Telegram gives out ids of ten digits so far and promises at most 52 bits: thirteen digits are valid and nobody's. */
export function fictiveTelegramId(n: number): number {
  return 7_000_000_000_000 + n;
}

/**
 * 22 characters of A–Z a–z 0–9 _ - for a link. The same name gives the same token, so the one who can read this file can tell
 * the tokens of a seeded database: it is for trying out.
 */
export function seededToken(name: string): string {
  return createHash("sha256").update(name).digest("base64url").slice(0, 22);
}

/** The id of an update that never came: Telegram's own are positive. */
export function fictiveUpdateId(n: number): number {
  return -n;
}
