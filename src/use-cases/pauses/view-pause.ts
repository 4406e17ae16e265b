// What a person reads of a pause: their own, or that of somebody they look after.
import type { PauseReason } from "../../domain/people/pause.js";
import { canUndoPause } from "../../domain/people/pause.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { Day } from "../../domain/time/calendar.js";
import type { World } from "../../ports.js";
import type { Access } from "../access.js";
import { findPausing, reasonFor } from "./find-pause.js";

export interface PausePage {
  participantId: number | null;
  /** Null: the one who reads it. */
  name: string | null;
  today: Day;
  /** The one that lasts longest; null: they do not pause. */
  lasts: { untilOn: Day; reason: PauseReason | null; place: string | null; ownUntilOn: Day | null } | null;
  /** Their own, which they and those who look after them can change; null: there is none. */
  ownId: number | null;
  canUndo: boolean;
}

export async function viewPause(
  world: World,
  actor: KnownActor,
  participantId: number | null,
): Promise<Access<PausePage>> {
  const found = await findPausing(world, actor, participantId);
  if (found.kind !== "found") return found;
  const { person, own, holding, isClose, today } = found;
  const [longest] = holding;
  const place = longest?.placeCode == null ? null : ((await world.store.places.find(longest.placeCode))?.name ?? "");
  return {
    kind: "found",
    ...{ participantId, today, ownId: own?.id ?? null },
    name: participantId === null ? null : person.name,
    lasts:
      longest === undefined
        ? null
        : {
            untilOn: longest.untilOn,
            reason: reasonFor(isClose, longest.reason),
            place,
            // Beside the longer one of their place: it is theirs to end.
            ownUntilOn: place === null ? null : (own?.untilOn ?? null),
          },
    canUndo: own !== null && canUndoPause(own, world.clock.now()),
  };
}
