// What is about too many people at once is done in parts: by province and regency, or by class.
import { MOST_AT_ONCE } from "../../../domain/caseload/care-act.js";
import type { WideScope } from "../../../domain/caseload/scope.js";
import { type Area, type Part, partOf, WHOLE_COUNTRY } from "../../../domain/overview/area.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";
import { countParts } from "./who-is-in.js";

export interface PartToActOn {
  scope: WideScope;
  name: string;
  count: number;
  /** It can be done for all of them; else it has parts itself. */
  fits: boolean;
}

/** The first division that tells them apart; none, where a class alone is too many. */
export async function listParts(
  world: World,
  actor: KnownActor,
  scope: WideScope,
  byClass: boolean,
): Promise<PartToActOn[]> {
  const { area = WHOLE_COUNTRY } = scope;
  const divisions = byClass ? (["class"] as const) : divisionsOf(area);
  for (const by of area.classId === null ? divisions : []) {
    const parts = await countParts(world, actor, scope, by);
    const isLast = by === divisions.at(-1);
    if (parts.length > 1 || isLast) {
      return parts
        .map(({ key, name, count }) => ({
          ...{ scope: { ...scope, area: partOf(area, by, key) }, name, count, fits: count <= MOST_AT_ONCE },
        }))
        .filter((part) => !isWhole(part.scope.area, area));
    }
  }
  return [];
}

function divisionsOf({ placeCode }: Area): readonly Part[] {
  if (placeCode === null) return ["province", "regency", "class"];
  return placeCode.length === 2 ? ["regency", "class"] : ["class"];
}

/** The office of a province lies in no regency of it: its people are found by class. */
function isWhole(part: Area, area: Area): boolean {
  return part.classId === null && part.placeCode === area.placeCode;
}
