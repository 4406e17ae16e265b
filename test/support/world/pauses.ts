// Pauses for tests of use cases: somebody says that they pause, as they would themselves.
import { lastDayOf, type PauseReason } from "../../../src/domain/people/pause.js";
import { zoneOf } from "../../../src/domain/people/person.js";
import { dayIn } from "../../../src/domain/time/calendar.js";
import type { World } from "../../../src/ports.js";
import { pausePerson } from "../../../src/use-cases/index.js";
import { actorOf } from "./plans.js";

let updates = 800_000;

/** From today on, for so many days. */
export async function pausing(world: World, personId: number, days: number, reason: PauseReason = "illness") {
  const actor = await actorOf(world, personId);
  const saidAt = world.clock.now();
  const untilOn = lastDayOf(dayIn(zoneOf(actor.person), saidAt), days);
  const input = { participantId: null, reason, untilOn, updateId: ++updates, saidAt };
  const outcome = await pausePerson(world, actor, input);
  if (outcome.kind !== "paused") throw new Error(`No pause: ${outcome.kind}`);
  return { actor, input, pause: outcome.pause };
}
