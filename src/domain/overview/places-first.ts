// Whose lists of names begin with places: nobody turns a thousand pages.
import { adminReach } from "../people/admin-reach.js";
import { type Actor, isAdmin, isTrainer } from "../people/person.js";
import { type Area, homeOf } from "./area.js";

/** Of an admin of a province or more who teaches no class: where their list begins; null for everybody else. */
export function placesFirst(actor: Actor): Area | null {
  if (!isAdmin(actor) || isTrainer(actor)) return null;
  const home = homeOf(adminReach(actor.roles));
  return home.placeCode === null || home.placeCode.length === 2 ? home : null;
}
