// For whom a command or a button is. Whether the thing it is about is theirs, the use case decides.
import { mayOperate } from "./permissions.js";
import { type Actor, isAdmin, isKnown, isTrainer } from "./person.js";

/**
 * known: they agreed to the notice, or hold a role · participant: the same, for what is about a class and its plans; a page says so
 * itself where they have none · trainer: those who follow up participants, so admins too · operator: an admin of the whole country
 * and every cohort.
 */
export type Who = "everyone" | "known" | "participant" | "trainer" | "admin" | "operator";

/** Whose it was: they held a role whose it is, and it was taken from them. */
export function wasAmong({ formerRoles = [] }: Actor, who: Who): boolean {
  return who === "trainer"
    ? formerRoles.length > 0
    : (who === "admin" || who === "operator") && formerRoles.includes("admin");
}

export function isAmong(actor: Actor, who: Who): boolean {
  switch (who) {
    case "everyone":
      return true;
    case "known":
    case "participant":
      return isKnown(actor);
    case "trainer":
      return isKnown(actor) && (isTrainer(actor) || isAdmin(actor));
    case "admin":
      return isKnown(actor) && isAdmin(actor);
    case "operator":
      return isKnown(actor) && mayOperate(actor);
  }
}
