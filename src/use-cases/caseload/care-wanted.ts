// Whose people a list holds: those in somebody's care, or, where they say so, those that they practise on. Never both.
import { type Care, careOf, practiceCare } from "../../domain/people/permissions.js";
import type { Actor } from "../../domain/people/person.js";

const NOBODY: Care = { trainerId: null, regions: [] };

export function careWanted(actor: Actor, { practice = false }: { practice?: boolean }): Care {
  return practice ? (practiceCare(actor) ?? NOBODY) : careOf(actor);
}

/** Under which looks at it are noted: they go with it. */
export function practiceSubject({ practiceCohortId }: Actor): string {
  return `practice:${practiceCohortId ?? 0}`;
}
