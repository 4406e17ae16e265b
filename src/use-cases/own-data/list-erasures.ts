// The data protection officer's clock: which wishes to be forgotten are open, until when, and when the others were done.
import { erasureDueAt } from "../../domain/own-data/erasure-bound.js";
import { mayOperate } from "../../domain/people/permissions.js";
import type { Actor } from "../../domain/people/person.js";
import type { Erasure } from "../../ports/own-data/erasures.js";
import type { World } from "../../ports.js";

/** As many as fit one message. */
const SHOWN = 5;

export type Erasures =
  | { kind: "not_allowed" }
  | { kind: "listed"; erasures: (Erasure & { dueAt: Date })[]; unfinished: number; finished: number };

export async function listErasures(world: World, actor: Actor): Promise<Erasures> {
  if (!mayOperate(actor)) return { kind: "not_allowed" };
  const { erasures, ...counts } = await world.store.erasures.latest(SHOWN);
  const withBound = erasures.map((erasure) => ({ ...erasure, dueAt: erasureDueAt(erasure.askedAt) }));
  return { kind: "listed", erasures: withBound, ...counts };
}
