// The end of a file that took seconds to read, with nothing held meanwhile: it goes out only to somebody who may still have all of it.
import { type Care, careCovers, careOf } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import { type ExportAsked, type ExportLine, noteExport } from "../own-data/note-export.js";
import { withRolesNow } from "../roles-now.js";

/** `care`: whose rows it holds. False: a role was taken back while they were read; then it leaves no line. */
export function noteIfTheirs(
  world: World,
  actor: KnownActor,
  care: Care,
  line: ExportLine,
  asked: ExportAsked,
): Promise<boolean> {
  return world.transaction(async (inside) => {
    if (!careCovers(careOf(await withRolesNow(inside, actor)), care)) return false;
    await noteExport(inside, actor, line, asked);
    return true;
  });
}
